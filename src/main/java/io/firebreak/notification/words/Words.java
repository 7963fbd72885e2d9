package io.firebreak.notification.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Words from {@code notification/<name>*.properties}, in a person's language where they exist in it, else in English. */
public final class Words {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    public Words(String name) {
        words.setBasename("notification/" + name);
        words.setDefaultEncoding("UTF-8");
        // the words of a language must not depend on the machine
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
    }

    /**
     * @param language a primary code, or a tag that begins with one
     * @param values for the gaps; whatever they hold stays text
     */
    public String say(String key, String language, Object... values) {
        return words.getMessage(key, values, Locale.forLanguageTag(language));
    }

    /** A moment as people of this language read it, with the name of the zone. */
    public static String moment(Instant moment, ZoneId zone, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .withZone(zone)
                .format(moment);
        String time =
                DateTimeFormatter.ofPattern("HH:mm VV", locale).withZone(zone).format(moment);
        return day + ", " + time;
    }
}
