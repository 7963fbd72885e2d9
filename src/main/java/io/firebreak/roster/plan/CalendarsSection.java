package io.firebreak.roster.plan;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.firebreak.roster.CrisisPlan.Holidays;
import io.firebreak.roster.CrisisPlan.Hours;
import io.firebreak.roster.CrisisPlan.WorkingCalendar;
import io.firebreak.yaml.Fields;
import io.firebreak.yaml.Place;
import io.firebreak.yaml.WrongValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code calendars}: weekly hours, public holidays, days off of the house. */
final class CalendarsSection {

    private final CompanyDays companyDays;

    CalendarsSection(CompanyDays companyDays) {
        this.companyDays = companyDays;
    }

    Map<String, WorkingCalendar> read(Map<String, Place> calendars) {
        Map<String, WorkingCalendar> read = new LinkedHashMap<>();
        calendars.forEach((name, place) -> calendar(name, place).ifPresent(calendar -> read.put(name, calendar)));
        return Collections.unmodifiableMap(read);
    }

    private Optional<WorkingCalendar> calendar(String name, Place place) {
        NamedPlace.check(name, place);
        Fields fields = place.fields(Shape.CALENDAR);
        Optional<ZoneId> zone = fields.read("zone", Values::zone);
        Map<DayOfWeek, List<Hours>> hours = hours(fields);
        Holidays holidays = fields.at("holidays").flatMap(this::holidays).orElse(null);
        Set<LocalDate> daysOff = fields.read("company days", companyDays::in).orElse(Set.of());
        return zone.map(in -> new WorkingCalendar(name, in, hours, holidays, daysOff));
    }

    private static Map<DayOfWeek, List<Hours>> hours(Fields fields) {
        Week week = new Week();
        Map<String, Place> named = fields.named("hours");
        named.forEach((key, place) -> {
            try {
                List<DayOfWeek> days = Values.days(key);
                place.read(Values::stretches).ifPresent(hours -> week.add(days, hours, place));
            } catch (WrongValue wrong) {
                place.mistake(wrong.problem(), wrong.remedy());
            }
        });
        if (named.isEmpty()) {
            fields.at("hours")
                    .filter(Place::isMapping)
                    .ifPresent(place ->
                            place.mistake("No working hours are named.", "Write such as mon-fri: 09:00-17:30."));
        }
        return week.hours();
    }

    private Optional<Holidays> holidays(Place place) {
        Fields fields = place.fields(Shape.HOLIDAYS);
        Optional<String> country = fields.read("country", CalendarsSection::countryOf);
        return country.map(of -> new Holidays(
                of, fields.read("region", text -> regionOf(text, of)).orElse(null)));
    }

    private static String countryOf(String text) {
        if (!text.matches("[A-Za-z]{2}")
                || !HolidayManager.getSupportedCalendarCodes().contains(text.toUpperCase(Locale.ROOT))) {
            throw new WrongValue(
                    "The public holidays of %s are not known.".formatted(WrongValue.shown(text)),
                    "Write the country's code of two letters, such as es, it or pl.");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String regionOf(String text, String country) {
        Set<String> regions = HolidayManager.getInstance(ManagerParameters.create(country))
                .getCalendarHierarchy()
                .getChildren()
                .keySet();
        return Values.reference("region of %s".formatted(country), regions).apply(text);
    }
}
