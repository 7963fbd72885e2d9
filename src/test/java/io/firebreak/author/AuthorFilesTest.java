package io.firebreak.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.author.AuthorFile.OrderMatch;
import io.firebreak.crisis.Assessments;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.mention.Post;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.CommentDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is seen of an author in the mentions that tools delivered, and in the orders that a shop did. */
@FirebreakTest
class AuthorFilesTest {

    @Autowired
    private AuthorFiles files;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private Cases cases;

    @Autowired
    private Assessments assessments;

    @Autowired
    private TestClock clock;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Web web;
    private CaseReference reference;
    private final String number = "A-" + UUID.randomUUID().toString().substring(0, 8) + "-1";
    private final String handle = "@" + UUID.randomUUID();

    @BeforeEach
    void openCase() {
        web = new Web(port);
        reference = CaseReference.parse(
                new CommentDriver(cases, assessments, runtimeService, transaction).comment("They poison us"));
    }

    @Test
    void shouldSayThatNothingIsKnownWithoutAMention() {
        assertThat(files.of(reference).about()).isNull();
        assertThat(files.of(reference).observations().values()).hasSize(5).allSatisfy(seen -> assertThat(seen.answer())
                .isEqualTo(Signal.UNKNOWN));
    }

    @Test
    void shouldShowThePostsThatSayNearlyTheSame() {
        // given
        Instant now = clock.instant();
        mention(handle, now, "This tea is poisoned, throw it away and tell your friends", "2026-01-01");
        for (int account = 0; account < 5; account++) {
            mention(
                    "@bot" + account,
                    now.minusSeconds(60L * account),
                    "THIS tea is poisoned! Throw it away, tell your friend " + account,
                    "2020-01-01");
        }
        mention(
                "@late",
                now.minus(Duration.ofMinutes(30)),
                "This tea is poisoned, throw it away and tell your friends",
                "2020-01-01");

        // when
        AuthorFile.Observation seen = files.of(reference).observations().get("nearDuplicates");

        // then
        assertThat(files.of(reference).about().handle()).isEqualTo(handle);
        assertThat(seen.answer()).isEqualTo(Signal.YES);
        assertThat(seen.words()).startsWith("6 accounts wrote nearly the same within 4 min");
        assertThat(seen.posts())
                .extracting(Post::handle)
                .contains(handle, "@bot0", "@bot4")
                .doesNotContain("@late");
    }

    @Test
    void shouldKeepWhatWasProposedBesideWhatThePersonSaid() {
        // given
        mention(handle, clock.instant(), "This tea is poisoned, throw it away and tell your friends", "2020-01-01");
        new CommentDriver(cases, assessments, runtimeService, transaction).start("VerifyAuthor", reference.toString());

        // when
        driver.complete(
                "communitymanager",
                reference.toString(),
                "UserTask_VerifyAuthor",
                Map.of(
                        "handle", handle,
                        "place", "mastodon",
                        "orderMatched", false,
                        "youngAccount", "YES",
                        "nearDuplicates", "UNKNOWN",
                        "sharedLinkBurst", "UNKNOWN",
                        "noOtherTopics", "UNKNOWN",
                        "synchronousActivity", "UNKNOWN"));

        // then
        assertThat(jdbc.sql(
                                "SELECT o.answer FROM firebreak.author_observation o JOIN firebreak.author_check c ON c.id = o.check_id WHERE c.case_reference = ? AND o.signal = 'youngAccount'")
                        .param(reference.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("NO");
    }

    @Test
    void shouldKnowACustomerByTheOrderTheyNameAndByTheirAccount() {
        // given
        mention(handle, clock.instant(), "Where is my order %s?".formatted(number), null);
        deliver(
                "{\"records\": [{\"number\": \"%s\"}, {\"number\": \"%s2\", \"handle\": \"%s\", \"place\": \"Mastodon\"}]}"
                        .formatted(number, number, handle.toUpperCase()));

        // when, then
        assertThat(files.of(reference).orders())
                .extracting(OrderMatch::number)
                .containsExactlyInAnyOrder(number, number + "2");
        clock.advance(Duration.ofDays(401));
        assertThat(files.of(reference).orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"records\": []} | Please give 1 to 1,000 records",
                "{\"records\": [{\"number\": \"abc\"}]} | at least 4 letters and digits, one of them a digit",
                "{\"records\": [{\"number\": \"A-4711\", \"handle\": \"@a\"}]} | both handle and place"
            })
    void shouldTakeInNoRecordThatTellsNothing(String body, String sentence) {
        // when
        HttpResponse<String> answer = web.post("communitymanager", "/api/customer-records", body);

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void shouldTakeRecordsFromNobodyElse() {
        assertThat(web.post(null, "/api/customer-records", "{\"records\": []}").statusCode())
                .isEqualTo(401);
        assertThat(web.post("designer", "/api/customer-records", "{\"records\": []}")
                        .statusCode())
                .isEqualTo(403);
    }

    private void deliver(String body) {
        assertThat(web.post("communitymanager", "/api/customer-records", body).statusCode())
                .isEqualTo(200);
    }

    /** The first one is what the case is about. */
    private void mention(String account, Instant at, String text, String since) {
        String id = UUID.randomUUID().toString();
        web.post(
                "communitymanager",
                "/api/mentions",
                """
                {"mentions": [{"source": "mastodon", "externalId": "%s", "brand": "%s",
                  "author": {"handle": "%s"%s}, "publishedAt": "%s", "text": "%s"}]}
                """
                        .formatted(
                                id,
                                cases.get(reference).brand(),
                                account,
                                since == null ? "" : ", \"since\": \"%s\"".formatted(since),
                                at,
                                text));
        if (account.equals(handle)) {
            String mention = jdbc.sql("SELECT id FROM firebreak.mention WHERE external_id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            web.post("communitymanager", "/api/mentions/" + mention + "/move", "{\"to\": \"%s\"}".formatted(reference));
        }
    }
}
