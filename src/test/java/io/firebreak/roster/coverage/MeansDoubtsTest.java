package io.firebreak.roster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.notification.Means;
import io.firebreak.notification.Means.Kind;
import io.firebreak.notification.MeansView;
import io.firebreak.notification.Webhook.Form;
import io.firebreak.roster.CrisisPlan.PlannedPerson;
import io.firebreak.roster.CrisisPlan.Reachable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeansDoubtsTest {

    private static final Instant MORNING = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void shouldDoubtWhoHasTheListOfTasksAlone() {
        assertThat(MeansDoubts.asTried(Map.of()).about(person(Kind.TASKLIST)))
                .contains("Only the list of tasks tells ana, and it wakes nobody.");
    }

    @Test
    void shouldDoubtWhomNoMeansReachedAtTheLastAttempt() {
        assertThat(doubts(mail(MORNING, NOON), chat(null, NOON)))
                .contains("At the last attempt no means could tell ana anything.");
    }

    @Test
    void shouldTrustOneMeansThatWorkedSince() {
        assertThat(doubts(mail(NOON, MORNING), chat(null, NOON))).isEmpty();
    }

    @Test
    void shouldTrustWhatWasNeverTried() {
        assertThat(doubts(mail(null, null))).isEmpty();
    }

    private static Optional<String> doubts(MeansView... means) {
        return MeansDoubts.asTried(Map.of("ana", List.of(means))).about(person(Kind.EMAIL));
    }

    private static MeansView mail(Instant workedAt, Instant failedAt) {
        return new MeansView(2, Kind.EMAIL, null, null, null, null, workedAt, failedAt, "No answer.");
    }

    private static MeansView chat(Instant workedAt, Instant failedAt) {
        return new MeansView(3, Kind.WEBHOOK, "team", Form.SLACK, null, null, workedAt, failedAt, "No answer.");
    }

    private static PlannedPerson person(Kind kind) {
        return new PlannedPerson(
                "ana",
                Set.of("legal"),
                Set.of(),
                List.of("en"),
                ZoneOffset.UTC,
                null,
                Reachable.ALWAYS,
                List.of(new Means(kind, null, null, null)),
                null);
    }
}
