package io.firebreak.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.database.FreshDatabase;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is released, on a real PostgreSQL. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        classes = NewsroomSlice.class,
        properties = "firebreak.newsroom.base-url=https://news.example.com/")
@ContextConfiguration(initializers = FreshDatabase.class)
class NewsroomTest {

    private static final Instant NOON = Instant.parse("2026-08-02T12:00:00Z");

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private NewsroomSite site;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private NewsroomStore store;

    @Autowired
    private PageRenderer renderer;

    @Autowired
    private Clock clock;

    @Test
    void shouldGiveTheFirstReleaseAnAddress() {
        // given
        UUID statement = UUID.randomUUID();

        // when
        NewsroomAddress address = publish(release(statement, "Przepraszamy za żółte łódki", null));

        // then
        assertThat(address.path()).isEqualTo("/newsroom/2026-08-02-przepraszamy-za-zolte-lodki");
        assertThat(address.url()).hasToString("https://news.example.com" + address.path());
        assertThat(address.version()).isEqualTo(1);
        assertThat(newsroom.addressOf(statement)).contains(address);
        assertThat(site.snapshot().at(address.path())).isPresent();
    }

    @Test
    void shouldReleaseAVersionOnce() {
        // given
        NewsroomRelease release = release(UUID.randomUUID(), "Said once", null);
        NewsroomAddress first = publish(release);
        long releases = releases();

        // when
        NewsroomAddress second = publish(release);

        // then
        assertThat(second).isEqualTo(first);
        assertThat(releases()).isEqualTo(releases);
    }

    @Test
    void shouldMakeALaterReleaseTheNextVersionOfTheSamePage() {
        // given
        UUID statement = UUID.randomUUID();
        NewsroomAddress first = publish(release(statement, "What we know", null));

        // when
        NewsroomAddress second = publish(release(statement, "What we know now", "The number was wrong."));

        // then
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(second.version()).isEqualTo(2);
        assertThat(newsroom.addressOf(statement)).contains(second);
        assertThat(site.snapshot().at(first.path() + "/versions/1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void shouldRefuseALaterReleaseThatDoesNotSayWhatItCorrects(String note) {
        // given
        UUID statement = UUID.randomUUID();
        publish(release(statement, "First", null));
        long releases = releases();

        // when / then
        assertThatThrownBy(() -> publish(release(statement, "Second", note)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("please say what the new text corrects");
        assertThatThrownBy(() -> publish(release(statement, "Second", null))).isInstanceOf(Refusal.class);
        assertThat(releases()).isEqualTo(releases);
    }

    @Test
    void shouldShowNoCorrectionWhereNothingPublicIsCorrected() {
        // given: an approved text that never went out, and a second one that corrects it
        UUID statement = UUID.randomUUID();

        // when
        NewsroomAddress address = publish(release(statement, "The first that goes out", "A typing error."));

        // then
        assertThat(address.version()).isEqualTo(1);
        assertThat(new String(site.snapshot().at(address.path()).orElseThrow().bytes()))
                .doesNotContain("A typing error.");
    }

    @Test
    void shouldShowNothingOfATransactionThatIsRolledBack() {
        // given
        UUID statement = UUID.randomUUID();
        long position = site.snapshot().position();

        // when
        transaction.executeWithoutResult(status -> {
            newsroom.publish(release(statement, "Never said", null));
            status.setRollbackOnly();
        });

        // then
        site.refresh();
        assertThat(newsroom.addressOf(statement)).isEmpty();
        assertThat(site.snapshot().position()).isEqualTo(position);
    }

    @Test
    void shouldReleaseOnlyInTheTransactionOfTheAct() {
        assertThatThrownBy(() -> newsroom.publish(release(UUID.randomUUID(), "Alone", null)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void shouldNumberReleasesThatComeAtOnce() throws Exception {
        // given
        UUID statement = UUID.randomUUID();
        publish(release(statement, "Zero", null));
        long position = site.snapshot().position();

        // when
        List<NewsroomAddress> addresses = atOnce(
                () -> publish(release(statement, "One", "Corrected here.")),
                () -> publish(release(statement, "Two", "Corrected there.")));

        // then
        assertThat(addresses).extracting(NewsroomAddress::version).containsExactlyInAnyOrder(2, 3);
        site.refresh();
        assertThat(site.snapshot().position()).isEqualTo(position + 2);
    }

    @Test
    void shouldGiveStatementsOfOneTitleAddressesOfTheirOwn() throws Exception {
        // when
        List<NewsroomAddress> addresses = atOnce(
                () -> publish(release(UUID.randomUUID(), "The same words", null)),
                () -> publish(release(UUID.randomUUID(), "The same words", null)));

        // then
        assertThat(addresses)
                .extracting(NewsroomAddress::path)
                .containsExactlyInAnyOrder(
                        "/newsroom/2026-08-02-the-same-words", "/newsroom/2026-08-02-the-same-words-2");
    }

    @Test
    void shouldRefuseALanguageThatDoesNotExist() {
        assertThatThrownBy(() -> publish(new NewsroomRelease(
                        UUID.randomUUID(), UUID.randomUUID(), "xx-nonsense", "Title", "Body", null, NOON)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE firebreak.newsroom_release SET body = 'Nothing happened.'",
                "DELETE FROM firebreak.newsroom_release",
                "TRUNCATE firebreak.newsroom_release CASCADE",
                "UPDATE firebreak.newsroom_statement SET slug = 'elsewhere'",
                "DELETE FROM firebreak.newsroom_statement",
                "TRUNCATE firebreak.newsroom_statement CASCADE",
                "DELETE FROM firebreak.newsroom_site",
                "TRUNCATE firebreak.newsroom_site"
            })
    void shouldNeverChangeWhatWasPublic(String change) {
        // given
        publish(release(UUID.randomUUID(), "Stays", null));

        // when / then
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void shouldShowWhatAnotherNodeReleased() {
        // given: a second node on the same database
        NewsroomSite elsewhere = new NewsroomSite(store, renderer, clock);
        NewsroomAddress address = publish(release(UUID.randomUUID(), "From elsewhere", null));
        assertThat(elsewhere.snapshot().at(address.path())).isEmpty();

        // when
        elsewhere.refreshOrLeaveItToThePoll();

        // then
        assertThat(elsewhere.snapshot().at(address.path())).isPresent();
    }

    private NewsroomAddress publish(NewsroomRelease release) {
        return transaction.execute(status -> newsroom.publish(release));
    }

    private long releases() {
        return jdbc.sql("SELECT count(*) FROM firebreak.newsroom_release")
                .query(Long.class)
                .single();
    }

    private static NewsroomRelease release(UUID statement, String title, String note) {
        return new NewsroomRelease(statement, UUID.randomUUID(), "en", title, "A text.", note, NOON);
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.length);
        CyclicBarrier start = new CyclicBarrier(works.length);
        try {
            List<Callable<T>> together = java.util.Arrays.stream(works)
                    .<Callable<T>>map(work -> () -> {
                        start.await();
                        return work.call();
                    })
                    .toList();
            List<Future<T>> results = threads.invokeAll(together);
            List<T> values = new java.util.ArrayList<>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
