package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.database.Timestamps;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The posture of a case: what the table advises, and what people choose. Both stay; the newest counts. */
@Service
public class Postures {

    private static final TextRule REASON = TextRule.text("reason", "The reason", 2_000);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Postures(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The newest advice with what people made of it.
     *
     * @param chosen what was chosen; null when nobody was asked, or not yet
     * @param reason why it differs from the advice; null where none was given
     * @param chosenBy null as {@code chosen}
     */
    public record Taken(PostureAdvice advice, Posture chosen, String reason, String chosenBy, Instant chosenAt) {

        /** What the text is to follow. */
        public Posture posture() {
            return chosen == null ? advice.posture() : chosen;
        }
    }

    /** Where the case stands; empty before anything was advised. */
    @Transactional(readOnly = true)
    public Optional<Taken> of(String caseReference) {
        List<Taken> all = all(caseReference);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Keeps what the table advises. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void advise(String caseReference, PostureAdvice advice) {
        jdbc.sql(
                        """
                        INSERT INTO firebreak.posture_advice
                          (case_reference, posture, apology, admit, must_contain, rule, source, advised_at)
                        VALUES (:case, :posture, :apology, :admit, :mustContain, :rule, :source, :at)
                        """)
                .param("case", caseReference)
                .param("posture", advice.posture().name())
                .param("apology", advice.apology().name())
                .param("admit", advice.admit().name())
                .param("mustContain", advice.mustContain())
                .param("rule", advice.rule())
                .param("source", advice.source())
                .param("at", Timestamps.of(clock.instant()))
                .update();
        ledger.record(new Act(
                        caseReference,
                        Actor.FIREBREAK.id(),
                        "posture.advised",
                        "The posture advised is %s (rule %d).".formatted(advice.posture(), advice.rule()))
                .because(advice.source())
                .with("posture", advice.posture().name())
                .with("rule", advice.rule()));
    }

    /**
     * Keeps what a person chooses.
     *
     * @param reason may be left out for what is advised and contradicts nothing that was chosen before
     * @throws Refusal when nothing is advised, or a reason is needed and missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(String caseReference, Posture posture, String reason, Actor actor) {
        List<Taken> all = all(caseReference);
        if (all.isEmpty()) {
            throw Refusal.conflict("No posture is advised for %s yet.".formatted(caseReference));
        }
        Posture advised = all.get(0).advice().posture();
        String because = REASON.optional().require(reason);
        if (because == null) {
            refuseWithoutReason(posture, advised, all);
        }
        jdbc.sql(
                        """
                        INSERT INTO firebreak.posture_choice (advice_id, posture, reason, chosen_by, chosen_at)
                        SELECT max(id), ?, ?, ?, ? FROM firebreak.posture_advice WHERE case_reference = ?
                        """)
                .params(posture.name(), because, actor.id(), Timestamps.of(clock.instant()), caseReference)
                .update();
        ledger.record(new Act(
                        caseReference,
                        actor.id(),
                        "posture.chosen",
                        posture == advised
                                ? "%s chose the posture that was advised: %s.".formatted(actor.id(), posture)
                                : "%s chose %s in place of %s.".formatted(actor.id(), posture, advised))
                .because(because)
                .with("posture", posture.name())
                .with("advised", advised.name()));
    }

    private static void refuseWithoutReason(Posture posture, Posture advised, List<Taken> all) {
        if (posture != advised) {
            throw Refusal.invalid("reason", "%s is advised; to choose %s, please say why.".formatted(advised, posture));
        }
        all.stream()
                .map(Taken::chosen)
                .filter(earlier -> earlier != null && earlier.contradicts(posture))
                .findFirst()
                .ifPresent(earlier -> {
                    throw Refusal.invalid(
                            "reason",
                            "This case chose %s before, which %s contradicts; please say what has changed."
                                    .formatted(earlier, posture));
                });
    }

    /** All advice of a case with its newest choice, the newest first. */
    private List<Taken> all(String caseReference) {
        return jdbc.sql(
                        """
                        SELECT a.*, c.posture AS chosen, c.reason, c.chosen_by, c.chosen_at
                        FROM firebreak.posture_advice a
                        LEFT JOIN LATERAL (SELECT * FROM firebreak.posture_choice WHERE advice_id = a.id
                          ORDER BY id DESC LIMIT 1) c ON true
                        WHERE a.case_reference = ? ORDER BY a.id DESC
                        """)
                .param(caseReference)
                .query(Postures::taken)
                .list();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        String chosen = row.getString("chosen");
        return new Taken(
                new PostureAdvice(
                        Posture.valueOf(row.getString("posture")),
                        PostureAdvice.Apology.valueOf(row.getString("apology")),
                        PostureAdvice.Admission.valueOf(row.getString("admit")),
                        row.getString("must_contain"),
                        row.getInt("rule"),
                        row.getString("source")),
                chosen == null ? null : Posture.valueOf(chosen),
                row.getString("reason"),
                row.getString("chosen_by"),
                Timestamps.read(row, "chosen_at"));
    }
}
