package io.firebreak.notification;

import io.firebreak.notification.means.RealSenders;
import io.firebreak.support.TestClock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what the worker of notices does, one step at a time, as the worker itself is off in tests. */
public class NoticeDriver {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NoticeRound round;
    private final DeliveryQueue queue;
    private final DeliveryResults results;
    private final NoticeWriter writer;
    private final NotificationProperties settings;
    private final TestClock clock;
    private final JdbcClient jdbc;

    NoticeDriver(
            NoticeRound round,
            DeliveryQueue queue,
            DeliveryResults results,
            NoticeWriter writer,
            NotificationProperties settings,
            TestClock clock,
            JdbcClient jdbc) {
        this.round = round;
        this.queue = queue;
        this.results = results;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Sends what is due, and waits until all of it has ended. */
    public void send() {
        round.runAndWait();
    }

    /** The same, by real mail to a server at this port of this machine. */
    public void sendOver(int smtpPort) {
        roundOver(smtpPort).runAndWait();
    }

    NoticeRound roundOver(int smtpPort) {
        return new NoticeRound(queue, results, writer, RealSenders.at(smtpPort, PATIENCE, clock), settings);
    }

    /** Ends what has expired and deletes what is old. */
    public void cleanUp() {
        queue.endExpired();
        queue.forgetOld();
    }

    /** Leaves nothing for the next test: nothing that becomes due, nothing that somebody could not be told. */
    public void forgetEverything() {
        jdbc.sql("DELETE FROM firebreak.notice").update();
        jdbc.sql("DELETE FROM firebreak.means_outcome").update();
    }
}
