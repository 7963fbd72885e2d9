package io.firebreak.newsroom;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** The site's own words and the way in which it writes times, in one language. */
final class SiteWords {

    static final String BUNDLE = "newsroom.words";
    static final Set<String> LANGUAGES = Set.of("en", "es", "it", "pl");

    private static final String DAY_AND_TIME = "yMMMMdjmmz";

    private final Locale locale;
    private final ResourceBundle words;

    private SiteWords(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static boolean areKnownIn(Locale locale) {
        return LANGUAGES.contains(locale.getLanguage());
    }

    static SiteWords in(Locale locale) {
        return new SiteWords(locale);
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /** Day, time and zone as people of this language write them. */
    String time(Instant instant, ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton(DAY_AND_TIME, ULocale.forLocale(locale));
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }
}
