package io.firebreak.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import io.firebreak.support.WebappSession;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent: a sentence comes back, one line stands in the log, and nothing is half done. */
@FirebreakTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final String USER = "communitymanager2";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RuntimeService runtimeService;

    private Web web;
    private int logged;
    private State before;

    /** All that a report or a mention changes. */
    private record State(long cases, long numbers, long ledger, long mentions, long evidence, long instances) {}

    @BeforeEach
    void remember(CapturedOutput output) {
        logged = output.getOut().length();
        web = new Web(port);
        web.get(USER, "/api/cases");
        before = state();
    }

    @AfterEach
    void shouldHaveDoneNothing() {
        assertThat(state()).isEqualTo(before);
    }

    private State state() {
        return new State(
                count("SELECT count(*) FROM firebreak.crisis_case"),
                count("SELECT coalesce(sum(last_number), 0) FROM firebreak.case_counter"),
                count("SELECT count(*) FROM firebreak.ledger_entry"),
                count("SELECT count(*) FROM firebreak.mention"),
                count("SELECT count(*) FROM firebreak.evidence"),
                runtimeService.createProcessInstanceQuery().count());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** What is sent, which status comes back, and a part of the sentence. */
    record Bad(String name, String json, int status, String sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> badReports() {
        return Stream.of(
                new Bad("nothing", "", 400, "no JSON of the expected form"),
                new Bad("half", "{\"title\": \"a\"", 400, "no JSON of the expected form"),
                new Bad("no JSON", "title=a", 400, "no JSON of the expected form"),
                new Bad("a list", "[]", 400, "no JSON of the expected form"),
                new Bad("a text", "\"a\"", 400, "no JSON of the expected form"),
                new Bad("null", "null", 400, "no JSON of the expected form"),
                new Bad("more behind it", report("T", "D", "en", null) + "{}", 400, "no JSON of the expected form"),
                new Bad("a name twice", "{\"title\": \"a\", \"title\": \"b\"}", 400, "no JSON of the expected form"),
                new Bad(
                        "a number for a text",
                        "{\"title\": 5, \"description\": \"D\", \"language\": \"en\"}",
                        400,
                        "no JSON of the expected form"),
                new Bad(
                        "a truth value for a text",
                        "{\"title\": true, \"description\": \"D\", \"language\": \"en\"}",
                        400,
                        "no JSON of the expected form"),
                new Bad(
                        "a list for a text",
                        "{\"title\": [\"a\"], \"description\": \"D\", \"language\": \"en\"}",
                        400,
                        "no JSON of the expected form"),
                new Bad(
                        "an object for a text",
                        "{\"title\": {}, \"description\": \"D\", \"language\": \"en\"}",
                        400,
                        "no JSON of the expected form"),
                new Bad(
                        "deep nesting",
                        "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                        400,
                        "no JSON of the expected form"),
                new Bad(
                        "nothing filled in",
                        "{}",
                        422,
                        "The title is missing; please fill it in. The description is missing; please fill it in. The language is missing"),
                new Bad("blank title", report("  ", "D", "en", null), 422, "The title is missing"),
                new Bad(
                        "title over its limit",
                        report("t".repeat(201), "D", "en", null),
                        422,
                        "The title is too long: 201 characters, at most 200"),
                new Bad(
                        "emoji over the limit",
                        report("\uD83D\uDD25".repeat(201), "D", "en", null),
                        422,
                        "The title is too long: 201 characters"),
                new Bad(
                        "title on two lines",
                        report("a\\nb", "D", "en", null),
                        422,
                        "The title holds a character that is no text (U+000A"),
                new Bad(
                        "description over its limit",
                        report("T", "d".repeat(10_001), "en", null),
                        422,
                        "The description is too long: 10,001 characters, at most 10,000"),
                new Bad("NUL", report("T", "a\\u0000b", "en", null), 422, "U+0000 at position 2"),
                new Bad("escape character", report("T", "a\\u001b[31mb", "en", null), 422, "U+001B"),
                new Bad("C1 control", report("T", "a\\u0085b", "en", null), 422, "U+0085"),
                new Bad("high surrogate alone", report("T", "a\\ud83d", "en", null), 422, "U+D83D"),
                new Bad("low surrogate alone", report("T", "\\udd25b", "en", null), 422, "U+DD25"),
                new Bad("surrogates the wrong way round", report("T", "\\udd25\\ud83d", "en", null), 422, "U+DD25"),
                new Bad("no character", report("T", "a\\uffff", "en", null), 422, "U+FFFF"),
                new Bad("no character of the Arabic forms", report("T", "a\\ufdd0", "en", null), 422, "U+FDD0"),
                new Bad("no character of a higher plane", report("T", "a\\ud83f\\udffe", "en", null), 422, "U+1FFFE"),
                new Bad("unknown language", report("T", "D", "xx", null), 422, "The language is missing or unknown"),
                new Bad(
                        "malformed language",
                        report("T", "D", "en_US!", null),
                        422,
                        "The language is missing or unknown"),
                new Bad(
                        "endless language",
                        report("T", "D", "en-x" + "-abcdefgh".repeat(1000), null),
                        422,
                        "The language is missing or unknown"),
                new Bad(
                        "language with NUL",
                        report("T", "D", "e\\u0000n", null),
                        422,
                        "The language is missing or unknown"),
                new Bad(
                        "script as a link",
                        report("T", "D", "en", "javascript:alert(1)"),
                        422,
                        "The link is no web address"),
                new Bad(
                        "data as a link",
                        report("T", "D", "en", "data:text/html,a"),
                        422,
                        "The link is no web address"),
                new Bad(
                        "file as a link",
                        report("T", "D", "en", "file:///etc/passwd"),
                        422,
                        "The link is no web address"),
                new Bad("link without a host", report("T", "D", "en", "https:///a"), 422, "The link is no web address"),
                new Bad("half a link", report("T", "D", "en", "example.org"), 422, "The link is no web address"),
                new Bad(
                        "link over its limit",
                        report("T", "D", "en", "https://example.org/" + "a".repeat(1981)),
                        422,
                        "The link is too long: 2,001 characters, at most 2,000"),
                new Bad(
                        "1 MiB of text",
                        report("T", "d".repeat(1 << 20), "en", null),
                        413,
                        "too large; at most 262,144 bytes"));
    }

    private static String report(String title, String description, String language, String link) {
        return "{\"title\": \"%s\", \"description\": \"%s\", \"language\": \"%s\"%s}"
                .formatted(title, description, language, link == null ? "" : ", \"sourceUrl\": \"" + link + "\"");
    }

    @ParameterizedTest
    @MethodSource("badReports")
    void shouldRefuseABadReport(Bad bad, CapturedOutput output) {
        // when
        HttpResponse<String> answer = web.post(USER, "/api/incidents", bad.json());

        // then
        assertIsProblem(answer, bad.status(), bad.sentence());
        assertThat(logLines(output)).singleElement().satisfies(line -> assertThat(line)
                .contains("Refused POST /api/incidents: "));
    }

    static Stream<Bad> badCallsWithMentions() {
        return Stream.of(
                new Bad("nothing", "", 400, "no JSON of the expected form"),
                new Bad("half", "{\"mentions\": [", 400, "no JSON of the expected form"),
                new Bad("more behind it", "{\"mentions\": []}{}", 400, "no JSON of the expected form"),
                new Bad("a name twice", "{\"mentions\": [], \"mentions\": []}", 400, "no JSON of the expected form"),
                new Bad(
                        "deep nesting",
                        "{\"mentions\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                        400,
                        "no JSON of the expected form"),
                new Bad("null", "null", 422, "The mentions are missing"),
                new Bad("a list", "[]", 422, "The mentions are missing"),
                new Bad("a text", "\"a\"", 422, "The mentions are missing"),
                new Bad("no mentions", "{}", 422, "The mentions are missing"),
                new Bad("no list", "{\"mentions\": {\"text\": \"a\"}}", 422, "The mentions are missing"),
                new Bad(
                        "too many",
                        "{\"mentions\": [" + "{},".repeat(1_000) + "{}]}",
                        422,
                        "1,001 mentions are too many for one call, at most 1,000"),
                new Bad(
                        "more than 8 MiB",
                        "{\"mentions\": [\"" + "a".repeat(8 << 20) + "\"]}",
                        413,
                        "too large; at most 8,388,608 bytes"));
    }

    @ParameterizedTest
    @MethodSource("badCallsWithMentions")
    void shouldRefuseABadCallWithMentions(Bad bad, CapturedOutput output) {
        // when
        HttpResponse<String> answer = web.post(USER, "/api/mentions", bad.json());

        // then
        assertIsProblem(answer, bad.status(), bad.sentence());
        assertThat(logLines(output)).singleElement().satisfies(line -> assertThat(line)
                .contains("Refused POST /api/mentions: "));
    }

    @Test
    void shouldNameTheValuesThatAFieldMayHave(CapturedOutput output) {
        // when
        HttpResponse<String> answer = web.post(USER, "/api/cases/CR-1999-0001/severity", "{\"severity\": \"S9\"}");

        // then
        assertIsProblem(answer, 400, "The field severity must be one of S1, S2, S3, S4.");
        assertThat(logLines(output)).hasSize(1);
    }

    @Test
    void shouldNameEveryFieldThatIsWrong() {
        // when
        HttpResponse<String> answer = web.post(USER, "/api/incidents", report(" ", "a\\u0000", "xx", "ftp://a"));

        // then
        assertThat(answer.body())
                .contains(
                        "\"field\":\"title\"",
                        "\"field\":\"description\"",
                        "\"field\":\"language\"",
                        "\"field\":\"sourceUrl\"");
    }

    @Test
    void shouldRefuseOtherMediaTypesAndMethods(CapturedOutput output) {
        // when
        HttpResponse<String> text = web.send(USER, "POST", "/api/incidents", "x", "Content-Type", "text/plain");
        HttpResponse<String> form = web.send(
                USER, "POST", "/api/incidents", "title=a", "Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> xml = web.send(USER, "POST", "/api/incidents", "<a/>", "Content-Type", "application/xml");
        HttpResponse<String> method = web.send(USER, "DELETE", "/api/incidents", null);
        HttpResponse<String> answerType = web.get(USER, "/api/cases", "Accept", "image/png");

        // then
        assertThat(List.of(text, form, xml)).allSatisfy(answer -> assertIsProblem(answer, 415, "is not supported"));
        assertIsProblem(method, 405, "'DELETE' is not supported");
        assertThat(answerType.statusCode()).isEqualTo(406);
        assertThat(logLines(output)).hasSize(5);
    }

    @Test
    void shouldRefuseBadBytes(CapturedOutput output) throws IOException {
        // when
        String answer = raw("POST /api/incidents HTTP/1.1", "Content-Length: 14", new byte[] {
            '{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'
        });

        // then
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(logLines(output)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases?page=-1, 422, Pages are counted from 0.",
                "/api/cases?page=x, 400, The parameter page must be a whole number.",
                "/api/cases?page=99999999999, 400, The parameter page must be a whole number.",
                "/api/cases?size=0, 422, A page holds 1 to 200 cases.",
                "/api/cases?size=201, 422, A page holds 1 to 200 cases.",
                "/api/cases?phase=SLEEP, 400, The parameter phase must be one of ASSESS",
                "/api/cases?severity=S5, 400, The parameter severity must be one of S1",
                "/api/cases?open=perhaps, 400, The parameter open must be true or false.",
                "/api/cases/CR-1999-0001, 404, There is no case CR-1999-0001.",
                "/api/cases/CR-1999-0001/mentions, 404, There is no case CR-1999-0001.",
                "/api/cases/CR-1999-0001/evidence, 404, There is no case CR-1999-0001.",
                "/api/cases/CR-1999-0001/search-terms, 404, There is no case CR-1999-0001.",
                "/api/mentions?page=-1, 422, Pages are counted from 0.",
                "/api/mentions?size=201, 422, A page holds 1 to 200 mentions.",
                "/api/mentions?unassigned=perhaps, 400, The parameter unassigned must be true or false.",
                "/api/mentions?brand=%00, 422, The brand holds a character that is no text",
                "/api/cases/CR-2026-999999999, 404, There is no case",
                "/api/cases/CR-2026-99999999999, 404, references look like CR-2026-0001",
                "/api/cases/nonsense, 404, references look like CR-2026-0001",
                "/api/cases/'%20OR%201=1, 404, references look like CR-2026-0001",
                "/api/nonsense, 404, There is nothing at this address."
            })
    void shouldRefuseABadQuestion(String question, CapturedOutput output) {
        // given
        String[] parts = question.split(", ", 3);

        // when
        HttpResponse<String> answer = web.get(USER, parts[0]);

        // then
        assertIsProblem(answer, Integer.parseInt(parts[1]), parts[2]);
        assertThat(logLines(output)).hasSize(1);
    }

    @Test
    @Timeout(20)
    void shouldCloseOnABodyThatNeverEnds(CapturedOutput output) throws Exception {
        // when
        String answer = rawEndless("/api/incidents", Web.basic(USER, "Firebreak-demo-1"), 64 << 10, Duration.ZERO);

        // then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("too large; at most 262,144 bytes");
        assertThat(logLines(output)).hasSize(1);
    }

    @Test
    @Timeout(30)
    void shouldCloseOnABodyThatDripsForEver(CapturedOutput output) throws Exception {
        // when
        String answer = rawEndless("/api/incidents", Web.basic(USER, "Firebreak-demo-1"), 1, Duration.ofMillis(300));

        // then
        assertThat(answer).startsWith("HTTP/1.1 408").contains("did not end within 3 seconds");
        assertThat(logLines(output)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/incidents", "/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    @Timeout(30)
    void shouldNotWaitLongForTheBodyOfAStranger(String path) throws Exception {
        // given
        long begin = System.nanoTime();

        // when
        String answer = rawEndless(path, null, 1, Duration.ofMillis(300));

        // then
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Timeout(10)
    void shouldNotWaitForAHugeBodyThatIsAnnounced(CapturedOutput output) throws IOException {
        // when
        String answer = raw("POST /api/incidents HTTP/1.1", "Content-Length: 9000000000000", new byte[0]);

        // then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("too large; at most 262,144 bytes");
        assertThat(logLines(output)).hasSize(1);
    }

    @Test
    @Timeout(10)
    void shouldTellACallerWhoSendsEverythingFirst() throws IOException {
        // given
        int slightlyTooMuch = (8 << 20) + 1;

        // when
        String answer =
                raw("POST /api/mentions HTTP/1.1", "Content-Length: " + slightlyTooMuch, new byte[slightlyTooMuch]);

        // then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("too large; at most 8,388,608 bytes");
    }

    static Stream<Bad> badForms() {
        return Stream.of(
                new Bad("nothing", "", 400, ""),
                new Bad("half", "{\"variables\": {", 400, ""),
                new Bad("no variables", "{}", 400, "The title is missing"),
                new Bad(
                        "over the limit",
                        form("\"value\": \"" + "t".repeat(201) + "\""),
                        400,
                        "The title is too long: 201 characters, at most 200"),
                new Bad("1 MiB", form("\"value\": \"" + "t".repeat(1 << 20) + "\""), 400, "The title is too long"),
                new Bad("NUL", form("\"value\": \"a\\u0000b\""), 400, "U+0000"),
                new Bad("unpaired surrogate", form("\"value\": \"a\\ud83d\""), 400, "U+D83D"),
                new Bad("a number", form("\"value\": 5"), 400, "\\\"title\\\" must be a text"),
                new Bad("a list", form("\"value\": [1]"), 400, "\\\"title\\\" must be a text"),
                new Bad("wrong type", form("\"value\": \"x\", \"type\": \"Integer\""), 400, ""),
                new Bad("unknown type", form("\"value\": \"x\", \"type\": \"Nonsense\""), 400, ""),
                new Bad(
                        "a file",
                        form("\"value\": \"eA==\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"a\"}"),
                        400,
                        "must be a text"),
                new Bad(
                        "a serialized object",
                        form(
                                "\"value\": \"rO0ABXA=\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.lang.Object\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}"),
                        400,
                        "must be a text"),
                new Bad(
                        "another variable",
                        "{\"variables\": {\"severity\": {\"value\": \"S4\"}}}",
                        400,
                        "nothing named severity is taken"),
                new Bad(
                        "a name of two lines",
                        "{\"variables\": {\"a\\nforged line\": {\"value\": \"S4\"}}}",
                        400,
                        "is taken"),
                new Bad(
                        "a business key",
                        "{\"businessKey\": \"CR-2026-0001\", \"variables\": {\"title\": {\"value\": \"T\"}, \"description\": {\"value\": \"D\"}, \"language\": {\"value\": \"en\"}}}",
                        400,
                        "please leave it empty"));
    }

    private static String form(String title) {
        return "{\"variables\": {\"title\": {%s}, \"description\": {\"value\": \"D\"}, \"language\": {\"value\": \"en\"}}}"
                .formatted(title);
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void shouldRefuseABadFormInRest(Bad bad, CapturedOutput output) {
        // when
        HttpResponse<String> form =
                web.post(USER, "/engine-rest/process-definition/key/SocialMediaCrisis/submit-form", bad.json());
        HttpResponse<String> start =
                web.post(USER, "/engine-rest/process-definition/key/SocialMediaCrisis/start", bad.json());

        // then
        assertThat(List.of(form, start)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
            assertThat(answer.body()).contains(bad.sentence());
        });
        assertThat(logLines(output)).noneMatch(line -> line.startsWith("\tat "));
        assertThat(logLines(output)).noneMatch(line -> line.startsWith("forged line"));
    }

    @Test
    void shouldRefuseABadFormInTasklist() {
        // given
        WebappSession tasklist = WebappSession.signIn(port, USER, "tasklist");

        // when
        HttpResponse<String> answer = tasklist.post(
                "/api/engine/engine/default/process-definition/key/SocialMediaCrisis/submit-form",
                form("\"value\": \"  \""));

        // then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The title is missing; please fill it in.");
    }

    private static void assertIsProblem(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"title\":", "\"detail\":", sentence)
                .doesNotContain("Exception");
    }

    /** What Firebreak wrote into its log; a stack trace would be many lines. */
    private List<String> logLines(CapturedOutput output) {
        return output.getOut()
                .substring(logged)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String raw(String request, String header, byte[] body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(request, Web.basic(USER, "Firebreak-demo-1"), header));
            out.write(body);
            out.flush();
            return answerOf(socket, true);
        }
    }

    /** Sends chunk after chunk until the server closes the connection, and gives what it said before. */
    private String rawEndless(String path, String authorization, int chunk, Duration pause) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head("POST " + path + " HTTP/1.1", authorization, "Transfer-Encoding: chunked"));
            StringBuilder answer = new StringBuilder();
            Thread reader = new Thread(() -> answer.append(answerOf(socket, false)));
            reader.start();
            byte[] piece = (Integer.toHexString(chunk) + "\r\n" + " ".repeat(chunk) + "\r\n").getBytes();
            try {
                while (reader.isAlive()) {
                    out.write(piece);
                    out.flush();
                    Thread.sleep(pause.toMillis());
                }
            } catch (SocketException closed) {
                // that is what the server should do
            }
            reader.join();
            return answer.toString();
        }
    }

    private static byte[] head(String request, String authorization, String header) {
        return (request + "\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + (authorization == null ? "" : "Authorization: " + authorization + "\r\n")
                        + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String answerOf(Socket socket, boolean firstPart) {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        try {
            for (int read; (read = socket.getInputStream().read(buffer)) >= 0; ) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (firstPart && answer.toString().contains("}")) {
                    break;
                }
            }
        } catch (IOException closed) {
            // closed hard; what came before counts
        }
        return answer.toString();
    }
}
