package io.firebreak.roster;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Public holidays, as the library jollyday knows them. Each year of a region is worked out once. */
final class PublicHolidays {

    private static final Map<YearOfRegion, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    static boolean include(CrisisPlan.Holidays region, LocalDate day) {
        return KNOWN.computeIfAbsent(new YearOfRegion(region, day.getYear()), YearOfRegion::days)
                .contains(day);
    }

    private record YearOfRegion(CrisisPlan.Holidays region, int year) {

        /** With the years beside it: a holiday at a weekend may be kept on a day of the year before. */
        Set<LocalDate> days() {
            HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(region.country()));
            String[] below = region.region() == null ? new String[0] : new String[] {region.region()};
            return IntStream.rangeClosed(year - 1, year + 1)
                    .mapToObj(Year::of)
                    .flatMap(each -> manager.getHolidays(each, HolidayType.PUBLIC_HOLIDAY, below).stream())
                    .flatMap(YearOfRegion::daysOff)
                    .filter(day -> day.getYear() == year)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static Stream<LocalDate> daysOff(Holiday holiday) {
            return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
        }
    }
}
