package io.firebreak.newsroom;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * How a language is named and written in HTML.
 *
 * @param tag BCP 47, for {@code lang}
 * @param direction {@code ltr} or {@code rtl}, for {@code dir}
 */
record WrittenLanguage(String tag, String direction) {

    static WrittenLanguage of(Locale locale) {
        boolean rightToLeft = ULocale.forLocale(locale).isRightToLeft();
        return new WrittenLanguage(locale.toLanguageTag(), rightToLeft ? "rtl" : "ltr");
    }
}
