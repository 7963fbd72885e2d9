package io.firebreak.roster.plan;

import io.firebreak.yaml.WrongValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** Days off of the house, from iCalendar files beside the plan: all-day events, also those that come again each year. */
final class CompanyDays {

    static final int MOST_BYTES = 256 * 1024;

    /** No way leads out of the folder of the plan. */
    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    private static final int MOST_DAYS = 10_000;
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final Installation installation;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, Set<LocalDate>> known = new HashMap<>();

    CompanyDays(Installation installation) {
        this.installation = installation;
    }

    /** The files that were read, by name. */
    Map<String, String> files() {
        return Collections.unmodifiableMap(files);
    }

    /**
     * The days off in a file.
     *
     * @throws WrongValue when the file can't be read, or holds none
     */
    Set<LocalDate> in(String name) {
        if (!known.containsKey(name)) {
            known.put(name, read(name));
        }
        return known.get(name);
    }

    private Set<LocalDate> read(String name) {
        if (!name.matches(FILE_NAME)) {
            throw new WrongValue(
                    "%s is no name of a file.".formatted(WrongValue.shown(name)),
                    "Put the file beside the plan and write its name alone: letters, digits, dots and hyphens.");
        }
        String text = text(name);
        Set<LocalDate> days = days(name, text);
        if (days.isEmpty()) {
            throw new WrongValue(
                    "%s holds no day off.".formatted(name),
                    "Enter the days as events of whole days and save it again.");
        }
        files.put(name, text);
        return days;
    }

    private String text(String name) {
        byte[] bytes = installation
                .calendarFile(name)
                .orElseThrow(() -> new WrongValue(
                        "The file %s can't be read.".formatted(name), "Put it beside the plan that Firebreak reads."));
        if (bytes.length > MOST_BYTES) {
            throw new WrongValue("%s is larger than 256 KiB.".formatted(name), "Export the days off alone.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw unreadable(name);
        }
    }

    private static Set<LocalDate> days(String name, String text) {
        Set<LocalDate> days = new TreeSet<>();
        try {
            List<VEvent> events =
                    new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT);
            for (VEvent event : events) {
                add(event, name, days);
            }
        } catch (IOException | ParserException | RuntimeException broken) {
            if (broken instanceof WrongValue wrong) {
                throw wrong;
            }
            throw unreadable(name);
        }
        return Collections.unmodifiableSet(days);
    }

    private static WrongValue unreadable(String name) {
        return new WrongValue(
                "%s is no iCalendar file.".formatted(name), "Export the calendar again, as .ics in UTF-8.");
    }

    /** Events with hours are no days off. */
    private static void add(VEvent event, String name, Set<LocalDate> days) {
        Optional<DtStart<Temporal>> start = event.getProperty(Property.DTSTART);
        if (start.isEmpty() || !(start.get().getDate() instanceof LocalDate first)) {
            return;
        }
        long length = Math.max(1, first.until(end(event, first), ChronoUnit.DAYS));
        for (LocalDate begin : beginnings(event, first, name)) {
            for (LocalDate day = begin; day.isBefore(begin.plusDays(length)); day = day.plusDays(1)) {
                days.add(day);
                if (days.size() > MOST_DAYS) {
                    throw new WrongValue(
                            "%s holds more than %,d days.".formatted(name, MOST_DAYS), "Export the days off alone.");
                }
            }
        }
    }

    private static LocalDate end(VEvent event, LocalDate first) {
        Optional<DtEnd<Temporal>> end = event.getProperty(Property.DTEND);
        return end.map(DtEnd::getDate)
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .orElse(first.plusDays(1));
    }

    private static List<LocalDate> beginnings(VEvent event, LocalDate first, String name) {
        Optional<RRule<LocalDate>> rule = event.getProperty(Property.RRULE);
        if (rule.isEmpty()) {
            return List.of(first);
        }
        Recur<LocalDate> recur = rule.get().getRecur();
        if (recur.getFrequency() != Frequency.YEARLY) {
            throw new WrongValue(
                    "%s has an event that comes again other than each year.".formatted(name),
                    "Free days of every week belong into hours:; enter others one by one.");
        }
        List<LocalDate> beginnings = new ArrayList<>(recur.getDates(first, first, LAST));
        beginnings.removeAll(leftOut(event));
        return beginnings;
    }

    private static List<LocalDate> leftOut(VEvent event) {
        List<ExDate<LocalDate>> lists = event.getProperties(Property.EXDATE);
        return lists.stream().flatMap(list -> list.getDates().stream()).toList();
    }
}
