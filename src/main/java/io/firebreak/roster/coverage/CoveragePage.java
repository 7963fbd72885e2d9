package io.firebreak.roster.coverage;

import io.firebreak.access.StandalonePage;
import io.firebreak.language.ShownWords;
import io.firebreak.language.StaffPages;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The coverage as a page that stands alone: to read on any screen, and to print, in the viewer's language. */
@Component
class CoveragePage {

    private static final Comparator<MissingTime> WORST_FIRST = Comparator.comparing(
                    (MissingTime missing) -> missing.stretch().verdict(), Comparator.reverseOrder())
            .thenComparing(missing -> missing.stretch().from());

    private final StaffPages pages;

    CoveragePage(StaffPages pages) {
        this.pages = pages;
    }

    /** A chain with a cell for each day. */
    record Row(ChainCoverage line, List<Cell> cells) {}

    record Cell(List<Part> parts) {}

    /** A part of a day. */
    record Part(Verdict verdict, String time) {}

    /** A time at which a chain is not green. */
    record MissingTime(ChainCoverage line, Stretch stretch) {}

    StandalonePage render(Coverage coverage) {
        ShownWords words = pages.forViewer(coverage.zone());
        CoverageTimes times = new CoverageTimes(words, coverage.zone());
        List<LocalDate> days = days(coverage);
        Map<String, Object> values = Map.of(
                "coverage",
                coverage,
                "times",
                times,
                "days",
                days,
                "verdicts",
                Verdict.values(),
                "rows",
                coverage.chains().stream().map(line -> row(line, days, times)).toList(),
                "gaps",
                gaps(coverage));
        return StandalonePage.of(pages.render("roster/coverage", words, values));
    }

    private static List<MissingTime> gaps(Coverage coverage) {
        return coverage.chains().stream()
                .flatMap(line -> line.stretches().stream()
                        .filter(stretch -> stretch.verdict() != Verdict.GREEN)
                        .map(stretch -> new MissingTime(line, stretch)))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static List<LocalDate> days(Coverage coverage) {
        LocalDate first = LocalDate.ofInstant(coverage.at(), coverage.zone());
        LocalDate last = LocalDate.ofInstant(coverage.to().minusNanos(1), coverage.zone());
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static Row row(ChainCoverage line, List<LocalDate> days, CoverageTimes times) {
        return new Row(
                line,
                days.stream()
                        .map(day -> new Cell(line.stretches().stream()
                                .filter(stretch -> times.falls(stretch, day))
                                .map(stretch -> new Part(stretch.verdict(), times.part(stretch, day)))
                                .toList()))
                        .toList());
    }
}
