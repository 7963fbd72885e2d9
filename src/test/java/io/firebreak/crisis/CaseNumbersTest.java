package io.firebreak.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.access.Actor;
import io.firebreak.rule.Refusal;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** References are given one after the other, without a gap, whatever happens at once. */
@FirebreakTest
class CaseNumbersTest {

    private static final Actor REPORTER = new Actor("communitymanager");

    @Autowired
    private Incidents incidents;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Duration moved = Duration.ZERO;

    @AfterEach
    void goBack() {
        clock.advance(moved.negated());
    }

    @Test
    void shouldGiveFiftyReportsAtOnceFiftyNumbersInARow() throws Exception {
        // given
        int before = report().number();
        List<Callable<Integer>> reports = new ArrayList<>();
        IntStream.range(0, 50).forEach(index -> reports.add(() -> report().number()));

        // when
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Integer> numbers = new ArrayList<>();
        for (Future<Integer> number : threads.invokeAll(reports)) {
            numbers.add(number.get());
        }
        threads.shutdown();

        // then
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(before + 1, before + 50).boxed().toList());
    }

    @Test
    void shouldLeaveNoGapForAReportThatIsRolledBack() {
        // given
        int before = report().number();

        // when
        CaseReference lost = transaction.execute(status -> {
            status.setRollbackOnly();
            return report();
        });

        // then
        assertThat(lost.number()).isEqualTo(before + 1);
        assertThat(report().number()).isEqualTo(before + 1);
    }

    @Test
    void shouldBeginEachYearAtOne() {
        // given
        report();
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        ZonedDateTime newYear = Year.of(now.getYear() + 1).atDay(1).atStartOfDay(ZoneOffset.UTC);

        // when
        move(Duration.between(now, newYear).minusSeconds(1));
        CaseReference last = report();
        move(Duration.ofSeconds(1));
        CaseReference first = report();

        // then
        assertThat(last.year()).isEqualTo(now.getYear());
        assertThat(first).hasToString("CR-%d-0001".formatted(now.getYear() + 1));
    }

    @Test
    void shouldReadWhatItWrites() {
        assertThat(CaseReference.parse("CR-2026-0042"))
                .isEqualTo(new CaseReference(2026, 42))
                .hasToString("CR-2026-0042");
        assertThat(CaseReference.parse("CR-2026-12345")).hasToString("CR-2026-12345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CR-2026-1",
                "cr-2026-0001",
                "CR-2026-0001 ",
                "CR-2026-0001\n",
                "CR-٢٠٢٦-٠٠٠١",
                "CR-2026-9999999999",
                "CR-2026-0001'--"
            })
    void shouldRefuseWhatIsNoReference(String text) {
        assertThatThrownBy(() -> CaseReference.parse(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no case with this reference; references look like CR-2026-0001.");
    }

    private CaseReference report() {
        return incidents
                .report(IncidentReport.of("Numbered", "It happened.", "en", null), REPORTER)
                .reference();
    }

    private void move(Duration duration) {
        clock.advance(duration);
        moved = moved.plus(duration);
    }
}
