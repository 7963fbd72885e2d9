package io.firebreak.reply;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.likeness.Wordprint;
import io.firebreak.rule.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds copies of what the brand has replied before, to whomever (D3: a copied reply is never sent). */
@Component
class EarlierReplies {

    /** So many replies are looked at, the newest; a brand that sends more a year has long forgotten the older ones. */
    private static final int MOST = 5_000;

    /** So many words of what is alike are shown. */
    private static final int WORDS_SHOWN = 25;

    private final ReplyStore store;
    private final ReplyProperties settings;

    EarlierReplies(ReplyStore store, ReplyProperties settings) {
        this.store = store;
        this.settings = settings;
    }

    /** What was sent before. */
    record Sent(UUID id, String caseReference, int number, String text) {}

    /**
     * @param likeness see {@link Wordprint#likeness}
     */
    record Copy(Sent earlier, double likeness) {}

    /** The earlier reply to which a text is most alike, if it is a copy of it. */
    Optional<Copy> copied(CrisisCase crisisCase, String text) {
        Wordprint print = Wordprint.of(text);
        return store.sentOf(crisisCase.brand(), crisisCase.report().drill(), MOST).stream()
                .map(earlier -> new Copy(earlier, print.likeness(Wordprint.of(earlier.text()))))
                .filter(copy -> copy.likeness() >= settings.copyFrom())
                .max(Comparator.comparingDouble(Copy::likeness));
    }

    /**
     * @throws Refusal when the text is a copy; it shows the words that are alike
     */
    void requireOwnWords(CrisisCase crisisCase, String text) {
        copied(crisisCase, text).ifPresent(copy -> {
            throw Refusal.conflict(sentence(copy, text));
        });
    }

    private static String sentence(Copy copy, String text) {
        String where = "reply %d of %s"
                .formatted(copy.earlier().number(), copy.earlier().caseReference());
        if (copy.earlier().text().equals(text)) {
            return "This is word for word what was sent before (%s); please answer what they wrote since."
                    .formatted(where);
        }
        return "This is nearly what was sent before (%s, %d %% alike; in both: \"%s\"); please answer what they wrote, in words of your own."
                .formatted(
                        where,
                        (int) (copy.likeness() * 100),
                        alike(text, copy.earlier().text()));
    }

    private static String alike(String text, String earlier) {
        List<String> row = Wordprint.of(text).longestCommonRow(Wordprint.of(earlier));
        String shown = String.join(" ", row.subList(0, Math.min(row.size(), WORDS_SHOWN)));
        return row.size() > WORDS_SHOWN ? shown + " …" : shown;
    }
}
