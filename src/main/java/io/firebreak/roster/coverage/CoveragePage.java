package io.firebreak.roster.coverage;

import io.firebreak.access.StandalonePage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The coverage as a page that stands alone: to read on any screen, and to print. */
@Component
class CoveragePage {

    private final ITemplateEngine templates;

    CoveragePage(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A chain with a cell for each day. */
    record Row(String title, String chain, Verdict worst, List<Cell> cells) {}

    record Cell(String day, List<Part> parts) {}

    /** A part of a day. */
    record Part(Verdict verdict, String time) {}

    StandalonePage render(Coverage coverage) {
        CoverageWords words = new CoverageWords(coverage.zone());
        List<LocalDate> days = days(coverage);
        Map<String, Object> values = Map.of(
                "coverage",
                coverage,
                "words",
                words,
                "days",
                days,
                "verdicts",
                Verdict.values(),
                "rows",
                coverage.chains().stream().map(line -> row(line, days, words)).toList(),
                "gaps",
                gaps(coverage, words));
        return StandalonePage.of(templates.process("roster/coverage", new Context(Locale.UK, values)));
    }

    /** All that is not green, in sentences, the worst first. */
    static List<String> gaps(Coverage coverage, CoverageWords words) {
        record Gap(ChainCoverage line, Stretch stretch) {}
        return coverage.chains().stream()
                .flatMap(line -> line.stretches().stream()
                        .filter(stretch -> stretch.verdict() != Verdict.GREEN)
                        .map(stretch -> new Gap(line, stretch)))
                .sorted((one, other) ->
                        other.stretch().verdict().compareTo(one.stretch().verdict()) != 0
                                ? other.stretch()
                                        .verdict()
                                        .compareTo(one.stretch().verdict())
                                : one.stretch().from().compareTo(other.stretch().from()))
                .map(gap -> gap.stretch().verdict().sign() + " " + words.sentence(gap.line(), gap.stretch()))
                .toList();
    }

    private static List<LocalDate> days(Coverage coverage) {
        LocalDate first = LocalDate.ofInstant(coverage.at(), coverage.zone());
        LocalDate last = LocalDate.ofInstant(coverage.to().minusNanos(1), coverage.zone());
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static Row row(ChainCoverage line, List<LocalDate> days, CoverageWords words) {
        return new Row(
                words.title(line),
                line.chain(),
                line.worst(),
                days.stream()
                        .map(day -> new Cell(
                                words.day(day),
                                line.stretches().stream()
                                        .filter(stretch -> words.falls(stretch, day))
                                        .map(stretch -> new Part(stretch.verdict(), words.part(stretch, day)))
                                        .toList()))
                        .toList());
    }
}
