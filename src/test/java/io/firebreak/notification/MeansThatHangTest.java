package io.firebreak.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.firebreak.notification.AddressBook.Recipient;
import io.firebreak.notification.means.RealSenders;
import io.firebreak.support.FirebreakTest;
import io.firebreak.support.TestClock;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that takes calls and comes to no end keeps nobody from hearing within a minute by other means. */
@FirebreakTest
class MeansThatHangTest {

    @RegisterExtension
    private static final WireMockExtension PAGER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Autowired
    private NoticeStore store;

    @Autowired
    private DeliveryStore deliveries;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private DeliveryResults results;

    @Autowired
    private NextMeans nextMeans;

    @Autowired
    private NoticeWriter writer;

    @Autowired
    private NoticeDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void forget() {
        driver.forgetEverything();
    }

    @Test
    void shouldGoOnToTheNextMeansWhileTheMailServerDripsOnWithoutAnEnd() throws Exception {
        // given a server that says a little again and again, so that no limit of a single read strikes
        PAGER.stubFor(any(anyUrl()).willReturn(noContent()));
        Duration patience = Duration.ofMillis(700);
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            new Thread(() -> drip(dripping)).start();
            NoticeRound round = new NoticeRound(
                    queue,
                    results,
                    writer,
                    RealSenders.at(dripping.getLocalPort(), Duration.ofSeconds(30), clock),
                    new NotificationProperties(true, Duration.ofSeconds(1), patience, null, Map.of()));
            Notices notices = new Notices(this::find, store, deliveries, nextMeans, clock, events);
            for (int person = 1; person <= 20; person++) {
                String name = "person" + person;
                transaction.executeWithoutResult(
                        status -> notices.tell(new Notice(name, Notice.Kind.ASKED, null, null, Map.of(), null, null)));
            }

            // when
            for (int look = 0; look < 6; look++) {
                round.runAndWait();
                clock.advance(Duration.ofSeconds(2));
            }

            // then
            assertThat(PAGER.findAll(anyRequestedFor(anyUrl()))).hasSize(20);
        }
    }

    private Recipient find(String userId) {
        Webhook pager = new Webhook("pager", Webhook.Form.GENERIC, PAGER.baseUrl() + "/hook", "key");
        return new Recipient(
                userId,
                userId,
                userId + "@brand.example",
                "en",
                ZoneOffset.UTC,
                List.of(
                        new Means(Means.Kind.EMAIL, null, null, null),
                        new Means(Means.Kind.WEBHOOK, null, pager, null)));
    }

    private static void drip(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                new Thread(() -> dripTo(connection, server)).start();
            } catch (java.io.IOException closed) {
                return;
            }
        }
    }

    private static void dripTo(Socket connection, ServerSocket server) {
        try (connection;
                OutputStream out = connection.getOutputStream()) {
            while (!server.isClosed()) {
                out.write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(50);
            }
        } catch (java.io.IOException | InterruptedException gone) {
            // the client left, or the test is over
        }
    }
}
