package io.firebreak.newsroom;

import static io.firebreak.newsroom.Releases.correctionOf;
import static io.firebreak.newsroom.Releases.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class NewsroomTest {

    private static TestDatabase database;
    private static TestNewsroom newsroom;

    @BeforeAll
    static void start() {
        database = new TestDatabase();
        newsroom = new TestNewsroom(database);
    }

    @AfterAll
    static void stop() {
        newsroom.close();
        database.close();
    }

    @Test
    void shouldMakeAPageForTheFirstRelease() {
        // given
        NewsroomRelease release = first("pl", "Przepraszamy za żółw", "Treść");

        // when
        NewsroomAddress address = newsroom.publish(release);

        // then
        assertThat(address.path()).isEqualTo("/newsroom/2026-11-21-przepraszamy-za-zolw");
        assertThat(address.url())
                .isEqualTo(URI.create("http://localhost:8080/newsroom/2026-11-21-przepraszamy-za-zolw"));
        assertThat(address.version()).isEqualTo(1);
        assertThat(newsroom.api().addressOf(release.statementId())).contains(address);
    }

    @Test
    void shouldKeepTheAddressWhenAStatementIsCorrected() {
        // given
        NewsroomRelease release = first("The first title");
        NewsroomAddress address = newsroom.publish(release);

        // when
        NewsroomAddress corrected = newsroom.publish(correctionOf(release, "Right now.", "A figure was wrong."));

        // then
        assertThat(corrected.path()).isEqualTo(address.path());
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(newsroom.api().addressOf(release.statementId())).contains(corrected);
    }

    @Test
    void shouldChangeNothingWhenAVersionIsReleasedAgain() {
        // given
        NewsroomRelease release = first("Said once");
        NewsroomAddress address = newsroom.publish(release);
        newsroom.publish(correctionOf(release, "Right now.", "A figure was wrong."));

        // when
        NewsroomAddress again = newsroom.publish(release);

        // then
        assertThat(again).isEqualTo(address);
        assertThat(versionsOf(release.statementId())).containsExactly(1, 2);
    }

    @Test
    void shouldRefuseALaterReleaseThatDoesNotSayWhatItCorrects() {
        // given
        NewsroomRelease release = first("Silently changed");
        newsroom.publish(release);

        // when, then
        assertThatThrownBy(() -> newsroom.publish(correctionOf(release, "Other text.", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Say in a correction note what was wrong and is right now.");
        assertThat(versionsOf(release.statementId())).containsExactly(1);
    }

    @Test
    void shouldRefuseAFirstReleaseThatClaimsToCorrect() {
        // given
        NewsroomRelease release = correctionOf(first("Corrects nothing"), "Text", "A note");

        // when, then
        assertThatThrownBy(() -> newsroom.publish(release)).hasMessageContaining("Leave the correction note out.");
        assertThat(newsroom.api().addressOf(release.statementId())).isEmpty();
    }

    @Test
    void shouldRefuseAVersionThatBelongsToAnotherStatement() {
        // given
        NewsroomRelease release = first("Mine");
        newsroom.publish(release);
        NewsroomRelease stolen = new NewsroomRelease(
                UUID.randomUUID(), release.versionId(), "en", "Stolen", "Text", null, release.releasedAt());

        // when, then
        assertThatThrownBy(() -> newsroom.publish(stolen)).hasMessageContaining("can't be released for another");
    }

    @Test
    void shouldNeedTheTransactionOfTheCaller() {
        // given
        NewsroomRelease release = first("Alone");

        // when, then
        assertThatThrownBy(() -> newsroom.api().publish(release)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldForgetAReleaseThatWasRolledBack() {
        // given
        NewsroomRelease release = first("Taken back in time");

        // when
        newsroom.publishAndRollBack(release);

        // then
        assertThat(newsroom.api().addressOf(release.statementId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsroom_release", "newsroom_statement", "newsroom_identity"})
    void shouldNeverForgetWhatWasPublished(String table) {
        // given
        newsroom.publish(first("For ever"));
        String column = table.equals("newsroom_identity") ? "feed_id" : "statement_id";

        // when, then
        for (String change : List.of(
                "update firebreak.%1$s set %2$s = %2$s",
                "delete from firebreak.%1$s", "truncate firebreak.%1$s cascade")) {
            assertThatThrownBy(() -> database.client()
                            .sql(change.formatted(table, column))
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or deleted. Publish a correction instead.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Disculpas por el ¡error! del 20 %', disculpas-por-el-error-del-20",
        "'بيان رسمي', byan-rsmy",
        "'🔥🔥', statement",
        "'Don''t <script>alert(1)</script>', dont-script-alert-1-script",
        "'../../etc/passwd', etc-passwd"
    })
    void shouldNamePagesInPlainLetters(String title, String name) {
        // when
        NewsroomAddress address = newsroom.publish(first(title));

        // then
        assertThat(address.path()).startsWith("/newsroom/2026-11-21-" + name).matches("/newsroom/[a-z0-9-]+");
    }

    @Test
    void shouldGiveTwoStatementsOfOneTitleTwoPages() {
        // when
        NewsroomAddress one = newsroom.publish(first("Twins"));
        NewsroomAddress other = newsroom.publish(first("Twins"));

        // then
        assertThat(one.path()).isEqualTo("/newsroom/2026-11-21-twins");
        assertThat(other.path()).isEqualTo("/newsroom/2026-11-21-twins-2");
    }

    @Test
    void shouldCutLongNamesBetweenWords() {
        // when
        NewsroomAddress address = newsroom.publish(first("word ".repeat(90).strip()));

        // then
        assertThat(address.path()).endsWith("-word-word").hasSizeLessThan(90);
    }

    @Test
    void shouldNumberTwoReleasesAtOnceOneAfterTheOther() throws Exception {
        // given
        NewsroomRelease release = first("In a hurry");
        newsroom.publish(release);
        List<Callable<NewsroomAddress>> corrections = List.of(
                () -> newsroom.publish(correctionOf(release, "One", "Note one")),
                () -> newsroom.publish(correctionOf(release, "Two", "Note two")));

        // when
        List<NewsroomAddress> addresses = atOnce(corrections);

        // then
        assertThat(addresses).extracting(NewsroomAddress::version).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void shouldReleaseAVersionOnceWhenTwoAskAtOnce() throws Exception {
        // given
        NewsroomRelease release = first("Asked twice");

        // when
        List<NewsroomAddress> addresses =
                atOnce(List.of(() -> newsroom.publish(release), () -> newsroom.publish(release)));

        // then
        assertThat(addresses.get(0)).isEqualTo(addresses.get(1));
        assertThat(versionsOf(release.statementId())).containsExactly(1);
    }

    @Test
    void shouldGiveTwoStatementsAtOnceTwoPages() throws Exception {
        // when
        List<NewsroomAddress> addresses =
                atOnce(List.of(() -> newsroom.publish(first("At once")), () -> newsroom.publish(first("At once"))));

        // then
        assertThat(addresses)
                .extracting(NewsroomAddress::path)
                .containsExactlyInAnyOrder("/newsroom/2026-11-21-at-once", "/newsroom/2026-11-21-at-once-2");
    }

    private static List<Integer> versionsOf(UUID statementId) {
        return database.client()
                .sql("select version from firebreak.newsroom_release where statement_id = :id order by version")
                .param("id", statementId)
                .query(Integer.class)
                .list();
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> results = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }
}
