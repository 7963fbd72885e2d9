package io.firebreak.statement;

import io.firebreak.crisis.Category;
import io.firebreak.crisis.CrisisCase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The few words that Firebreak adds to a text before somebody approves it, in the text's language where they exist in
 * it, else in English.
 */
@Component
public class StatementWords {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final ZoneId zone;

    StatementWords(@Value("${firebreak.time-zone}") ZoneId zone) {
        this.zone = zone;
        words.setBasename("statement/words");
        words.setDefaultEncoding("UTF-8");
        // the words of a language must not depend on the machine
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
    }

    /**
     * The text of a statement about our own slip says which post it puts right; any other text stays as it is.
     *
     * @param body null or blank when it is missing, which somebody else finds out
     */
    public String withWrongPost(CrisisCase crisisCase, String language, String body) {
        String wrongPost = wrongPost(crisisCase);
        if (wrongPost == null || body == null || body.isBlank() || body.contains(wrongPost)) {
            return body;
        }
        return body.strip() + rectifies(language, wrongPost);
    }

    /**
     * The text without the words that Firebreak added at its end: the promise of a holding statement, the post that is
     * put right.
     */
    public String withoutAdded(CrisisCase crisisCase, StatementKind kind, String language, String body) {
        String own = withoutWrongPost(crisisCase, language, body);
        return own.length() < body.length() ? own : withoutPromise(kind, language, body);
    }

    /** The text without the last line in which Firebreak says which post it puts right. */
    String withoutWrongPost(CrisisCase crisisCase, String language, String body) {
        String wrongPost = wrongPost(crisisCase);
        String added = wrongPost == null ? null : rectifies(language, wrongPost);
        return added != null && body.endsWith(added) ? body.substring(0, body.length() - added.length()) : body;
    }

    private String rectifies(String language, String wrongPost) {
        return "\n\n" + word("rectifies", language, wrongPost);
    }

    private String withoutPromise(StatementKind kind, String language, String body) {
        int last = body.lastIndexOf("\n\n");
        boolean promise = kind == StatementKind.HOLDING
                && last >= 0
                && body.startsWith(beforeValue("nextWord", language), last + 2);
        return promise ? body.substring(0, last) : body;
    }

    private String beforeValue(String key, String language) {
        String word = word(key, language, "\n");
        return word.substring(0, word.indexOf('\n'));
    }

    /** Where the post is that the case's statement puts right; null when it is about no post of ours. */
    public static String wrongPost(CrisisCase crisisCase) {
        boolean ownSlip = crisisCase.facts() != null && crisisCase.facts().category() == Category.OWN_SLIP;
        return ownSlip ? crisisCase.report().sourceUrl() : null;
    }

    /** A holding statement: what is known, what is being checked, when the next word comes; without what is missing. */
    public String holding(HoldingWords words, String language) {
        String promise =
                words.nextWordAt() == null ? "" : word("nextWord", language, readable(words.nextWordAt(), language));
        return Stream.of(words.knownFacts(), words.beingChecked(), promise)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String readable(Instant moment, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(moment);
        String time =
                DateTimeFormatter.ofPattern("HH:mm z", locale).withZone(zone).format(moment);
        return day + ", " + time;
    }

    private String word(String key, String language, Object... values) {
        return words.getMessage(key, values, Locale.forLanguageTag(language));
    }
}
