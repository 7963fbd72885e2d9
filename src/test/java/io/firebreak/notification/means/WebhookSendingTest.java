package io.firebreak.notification.means;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.firebreak.notification.Means;
import io.firebreak.notification.Webhook;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each form posts, to the byte where it counts, and what every failure of the other side comes to. */
class WebhookSendingTest {

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");
    private static final String KEY = "open-sesame-4711";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Message MESSAGE = new Message(
            "7f9c24e5-1",
            "ASKED",
            "[CR-2026-0007] Please answer: Approve <!channel> & @channel",
            "Anna, please take this task.\n\nWhat happened: *bold* [click](https://evil.example) <@U0001> @all",
            new Message.Matter("CR-2026-0007", "Żółć <b>", "task-1", "Approve", Instant.parse("2026-11-28T21:30:00Z")),
            new Message.Person("anna", "Anna Nowak"),
            new Message.Links(
                    new Message.Link("I take it", "https://crisis.example/answer/AAA"),
                    new Message.Link("I can’t", "https://crisis.example/answer/BBB"),
                    new Message.Link("Open in Tasklist", "https://crisis.example/camunda/#/?task=task-1"),
                    "The first two links answer in your name."),
            NOW);

    private final WebhookSending sending = sending(PATIENCE);

    private static WebhookSending sending(Duration patience) {
        return RealSenders.webhooks(
                patience,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Map.of("key", KEY, "hidden-address", SERVER.baseUrl() + "/services/T000/B000/XXXX"));
    }

    @Test
    void shouldPostSignedJson() throws Exception {
        // given
        answering(aResponse().withStatus(204));

        // when
        Outcome outcome = sending.send(means(Webhook.Form.GENERIC, "+48 600 100 200"), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        LoggedRequest request = request();
        assertThat(request.getUrl()).isEqualTo("/hook");
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Idempotency-Key")).isEqualTo("7f9c24e5-1");
        assertThat(request.getBodyAsString())
                .isEqualTo("{\"id\":\"7f9c24e5-1\",\"kind\":\"ASKED\","
                        + "\"subject\":\"[CR-2026-0007] Please answer: Approve <!channel> & @channel\","
                        + "\"text\":\"Anna, please take this task.\\n\\nWhat happened: *bold* [click](https://evil.example) <@U0001> @all\","
                        + "\"case\":{\"reference\":\"CR-2026-0007\",\"title\":\"Żółć <b>\"},"
                        + "\"task\":{\"id\":\"task-1\",\"name\":\"Approve\",\"dueAt\":\"2026-11-28T21:30:00Z\"},"
                        + "\"person\":{\"id\":\"anna\",\"name\":\"Anna Nowak\",\"address\":\"+48 600 100 200\"},"
                        + "\"links\":{\"take\":\"https://crisis.example/answer/AAA\",\"decline\":\"https://crisis.example/answer/BBB\",\"task\":\"https://crisis.example/camunda/#/?task=task-1\"},"
                        + "\"sentAt\":\"2026-11-28T20:00:00Z\"}");
        assertThat(isSignedWith(KEY, request)).isTrue();
        assertThat(isSignedWith("another key", request)).isFalse();
    }

    /** As the other side would do it. */
    private static boolean isSignedWith(String key, LoggedRequest request) throws Exception {
        String[] parts = request.getHeader("Firebreak-Signature").split("[=,]");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = parts[1] + "." + new String(request.getBody(), StandardCharsets.UTF_8);
        String expected = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        return parts[1].equals(Long.toString(NOW.getEpochSecond())) && parts[3].equals(expected);
    }

    @Test
    void shouldPostToSlackSoThatForeignTextCallsNobody() {
        // given
        answering(aResponse().withStatus(200).withBody("ok"));

        // when
        Outcome outcome = sending.send(means(Webhook.Form.SLACK, "U02ABCDEF"), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        assertThat(request().getUrl()).isEqualTo("/services/T000/B000/XXXX");
        assertThat(request().getBodyAsString())
                .isEqualTo(
                        "{\"text\":\"<@U02ABCDEF> [CR-2026-0007] Please answer: Approve &lt;!channel&gt; &amp; @channel\",\"blocks\":["
                                + section(
                                        "<@U02ABCDEF> *[CR-2026-0007] Please answer: Approve &lt;!channel&gt; &amp; @channel*")
                                + ","
                                + section(
                                        "Anna, please take this task.\\n\\nWhat happened: *bold* [click](https://evil.example) &lt;@U0001&gt; @all")
                                + ","
                                + section("<https://crisis.example/answer/AAA|I take it>\\n"
                                        + "<https://crisis.example/answer/BBB|I can’t>\\n"
                                        + "<https://crisis.example/camunda/#/?task=task-1|Open in Tasklist>")
                                + "],\"unfurl_links\":false,\"unfurl_media\":false}");
    }

    private static String section(String text) {
        return "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + text + "\",\"verbatim\":true}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"!channel", "U1> <!here", "everyone", "<!channel>"})
    void shouldCallNobodyOnSlackWhoIsNoMember(String address) {
        // given
        answering(aResponse().withStatus(200));

        // when
        sending.send(means(Webhook.Form.SLACK, address), MESSAGE);

        // then
        assertThat(request().getBodyAsString()).doesNotContain("<!", "<@");
    }

    @Test
    void shouldKeepToSlacksLengthHoweverMuchIsEscaped() throws Exception {
        // given
        answering(aResponse().withStatus(200));
        Message message = withBody("<".repeat(9_000));

        // when
        sending.send(means(Webhook.Form.SLACK, null), message);

        // then
        String text = new ObjectMapper()
                .readTree(request().getBody())
                .at("/blocks/1/text/text")
                .asText();
        assertThat(text).hasSizeBetween(1_500, 3_000).matches("(&lt;)+…");
    }

    @Test
    void shouldPostACardToTeamsWhoseForeignTextIsNoMarkdown() {
        // given
        answering(aResponse().withStatus(202));

        // when
        Outcome outcome = sending.send(means(Webhook.Form.TEAMS, null), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        assertThat(request().getBodyAsString())
                .isEqualTo(
                        "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{"
                                + "\"$schema\":\"http://adaptivecards.io/schemas/adaptive-card.json\",\"type\":\"AdaptiveCard\",\"version\":\"1.4\",\"body\":["
                                + "{\"type\":\"RichTextBlock\",\"inlines\":[{\"type\":\"TextRun\",\"text\":\"[CR-2026-0007] Please answer: Approve <!channel> & @channel\",\"weight\":\"Bolder\"}]},"
                                + "{\"type\":\"RichTextBlock\",\"inlines\":[{\"type\":\"TextRun\",\"text\":\"Anna, please take this task.\"}]},"
                                + "{\"type\":\"RichTextBlock\",\"inlines\":[{\"type\":\"TextRun\",\"text\":\"What happened: *bold* [click](https://evil.example) <@U0001> @all\"}]}],"
                                + "\"actions\":[{\"type\":\"Action.OpenUrl\",\"title\":\"I take it\",\"url\":\"https://crisis.example/answer/AAA\"},"
                                + "{\"type\":\"Action.OpenUrl\",\"title\":\"I can’t\",\"url\":\"https://crisis.example/answer/BBB\"},"
                                + "{\"type\":\"Action.OpenUrl\",\"title\":\"Open in Tasklist\",\"url\":\"https://crisis.example/camunda/#/?task=task-1\"}]}}]}");
    }

    @Test
    void shouldCallAPersonOnTeams() throws Exception {
        // given
        answering(aResponse().withStatus(202));

        // when
        sending.send(means(Webhook.Form.TEAMS, "anna@brand.example"), MESSAGE);

        // then
        var card = new ObjectMapper().readTree(request().getBody()).at("/attachments/0/content");
        assertThat(card.at("/body/0").toString()).contains("TextBlock", "<at>Anna Nowak</at>");
        assertThat(card.at("/msteams/entities/0/text").asText()).isEqualTo("<at>Anna Nowak</at>");
        assertThat(card.at("/msteams/entities/0/mentioned/id").asText()).isEqualTo("anna@brand.example");
    }

    @Test
    void shouldPostToMattermostSoThatForeignTextCallsNobody() throws Exception {
        // given
        answering(aResponse().withStatus(200).withBody("ok"));

        // when
        Outcome outcome = sending.send(means(Webhook.Form.MATTERMOST, "anna.nowak"), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        String text =
                new ObjectMapper().readTree(request().getBody()).path("text").asText();
        assertThat(text)
                .isEqualTo(
                        "@anna.nowak **\\[CR-2026-0007\\] Please answer: Approve <\u200B\\!channel\\> & @\u200Bchannel**\n\n"
                                + "Anna, please take this task.\n\n"
                                + "What happened: \\*bold\\* \\[click\\]\\(https://evil.example\\) <\u200B@\u200BU0001\\> @\u200Ball\n\n"
                                + "[I take it](https://crisis.example/answer/AAA)\n"
                                + "[I can’t](https://crisis.example/answer/BBB)\n"
                                + "[Open in Tasklist](https://crisis.example/camunda/#/?task=task-1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "channel", "here", "anna @all"})
    void shouldNotLetAnAddressCallEverybodyOnMattermost(String address) {
        // given
        answering(aResponse().withStatus(200));

        // when
        sending.send(means(Webhook.Form.MATTERMOST, address), MESSAGE);

        // then
        assertThat(request().getBodyAsString()).startsWith("{\"text\":\"**");
    }

    @Test
    void shouldMakeAnAlertInGoAlert() {
        // given
        answering(aResponse().withStatus(204));

        // when
        Outcome outcome = sending.send(means(Webhook.Form.GOALERT, "+48 600 100 200"), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        assertThat(request().getUrl()).isEqualTo("/hook/api/v2/generic/incoming");
        assertThat(request().getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        Map<String, String> fields = Arrays.stream(request().getBodyAsString().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        assertThat(fields).containsOnlyKeys("token", "summary", "details", "dedup");
        assertThat(fields)
                .containsEntry("token", KEY)
                .containsEntry("dedup", "firebreak-7f9c24e5-1")
                .containsEntry("summary", MESSAGE.subject());
        assertThat(fields.get("details"))
                .startsWith("Anna Nowak (+48 600 100 200)\n\nAnna, please take this task.")
                .contains("I take it:\nhttps://crisis.example/answer/AAA");
    }

    @ParameterizedTest
    @EnumSource(Webhook.Form.class)
    void shouldTryAgainAfterWhateverMayPass(Webhook.Form form) {
        List<ResponseDefinitionBuilder> passing = List.of(
                aResponse().withStatus(500).withBody("<h1>" + KEY + "</h1>"),
                aResponse().withStatus(503),
                aResponse().withStatus(408),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                aResponse().withStatus(200).withFixedDelay(15_000));
        WebhookSending impatient = sending(Duration.ofMillis(800));
        for (ResponseDefinitionBuilder answer : passing) {
            // given
            answering(answer);
            long begin = System.nanoTime();

            // when
            Outcome outcome = impatient.send(means(form, null), MESSAGE);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(outcome.toString()).doesNotContain(KEY, "XXXX", "127.0.0.1");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(14));
        }
    }

    @ParameterizedTest
    @EnumSource(Webhook.Form.class)
    void shouldGiveUpWhatTheOtherSideWillNeverTake(Webhook.Form form) {
        for (int status : new int[] {400, 401, 403, 404, 410, 413}) {
            // given
            answering(aResponse().withStatus(status).withBody("channel_is_archived"));

            // when
            Outcome outcome = sending.send(means(form, null), MESSAGE);

            // then
            assertThat(outcome)
                    .isEqualTo(new Outcome.Refused("It answered %d: channel_is_archived.".formatted(status)));
        }
    }

    @ParameterizedTest
    @EnumSource(Webhook.Form.class)
    void shouldKeepToThePauseThatTheOtherSideAsksFor(Webhook.Form form) {
        // when
        answering(aResponse().withStatus(429).withHeader("Retry-After", "120"));
        Outcome seconds = sending.send(means(form, null), MESSAGE);
        answering(aResponse().withStatus(429).withHeader("Retry-After", "Sat, 28 Nov 2026 20:03:00 GMT"));
        Outcome date = sending.send(means(form, null), MESSAGE);
        answering(aResponse().withStatus(429).withHeader("Retry-After", "soon"));
        Outcome nonsense = sending.send(means(form, null), MESSAGE);

        // then
        assertThat(seconds).isEqualTo(new Outcome.Failed("It answered 429.", Duration.ofMinutes(2)));
        assertThat(date).isEqualTo(new Outcome.Failed("It answered 429.", Duration.ofMinutes(3)));
        assertThat(nonsense).isEqualTo(new Outcome.Failed("It answered 429.", null));
    }

    @ParameterizedTest
    @EnumSource(Webhook.Form.class)
    void shouldFollowNoRedirect(Webhook.Form form) {
        for (int status : new int[] {301, 302, 307, 308}) {
            // given
            answering(aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl() + "/elsewhere"));

            // when
            Outcome outcome = sending.send(means(form, null), MESSAGE);

            // then
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
        }
    }

    @Test
    void shouldNotReadAnAnswerWithoutAnEnd() {
        // given
        byte[] huge = new byte[30_000_000];
        Arrays.fill(huge, (byte) 'a');
        answering(aResponse().withStatus(500).withBody(huge));

        // when
        Outcome outcome = sending.send(means(Webhook.Form.GENERIC, null), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Failed("It answered 500.", null));
    }

    @Test
    void shouldSayThatNobodyListens() {
        // given
        Webhook webhook = new Webhook("pager", Webhook.Form.GENERIC, "http://127.0.0.1:1/hook", "key");

        // when
        Outcome outcome = sending.send(new Means(Means.Kind.WEBHOOK, null, webhook, null), MESSAGE);

        // then
        assertThat(outcome).isEqualTo(new Outcome.Failed("It can't be reached: no connection.", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pager.example/hook",
                "http://127.0.0.1.evil.example/hook",
                "https://user:open-sesame@pager.example/hook",
                "ftp://pager.example/hook",
                "https:///hook",
                "not an address with open-sesame"
            })
    void shouldPostOnlyWhereNobodyCanReadAlong(String url) {
        // given
        Webhook webhook = new Webhook("pager", Webhook.Form.GENERIC, url, "key");

        // when
        Outcome outcome = sending.send(new Means(Means.Kind.WEBHOOK, null, webhook, null), MESSAGE);

        // then
        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(
                        "The address of the webhook pager must begin with https:// and hold no password.", null));
    }

    @Test
    void shouldSayWhichSecretIsMissing() {
        // given
        Webhook unset = new Webhook("team", Webhook.Form.SLACK, null, "slack-crisis");
        Webhook unnamed = new Webhook("pager", Webhook.Form.GENERIC, "https://pager.example", null);

        // then
        assertThat(sending.send(new Means(Means.Kind.WEBHOOK, null, unset, null), MESSAGE))
                .isEqualTo(new Outcome.Failed(
                        "Its secret is missing; please set firebreak.notification.secrets.slack-crisis.", null));
        assertThat(sending.send(new Means(Means.Kind.WEBHOOK, null, unnamed, null), MESSAGE))
                .isEqualTo(new Outcome.Failed(
                        "The webhook pager names no secret to sign with; please let the crisis plan name one.", null));
    }

    @Test
    void shouldFindASecretHoweverItsNameIsWrittenAndNeverShowIt() {
        MeansSettings settings = new MeansSettings(PATIENCE, Map.of("SLACKCRISIS", " https://hooks.example/1 \n"));

        assertThat(settings.secret("slack-crisis")).contains("https://hooks.example/1");
        assertThat(settings.secret("other")).isEmpty();
        assertThat(settings.toString()).doesNotContain("hooks.example");
        assertThat(MESSAGE.toString()).doesNotContain("answer/AAA");
    }

    private static Means means(Webhook.Form form, String address) {
        boolean hidden = List.of(Webhook.Form.SLACK, Webhook.Form.TEAMS, Webhook.Form.MATTERMOST)
                .contains(form);
        Webhook webhook = hidden
                ? new Webhook("team", form, null, "hidden-address")
                : new Webhook("pager", form, SERVER.baseUrl() + "/hook", "key");
        return new Means(Means.Kind.WEBHOOK, address, webhook, null);
    }

    private static void answering(ResponseDefinitionBuilder answer) {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static LoggedRequest request() {
        return SERVER.findAll(anyRequestedFor(anyUrl())).get(0);
    }

    private static Message withBody(String body) {
        return new Message(
                MESSAGE.id(),
                MESSAGE.kind(),
                MESSAGE.subject(),
                body,
                MESSAGE.matter(),
                MESSAGE.person(),
                MESSAGE.links(),
                MESSAGE.sentAt());
    }
}
