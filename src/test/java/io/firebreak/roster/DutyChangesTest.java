package io.firebreak.roster;

import static io.firebreak.roster.TestPlan.onDutyOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.firebreak.access.Person;
import io.firebreak.engine.Staff;
import io.firebreak.ledger.Ledger;
import io.firebreak.roster.CrisisPlan.Rotation;
import io.firebreak.roster.DutyChanges.Changed;
import io.firebreak.roster.DutyChanges.NewDutyChange;
import io.firebreak.roster.DutyChanges.NewSwap;
import io.firebreak.roster.DutyChanges.Stretch;
import io.firebreak.rule.Refusal;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Duty that is taken over, given away and swapped, in a rotation of nights. */
@FirebreakTest
class DutyChangesTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;

    @LocalServerPort
    private int port;

    @Autowired
    private DutyChangeStore store;

    @Autowired
    private AbsenceStore absences;

    @Autowired
    private RosterRights rights;

    @Autowired
    private Staff staff;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private LocalDate today;
    private Roster roster;
    private DutyChanges changes;

    /** Legal and legal2 by turns, each two nights from 20:00 to 06:00; the first began yesterday. */
    @BeforeEach
    void plan() {
        today = LocalDate.ofInstant(clock.instant(), ZONE);
        Rotation nights = new Rotation(
                "nights",
                ZONE,
                List.of("legal", "legal2"),
                LocalDateTime.of(today.minusDays(1), LocalTime.NOON),
                Duration.ofDays(2),
                Set.of(),
                TestPlan.hours("20:00", "06:00"));
        CrisisPlans plans = mock(CrisisPlans.class);
        when(plans.current())
                .thenReturn(new TestPlan()
                        .with(onDutyOnly("legal"))
                        .with(onDutyOnly("legal2"))
                        .with(nights)
                        .plan());
        roster = new Roster(plans, absences, store, clock);
        changes = new DutyChanges(store, plans, roster, rights, ledger, event -> {}, clock);
    }

    @AfterEach
    void asPlanned() {
        jdbc.sql("DELETE FROM firebreak.duty_change").update();
    }

    @Test
    void shouldTakeOverANight() {
        // when
        Changed changed = change("legal", 1, 2, "legal");

        // then
        assertThat(changed.isNew()).isTrue();
        assertThat(onCall(1, "12:00")).isEqualTo("legal");
        assertThat(onCall(1, "23:00")).isEqualTo("legal");
        assertThat(onCall(2, "23:00")).isEqualTo("legal2");
        assertThat(acts(changed))
                .containsExactly("duty.changed legal is on call in nights from " + day(1) + " 00:00 Z to " + day(2)
                        + " 00:00 Z. because a wedding");
    }

    @Test
    void shouldEnterTheSameOnceAndCountWhatIsEnteredLast() {
        // given
        Changed first = change("crisislead", 1, 2, "areaowner");

        // when
        Changed again = change("crisislead", 1, 2, "areaowner");
        Changed other = change("crisislead", 1, 2, "legal");
        Changed back = change("crisislead", 1, 2, "areaowner");

        // then
        assertThat(again.isNew()).isFalse();
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(other.isNew()).isTrue();
        assertThat(back.isNew()).isTrue();
        assertThat(changes.list()).hasSize(3);
        assertThat(onCall(1, "23:00")).isEqualTo("areaowner");
    }

    @Test
    void shouldSwapTheNightsAndNotTheDaysBetween() {
        // given
        assertThat(onCall(0, "23:00")).isEqualTo("legal");
        assertThat(onCall(1, "23:00")).isEqualTo("legal2");

        // when: each gives two nights
        Changed swapped = swap("legal2", "legal", 3, 5, "legal2", 1, 3);

        // then
        assertThat(swapped.entries()).hasSize(4);
        assertThat(swapped.entries())
                .extracting(DutyChangeEntry::act)
                .containsOnly(swapped.entries().get(0).act());
        assertThat(onCall(1, "23:00")).isEqualTo("legal");
        assertThat(onCall(2, "23:00")).isEqualTo("legal");
        assertThat(onCall(3, "23:00")).isEqualTo("legal2");
        assertThat(onCall(4, "23:00")).isEqualTo("legal2");
        assertThat(onCall(2, "12:00")).isNull();
        assertThat(acts(swapped))
                .singleElement()
                .asString()
                .startsWith("duty.swapped legal and legal2 swap duty in nights: legal gives the time from ");
    }

    @Test
    void shouldSwapOnceHoweverOftenItIsSent() {
        // given
        Changed first = swap("legal", "legal", 3, 5, "legal2", 1, 3);

        // when
        Changed again = swap("legal2", "legal", 3, 5, "legal2", 1, 3);

        // then
        assertThat(again.isNew()).isFalse();
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(changes.list()).hasSize(4);
    }

    @Test
    void shouldTakeASwapBackAsAWhole() {
        // given
        Changed swapped = swap("crisislead", "legal", 3, 5, "legal2", 1, 3);
        String id = swapped.entries().get(2).change().id().toString();

        // when
        in(() -> changes.end(id, person("legal")));
        in(() -> changes.end(id, person("legal")));

        // then
        assertThat(changes.list()).isEmpty();
        assertThat(onCall(1, "23:00")).isEqualTo("legal2");
        assertThat(onCall(3, "23:00")).isEqualTo("legal");
        assertThat(acts(swapped)).hasSize(2).last().asString().startsWith("duty.change-ended ");
    }

    @Test
    void shouldRefuseASwapOfDutyThatSomebodyDoesNotHave() {
        assertThatThrownBy(() -> swap("legal", "legal", 1, 2, "legal2", 3, 4))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("legal is not the one on call in nights from ");
        assertThatThrownBy(() -> swap("legal", "legal", 3, 4, "legal", 3, 4))
                .isInstanceOf(Refusal.class)
                .hasMessage("A swap takes two people; please name the other one.");
        assertThat(changes.list()).isEmpty();
    }

    @Test
    void shouldLetOnlyThoseConcernedOrInChargeChangeDuty() {
        // the one who takes over has to be in the rotation
        assertRefused(() -> change("areaowner", 1, 2, "areaowner"));
        // nobody puts a colleague on call
        assertRefused(() -> change("legal", 1, 2, "legal2"));
        assertRefused(() -> swap("areaowner", "legal", 3, 5, "legal2", 1, 3));
        assertRefused(() -> swap("management", "legal", 3, 5, "legal2", 1, 3));
        Changed changed = change("admin", 1, 2, "areaowner");
        assertRefused(() -> changes.end(changed.entries().get(0).change().id().toString(), person("legal")));
        assertThat(changes.list()).hasSize(1);
    }

    @Test
    void shouldSayWhatIsWrong() {
        Person lead = person("crisislead");
        assertThatThrownBy(() ->
                        in(() -> changes.change(new NewDutyChange("days", day(1), day(1), "legal", "a wedding"), lead)))
                .hasMessage("The crisis plan has no such rotation; please give one of: nights.");
        assertThatThrownBy(() -> in(
                        () -> changes.change(new NewDutyChange("nights", day(1), day(1), "nobody", "a wedding"), lead)))
                .hasMessageStartingWith("There is nobody with the id nobody who works on cases");
        assertThatThrownBy(
                        () -> in(() -> changes.change(new NewDutyChange("nights", day(1), day(1), "legal", " "), lead)))
                .hasMessage("The reason is missing; please fill it in.");
        assertThatThrownBy(() -> in(() -> changes.swap(new NewSwap("nights", null, null, "a wedding"), lead)))
                .hasMessageStartingWith("What each of the two gives is missing");
        assertThatThrownBy(() -> changes.end("nothing", lead)).hasMessageStartingWith("There is no change of duty");
        assertThat(changes.list()).isEmpty();
    }

    @Test
    void shouldOpenTheApiToStaffAndAdministratorsOnly() {
        Web web = new Web(port);
        for (String path : List.of("/api/duties", "/api/duties/changes", "/api/absences")) {
            assertThat(web.get(null, path).statusCode()).isEqualTo(401);
            assertThat(web.get("designer", path).statusCode()).isEqualTo(403);
            assertThat(web.get("legal", path).statusCode()).isEqualTo(200);
            assertThat(web.get("admin", path).statusCode()).isEqualTo(200);
        }
        assertThat(web.get("legal", "/api/duties?from=2026-01-01&to=2026-12-31").body())
                .contains("at most 92 days");
        assertThat(web.post("legal", "/api/duties/changes", "{\"rotation\": \"no such\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(web.post("legal", "/api/duties/swaps", "{}").body()).contains("The rotation is missing");
    }

    private Changed change(String by, int from, int to, String person) {
        NewDutyChange wanted =
                new NewDutyChange("nights", day(from) + "T00:00", day(to) + "T00:00", person, "a wedding");
        return in(() -> changes.change(wanted, person(by)));
    }

    private Changed swap(String by, String first, int from, int to, String second, int secondFrom, int secondTo) {
        NewSwap wanted = new NewSwap(
                "nights",
                new Stretch(first, day(from) + "T12:00", day(to) + "T12:00"),
                new Stretch(second, day(secondFrom) + "T12:00", day(secondTo) + "T12:00"),
                "a wedding");
        return in(() -> changes.swap(wanted, person(by)));
    }

    private void assertRefused(Supplier<Object> act) {
        assertThatThrownBy(() -> in(act::get))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }

    private <T> T in(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    private Person person(String id) {
        return staff.person(id);
    }

    private String day(int number) {
        return today.plusDays(number).toString();
    }

    /** Null: nobody. */
    private String onCall(int day, String time) {
        Instant at = Instant.parse(day(day) + "T" + time + ":00Z");
        return roster.resolver().shifts("nights", at, at.plusSeconds(1)).stream()
                .map(Shift::person)
                .findFirst()
                .orElse(null);
    }

    private List<String> acts(Changed changed) {
        return jdbc
                .sql("SELECT act, sentence, reason FROM firebreak.ledger_entry WHERE details ->> 'act' = ? ORDER BY id")
                .param(changed.entries().get(0).act().toString())
                .query()
                .listOfRows()
                .stream()
                .map(DutyChangesTest::written)
                .toList();
    }

    private static String written(Map<String, Object> entry) {
        return entry.get("act") + " " + entry.get("sentence") + " because " + entry.get("reason");
    }
}
