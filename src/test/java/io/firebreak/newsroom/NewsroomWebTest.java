package io.firebreak.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.database.FreshDatabase;
import io.firebreak.support.FirebreakTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** The newsroom as readers meet it: over HTTP, on both of its ports. */
@FirebreakTest
@ContextConfiguration(initializers = {FreshDatabase.class, NewsroomOnFreePort.class})
class NewsroomWebTest {

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private NewsroomSite site;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int mainPort;

    @Value("${firebreak.newsroom.port}")
    private int newsroomPort;

    private UUID statement;
    private NewsroomAddress address;

    @BeforeEach
    void publishAStatement() {
        statement = UUID.randomUUID();
        address = publish("What happened in Lyon", "We are looking into it.", null);
    }

    @Test
    void shouldShowTheStatementOnBothPorts() throws IOException {
        for (int port : List.of(mainPort, newsroomPort)) {
            // when
            RawHttp.Answer answer = RawHttp.get(port, address.path());

            // then
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.body()).contains("What happened in Lyon", "We are looking into it.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/newsroom",
                "/newsroom/feed.atom",
                "/newsroom/feed.json",
                "/newsroom/style.css",
                "/newsroom/nowhere"
            })
    void shouldGiveEachAnswerItsHeadersAndNoCookie(String path) throws IOException {
        for (int port : List.of(mainPort, newsroomPort)) {
            // when
            RawHttp.Answer answer = RawHttp.get(port, path);

            // then
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                            + " form-action 'none'; frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(answer.header("Cache-Control")).startsWith("public, max-age=");
            assertThat(answer.hasHeader("Set-Cookie")).isFalse();
        }
    }

    @Test
    void shouldSayThatNothingChanged() throws IOException {
        // given
        RawHttp.Answer first = RawHttp.get(newsroomPort, address.path());
        String etag = first.header("ETag");
        String lastModified = first.header("Last-Modified");

        // when
        RawHttp.Answer byTag = RawHttp.get(newsroomPort, address.path(), "If-None-Match: " + etag);
        RawHttp.Answer byTime = RawHttp.get(newsroomPort, address.path(), "If-Modified-Since: " + lastModified);
        publish("What happened in Lyon", "We know more now.", "We know more.");
        RawHttp.Answer later = RawHttp.get(newsroomPort, address.path(), "If-None-Match: " + etag);

        // then
        assertThat(etag).startsWith("\"");
        assertThat(byTag.status()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(byTag.header("ETag")).isEqualTo(etag);
        assertThat(byTime.status()).isEqualTo(304);
        assertThat(later.status()).isEqualTo(200);
        assertThat(later.header("Cache-Control")).contains("stale-while-revalidate=", "stale-if-error=");
    }

    @Test
    void shouldAnswerHeadWithoutBody() throws IOException {
        // given
        RawHttp.Answer whole = RawHttp.get(mainPort, address.path());

        // when
        RawHttp.Answer head = RawHttp.send(mainPort, "HEAD", address.path(), 5_000);

        // then
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "NONSENSE"})
    void shouldOnlyBeRead(String method) throws IOException {
        for (int port : List.of(mainPort, newsroomPort)) {
            // when
            RawHttp.Answer answer = RawHttp.send(port, method, address.path(), 5_000, "Content-Length: 0");

            // then
            // a method that does not exist is turned away by the main port's firewall before
            assertThat(answer.status()).isIn(405, 400);
            if (!method.equals("NONSENSE")) {
                assertThat(answer.status()).isEqualTo(405);
                assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
            }
        }
    }

    @Test
    void shouldSayInItsOwnLookThatThereIsNothing() throws IOException {
        // when
        RawHttp.Answer answer = RawHttp.get(mainPort, "/newsroom/2026-01-01-nothing");

        // then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("This page does not exist", "/newsroom/style.css", "noindex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases",
                "/camunda/app/tasklist/default/",
                "/engine-rest/engine",
                "/actuator/health",
                "/error",
                "/favicon.ico",
                "/newsroom/../actuator/health",
                "/newsroom/..;/actuator/health",
                "/newsroom;x/../actuator/health",
                "/newsroom/%2e%2e/actuator/health",
                "/newsroom/%2e%2e;/actuator/health",
                "//actuator/health",
                "/./actuator/health",
                "/;/actuator/health",
                "/newsroom%2f..%2factuator/health",
                "/newsroom/..%5c..%5cactuator/health",
                "/newsroom\\..\\actuator\\health",
                "/newsroom/.%2e/actuator/health",
                "/%61ctuator/health",
                "/newsroomx",
                "/NEWSROOM",
                "/newsroom//feed.atom",
                "/newsroom;jsessionid=1",
                "http://localhost/actuator/health",
                "/newsroom/%00",
                "/newsroom/%252e%252e/actuator/health"
            })
    void shouldLetNothingElseThroughOnItsOwnPort(String path) throws IOException {
        // when
        RawHttp.Answer answer = RawHttp.get(
                newsroomPort,
                path,
                "X-Forwarded-Port: " + mainPort,
                "X-Forwarded-Prefix: /newsroom",
                "X-Original-URL: /newsroom",
                "Forwarded: host=localhost:" + mainPort);

        // then
        assertThat(answer.status()).isIn(404, 400);
        assertThat(answer.body()).doesNotContain("\"status\"", "UP", "tasklist");
    }

    @Test
    void shouldLeadFromTheRootOfItsOwnPortToTheNewsroom() throws IOException {
        // when
        RawHttp.Answer answer = RawHttp.get(newsroomPort, "/");

        // then
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/newsroom");
    }

    @Test
    void shouldServeReadersWhileTheDatabaseAnswersNobody() throws Exception {
        // given: every connection of the pool is taken
        List<Connection> taken = new ArrayList<>();
        try {
            for (int number = 0; number < 10; number++) {
                taken.add(dataSource.getConnection());
            }

            // when / then
            for (String path : List.of(address.path(), "/newsroom", "/newsroom/feed.atom", "/newsroom/feed.json")) {
                for (int port : List.of(mainPort, newsroomPort)) {
                    assertThat(RawHttp.send(port, "GET", path, 2_000).status()).isEqualTo(200);
                }
            }
            assertThat(RawHttp.send(mainPort, "GET", "/newsroom/nothing", 2_000).status())
                    .isEqualTo(404);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void shouldKeepWhatItHasWhileItCannotLookForMore() throws IOException {
        // given
        jdbc.sql("ALTER TABLE firebreak.newsroom_release RENAME TO newsroom_release_away")
                .update();
        try {
            // when
            site.refreshOrLeaveItToThePoll();

            // then
            assertThat(RawHttp.get(newsroomPort, address.path()).status()).isEqualTo(200);
        } finally {
            jdbc.sql("ALTER TABLE firebreak.newsroom_release_away RENAME TO newsroom_release")
                    .update();
        }
        NewsroomAddress next = publish("What happened in Lyon", "Still here.", "Nothing was lost.");
        assertThat(RawHttp.get(newsroomPort, next.path()).body()).contains("Still here.");
    }

    @Test
    void shouldLeaveTheMainPortAloneWhenReadersTakeAllOfItsOwn() throws Exception {
        // given: readers who ask for a great lot and take nothing of it
        String path = publish("What happened in Lyon", "Long. ".repeat(60_000), "All of it.")
                .path();
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        byte[] requests = request.repeat(100).getBytes(StandardCharsets.US_ASCII);
        List<Socket> readers = new ArrayList<>();
        try {
            for (int number = 0; number < 2 * NewsroomPort.THREADS; number++) {
                readers.add(readerWhoTakesNothing(requests));
            }

            // when / then
            assertThatThrownBy(() -> waitUntilNobodyIsAnswered(path)).isInstanceOf(SocketTimeoutException.class);
            assertThat(RawHttp.send(mainPort, "GET", "/newsroom", 10_000).status())
                    .isEqualTo(200);
            assertThat(RawHttp.send(mainPort, "GET", "/actuator/health", 10_000).status())
                    .isEqualTo(200);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    private Socket readerWhoTakesNothing(byte[] requests) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", newsroomPort), 2_000);
        socket.getOutputStream().write(requests);
        return socket;
    }

    private void waitUntilNobodyIsAnswered(String path) throws IOException {
        for (int attempt = 0; attempt < 20; attempt++) {
            RawHttp.send(newsroomPort, "HEAD", path, 700);
        }
    }

    private NewsroomAddress publish(String title, String body, String note) {
        return transaction.execute(status -> newsroom.publish(new NewsroomRelease(
                statement, UUID.randomUUID(), "en", title, body, note, Instant.parse("2026-08-02T12:00:00Z"))));
    }
}
