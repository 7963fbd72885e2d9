package io.firebreak.roster;

import io.firebreak.access.Actor;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who speaks what. What counts is the language alone: whoever speaks Portuguese speaks that of Brazil, for the question
 * who can translate or check a text.
 */
@Service
public class Languages {

    /** More than anybody speaks. */
    public static final int MAXIMUM = 20;

    private final JdbcClient jdbc;
    private final Ledger ledger;

    Languages(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * @param tag BCP 47
     */
    @Transactional(readOnly = true)
    public boolean speaks(String userId, String tag) {
        return of(userId).contains(LanguageTag.primary(tag));
    }

    /** The languages of a person, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<String> of(String userId) {
        return jdbc.sql("SELECT language FROM firebreak.person_language WHERE user_id = ? ORDER BY language")
                .param(userId)
                .query(String.class)
                .list();
    }

    /** The ids of those who speak a language. */
    @Transactional(readOnly = true)
    public List<String> speakersOf(String tag) {
        return jdbc.sql("SELECT user_id FROM firebreak.person_language WHERE language = ? ORDER BY user_id")
                .param(LanguageTag.primary(tag))
                .query(String.class)
                .list();
    }

    /**
     * Says which languages a person speaks; what was said before no longer counts.
     *
     * @param tags BCP 47
     * @throws Refusal when one is no language, or there are too many
     */
    @Transactional
    public void set(String userId, List<String> tags, Actor actor) {
        if (tags.size() > MAXIMUM) {
            throw Refusal.invalid(
                    "languages", "At most %d languages are taken; please leave some out.".formatted(MAXIMUM));
        }
        Problems problems = new Problems();
        TreeSet<String> languages = new TreeSet<>();
        tags.forEach(tag -> {
            String known = problems.collect(() -> LanguageTag.require("languages", tag));
            if (known != null) {
                languages.add(LanguageTag.primary(known));
            }
        });
        problems.refuseIfAny();
        List<String> before = of(userId);
        if (before.equals(List.copyOf(languages))) {
            return;
        }
        jdbc.sql("DELETE FROM firebreak.person_language WHERE user_id = ?")
                .param(userId)
                .update();
        languages.forEach(language -> jdbc.sql(
                        "INSERT INTO firebreak.person_language (user_id, language) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(userId, language)
                .update());
        ledger.record(new Act(
                        null,
                        actor.id(),
                        "person.languages",
                        "%s speaks %s."
                                .formatted(userId, languages.isEmpty() ? "no language" : String.join(", ", languages)))
                .with("person", userId)
                .with("before", before));
    }

    /** Whether anything is known about anybody. */
    boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM firebreak.person_language)")
                .query(Boolean.class)
                .single();
    }
}
