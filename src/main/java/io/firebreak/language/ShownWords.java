package io.firebreak.language;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How values are shown to staff: our own phrases and sentences, moments, lengths of time and numbers, in one language and by
 * one clock.
 */
public final class ShownWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String NONE = "–";

    private final StaffWords words;
    private final StaffLanguage language;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;

    ShownWords(StaffWords words, StaffLanguage language, ZoneId zone) {
        this.words = words;
        this.language = language;
        this.zone = zone;
        this.day = pattern(language, "EEEdMMM");
        this.dayOfYear = pattern(language, "EEEdMMMy");
    }

    /** With the parts of a skeleton of CLDR in the order in which people of the language write them. */
    private static DateTimeFormatter pattern(StaffLanguage language, String skeleton) {
        DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(language.locale());
        return DateTimeFormatter.ofPattern(patterns.getBestPattern(skeleton), language.locale());
    }

    public StaffLanguage language() {
        return language;
    }

    /** The clock by which moments are shown, by its name. */
    public String zone() {
        return zone.getId();
    }

    /** A phrase of ours in the language; what people wrote is never given here. */
    public String say(String english) {
        return words.in(language, english);
    }

    /** A sentence of ours in the language, with the moments that stand in it by the clock; null stays null. */
    public String sentence(String english) {
        return english == null ? null : WrittenMoments.rewrite(say(english), this::moment);
    }

    /** A person by name, where the user id has one; null stays null. */
    public String person(String userId) {
        return userId == null ? null : words.person(userId);
    }

    /** With day and year; a dash for none. */
    public String moment(Instant at) {
        return at == null ? NONE : date(LocalDate.ofInstant(at, zone)) + ", " + time(at);
    }

    /** A day, with its year; a dash for none. */
    public String date(LocalDate date) {
        return date == null ? NONE : dayOfYear.format(date);
    }

    /** A day of the weeks around, without its year. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** Hours and minutes. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** As {@code 2 days, 3 hr, 5 min}: to the minute, and nothing is left out but what is none. */
    public String length(Duration time) {
        Duration positive = time.abs();
        List<Measure> parts = new ArrayList<>();
        add(parts, positive.toDays(), MeasureUnit.DAY);
        add(parts, positive.toHoursPart(), MeasureUnit.HOUR);
        if (parts.isEmpty() || positive.toMinutesPart() > 0) {
            parts.add(new Measure(positive.toMinutesPart(), MeasureUnit.MINUTE));
        }
        String length = MeasureFormat.getInstance(ULocale.forLocale(language.locale()), FormatWidth.SHORT)
                .formatMeasures(parts.toArray(Measure[]::new));
        return time.isNegative() ? "−" + length : length;
    }

    private static void add(List<Measure> parts, long number, MeasureUnit unit) {
        if (number > 0) {
            parts.add(new Measure(number, unit));
        }
    }

    /** To a tenth. */
    public String number(double number) {
        NumberFormat format = NumberFormat.getInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }
}
