package io.firebreak.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.support.CaseDriver;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mentions as tools deliver them: kept once, bad ones named, the rest put where they belong. */
@FirebreakTest
class MentionIntakeTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseDriver driver;

    private MentionCalls calls;

    @BeforeEach
    void open() {
        calls = new MentionCalls(port, clock.instant());
    }

    @Test
    void shouldKeepAMentionAsItWasWritten() {
        // given
        String text = "Zażółć gęślą jaźń 🔥\n<script>alert(1)</script> ${7*7} \u202Eevil\u202C “«»”";
        Map<String, Object> mention =
                calls.with(calls.mention(text), "url", "https://social.example/1", "unknown", List.of(1, 2));

        // when
        JsonNode receipt = calls.deliver(mention);

        // then
        assertThat(receipt)
                .isEqualTo(MentionCalls.tree("{\"received\": 1, \"new\": 1, \"changed\": 0, \"refused\": []}"));
        JsonNode kept = calls.find(mention);
        assertThat(kept.path("text").asText()).isEqualTo(text);
        assertThat(kept.path("author").path("handle").asText()).isEqualTo("@anna");
        assertThat(kept.path("author").path("reach").asInt()).isEqualTo(120);
        assertThat(kept.path("author").path("since").asText()).isEqualTo("2019-05-31");
        assertThat(kept.path("url").asText()).isEqualTo("https://social.example/1");
        assertThat(kept.path("threadId").asText()).isEqualTo(mention.get("externalId"));
        assertThat(kept.has("caseReference")).isFalse();
    }

    @Test
    void shouldTakeTheLeastThatASourceCanTell() {
        // when
        JsonNode receipt = calls.deliver(Map.of(
                "source", "rss",
                "externalId", calls.brand(),
                "publishedAt", "2026-01-01T10:00:00+02:00",
                "text", "Short"));

        // then
        assertThat(receipt.path("new").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT brand FROM firebreak.mention WHERE external_id = ?")
                        .param(calls.brand())
                        .query(String.class)
                        .single())
                .isEqualTo("Our brand");
    }

    @Test
    void shouldTakeEachMentionOnce() {
        // given
        Map<String, Object> mention = calls.mention("Once");
        Map<String, Object> sameIdElsewhere = calls.with(mention, "source", "bluesky");

        // when
        JsonNode first = calls.deliver(mention, mention, sameIdElsewhere);
        JsonNode again = calls.deliver(calls.with(mention, "text", "Changed"), sameIdElsewhere);

        // then
        assertThat(first.path("received").asInt()).isEqualTo(3);
        assertThat(first.path("new").asInt()).isEqualTo(2);
        assertThat(again.path("received").asInt()).isEqualTo(2);
        assertThat(again.path("new").asInt()).isZero();
        assertThat(calls.waiting()).isEqualTo(2);
        assertThat(calls.find(mention).path("text").asText()).isEqualTo("Once");
    }

    @Test
    void shouldKeepWhatASourceTellsOfPicturesAndFilms() {
        // given
        String hash = "AB".repeat(32);
        Map<String, Object> mention = calls.with(
                calls.mention("Look at this"),
                "media",
                List.of(
                        Map.of(
                                "url",
                                "https://cdn.example/a.jpg?sig=1",
                                "sha256",
                                hash,
                                "description",
                                "<b>A kettle</b>"),
                        Map.of("url", "https://cdn.example/b.mp4?sig=1")));

        // when
        calls.deliver(mention);

        // then
        JsonNode media = calls.find(mention).path("media");
        assertThat(media).hasSize(2);
        assertThat(media.get(0).path("sha256").asText()).isEqualTo(hash.toLowerCase(Locale.ROOT));
        assertThat(media.get(0).path("description").asText()).isEqualTo("<b>A kettle</b>");
        assertThat(media.get(1).path("url").asText()).isEqualTo("https://cdn.example/b.mp4?sig=1");

        // when it comes again, with links that were signed anew, and then with another film
        JsonNode again = calls.deliver(calls.with(
                mention,
                "media",
                List.of(
                        Map.of("url", "https://cdn2.example/a.jpg", "sha256", hash),
                        Map.of("url", "https://cdn.example/b.mp4?sig=2"))));
        JsonNode changed =
                calls.deliver(calls.with(mention, "media", List.of(Map.of("url", "https://cdn.example/c.mp4"))));

        // then
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(changed.path("changed").asInt()).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatAnAuthorChangedBesideWhatTheyWroteFirst() {
        // given
        Map<String, Object> mention = calls.mention("Your kettle is rubbish");
        Map<String, Object> changed = calls.with(mention, "text", "Your kettle is fine");
        calls.deliver(mention);
        String id = calls.find(mention).path("id").asText();

        // when
        JsonNode receipt = calls.deliver(changed);
        JsonNode again = calls.deliver(changed, mention);

        // then
        assertThat(receipt.path("new").asInt()).isZero();
        assertThat(receipt.path("changed").asInt()).isEqualTo(1);
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(calls.find(mention).path("text").asText()).isEqualTo("Your kettle is rubbish");
        assertThat(states(id)).containsExactlyInAnyOrder("Your kettle is rubbish", "Your kettle is fine");

        // when it is redacted
        assertThat(calls.web()
                        .post("legal", "/api/evidence/" + id + "/redaction", "{\"reason\": \"Art. 17 GDPR\"}")
                        .statusCode())
                .isEqualTo(200);

        // then no further state is taken in
        assertThat(calls.deliver(calls.with(mention, "text", "Here I am again"))
                        .path("changed")
                        .asInt())
                .isZero();
    }

    private List<String> states(String id) {
        return jdbc.sql("SELECT text FROM firebreak.evidence WHERE id = ?::uuid OR about = ?::uuid")
                .params(id, id)
                .query(String.class)
                .list();
    }

    @Test
    void shouldTakeEachMentionOnceFromCallsAtTheSameTime() throws Exception {
        // given
        List<Map<String, Object>> mentions = calls.many(20, "At once");
        mentions.addAll(calls.many(20, "At once").stream()
                .map(mention -> calls.with(mention, "brand", calls.brand() + "2"))
                .toList());
        List<Map<String, Object>> backwards = new ArrayList<>(mentions);
        Collections.reverse(backwards);

        // when
        List<JsonNode> receipts = atOnce(mentions, backwards, mentions, backwards);

        // then
        assertThat(receipts.stream()
                        .mapToInt(receipt -> receipt.path("new").asInt())
                        .sum())
                .isEqualTo(40);
        assertThat(jdbc.sql("SELECT count(*) FROM firebreak.mention WHERE brand LIKE ?")
                        .param(calls.brand() + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(40);
    }

    /** What is wrong with a mention, in which field, and a part of the sentence. */
    record Bad(String field, Object value, String sentence) {}

    static Stream<Bad> badFields() {
        return Stream.of(
                new Bad("text", null, "The text is missing"),
                new Bad("text", "  \n ", "The text is missing"),
                new Bad("text", 5, "The text must be a text in quotes"),
                new Bad("text", List.of("a"), "The text must be a text in quotes"),
                new Bad("text", "a".repeat(50_001), "too long: 50,001 characters, at most 50,000"),
                new Bad("text", "a\u0000b", "U+0000 at position 2"),
                new Bad("text", "a\ud83d", "U+D83D"),
                new Bad("source", null, "The source is missing"),
                new Bad("source", "s".repeat(101), "The source is too long"),
                new Bad("externalId", "", "The external id is missing"),
                new Bad("externalId", 12345, "The external id must be a text in quotes"),
                new Bad("externalId", "i".repeat(1_001), "The external id is too long"),
                new Bad("brand", "b".repeat(101), "The brand is too long"),
                new Bad("language", "xx", "The language is missing or unknown"),
                new Bad("publishedAt", null, "The moment of publication is missing"),
                new Bad("publishedAt", "yesterday", "no date and time; please write it as 2026-05-31T18:30:00Z"),
                new Bad("publishedAt", "2026-05-31T18:30:00", "no date and time"),
                new Bad("publishedAt", "2026-02-30T10:00:00Z", "no date and time"),
                new Bad("publishedAt", "1970-01-01T00:00:00Z", "before 1990 or in the future"),
                new Bad("publishedAt", "2999-01-01T00:00:00Z", "before 1990 or in the future"),
                new Bad("publishedAt", "+999999999-01-01T00:00:00Z", "before 1990 or in the future"),
                new Bad("url", "javascript:alert(1)", "The link is no web address"),
                new Bad("url", "https://example.org/" + "a".repeat(2_000), "The link is too long"),
                new Bad("media", "https://cdn.example/a.jpg", "must be a list of at most 20 objects"),
                new Bad("media", Collections.nCopies(21, Map.of("url", "https://cdn.example/a.jpg")), "at most 20"),
                new Bad("media", List.of("https://cdn.example/a.jpg"), "must be an object with url"),
                new Bad("media.url", List.of(Map.of()), "The link of a picture, film or sound is missing"),
                new Bad("media.url", List.of(Map.of("url", "javascript:alert(1)")), "The link is no web address"),
                new Bad(
                        "media.sha256",
                        List.of(Map.of("url", "https://cdn.example/a.jpg", "sha256", "abc")),
                        "The hash is no SHA-256"),
                new Bad("threadId", List.of(), "The thread must be a text in quotes"),
                new Bad("author", "@anna", "The author must be an object"),
                new Bad("author.handle", "h".repeat(201), "The author's handle is too long"),
                new Bad("author.name", "a\nb", "U+000A"),
                new Bad("author.reach", -1, "must be a whole number of people, 0 or more"),
                new Bad("author.reach", 1.5, "must be a whole number"),
                new Bad("author.reach", "many", "must be a whole number"),
                new Bad("author.reach", 1e300, "must be a whole number"),
                new Bad("author.since", "long ago", "no date since 1990"),
                new Bad("author.since", "2999-01-01", "no date since 1990"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void shouldRefuseABadMentionAndKeepTheOthers(Bad bad) {
        // given
        Map<String, Object> good = calls.mention("Good");
        Map<String, Object> mention = calls.mention("Bad");
        if (bad.field().startsWith("author.")) {
            mention.put("author", Collections.singletonMap(bad.field().substring("author.".length()), bad.value()));
        } else {
            mention.put(bad.field().startsWith("media.") ? "media" : bad.field(), bad.value());
        }

        // when
        JsonNode receipt = calls.deliver(good, mention, calls.mention("Good too"));

        // then
        assertThat(receipt.path("received").asInt()).isEqualTo(3);
        assertThat(receipt.path("new").asInt()).isEqualTo(2);
        assertThat(receipt.path("refused")).hasSize(1);
        JsonNode refused = receipt.path("refused").get(0);
        assertThat(refused.path("index").asInt()).isEqualTo(1);
        assertThat(refused.path("field").asText()).isEqualTo(bad.field());
        assertThat(refused.path("sentence").asText()).contains(bad.sentence());
        if (!bad.field().equals("externalId")) {
            assertThat(refused.path("externalId").asText()).isEqualTo(mention.get("externalId"));
        }
    }

    @Test
    void shouldNameEverythingThatIsWrongWithAMention() {
        // when
        HttpResponse<String> answer = calls.web()
                .post(
                        MentionCalls.USER,
                        "/api/mentions",
                        "{\"mentions\": [5, null, \"x\", [], {}, {\"source\": \"\\ud83d\", \"externalId\": \"7\"}]}");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode receipt = MentionCalls.tree(answer.body());
        assertThat(receipt.path("received").asInt()).isEqualTo(6);
        assertThat(receipt.path("new").asInt()).isZero();
        assertThat(receipt.path("refused")).hasSize(6);
        assertThat(receipt.path("refused").get(0).path("sentence").asText()).contains("This is no mention");
        assertThat(receipt.path("refused").get(4).path("sentence").asText())
                .contains("The source is missing", "The external id is missing", "The text is missing");
        assertThat(receipt.path("refused").get(5).path("externalId").asText()).isEqualTo("7");
        assertThat(receipt.path("refused").get(5).has("source")).isFalse();
    }

    @Test
    void shouldTakeTheLongestTextAndTheStrangestCharacters() {
        // given
        Map<String, Object> longest = calls.mention("🔥".repeat(50_000));

        // when
        JsonNode receipt = calls.deliver(longest);

        // then
        assertThat(receipt.path("new").asInt()).isEqualTo(1);
        assertThat(calls.find(longest).path("text").asText()).hasSize(100_000);
    }

    @Test
    void shouldTakeAThousandMentionsOfUsualSizeInOneCall() {
        // given
        List<Map<String, Object>> mentions = aThousandOfUsualSize();
        int bytes = MentionCalls.json(Map.of("mentions", mentions)).length();
        long begin = System.nanoTime();

        // when
        JsonNode receipt = calls.deliver(mentions);

        // then
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(receipt.path("new").asInt()).isEqualTo(1_000);
        assertThat(calls.waiting()).isEqualTo(1_000);
        assertThat(bytes).isLessThan(1 << 20);
        // far more than it needs, as other work may go on beside
        assertThat(taken).isLessThan(Duration.ofSeconds(50));
    }

    private List<Map<String, Object>> aThousandOfUsualSize() {
        List<Map<String, Object>> mentions = new ArrayList<>();
        for (int index = 0; index < 1_000; index++) {
            Map<String, Object> mention =
                    calls.mention("Zażółć 🔥 " + "and five hundred characters ".repeat(18) + index);
            mentions.add(calls.before(calls.from(mention, index), Duration.ofMinutes(11L * (index % 900))));
        }
        return mentions;
    }

    @Test
    void shouldWriteOneActForACallAndOneForEachCase() {
        // given
        String reference = calls.report("Broken bottles", null);
        calls.setTerms(MentionCalls.USER, reference, "bottle");
        List<Map<String, Object>> mentions = calls.many(3, "My bottle broke");
        mentions.addAll(calls.many(2, "Nothing to see"));
        long before = received();

        // when
        calls.deliver(mentions);
        calls.deliver(mentions);

        // then
        assertThat(received()).isEqualTo(before + 1);
        assertThat(driver.ledger(reference).stream()
                        .filter(entry -> entry.type().equals("mention.joined")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sentence())
                            .isEqualTo("3 mentions joined the case and are kept as evidence: 3 by a search term.");
                    assertThat(entry.actor()).isEqualTo(MentionCalls.USER);
                });
    }

    private long received() {
        return jdbc.sql("SELECT count(*) FROM firebreak.ledger_entry WHERE act = 'mention.received'")
                .query(Long.class)
                .single();
    }

    @SafeVarargs
    private final List<JsonNode> atOnce(List<Map<String, Object>>... deliveries) throws Exception {
        CyclicBarrier together = new CyclicBarrier(deliveries.length);
        List<Callable<JsonNode>> work = new ArrayList<>();
        for (List<Map<String, Object>> delivery : deliveries) {
            work.add(() -> {
                together.await();
                return calls.deliver(delivery);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(deliveries.length);
        try {
            List<JsonNode> receipts = new ArrayList<>();
            for (Future<JsonNode> receipt : threads.invokeAll(work)) {
                receipts.add(receipt.get());
            }
            return receipts;
        } finally {
            threads.shutdown();
        }
    }
}
