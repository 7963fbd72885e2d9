package io.firebreak.publishing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what the worker of publications does, one step at a time, as the worker itself is off in tests. */
public class PublicationDriver {

    private final PublicationRound round;
    private final PublicationFollower follower;
    private final PublicationProcess process;
    private final JdbcClient jdbc;

    PublicationDriver(
            PublicationRound round, PublicationFollower follower, PublicationProcess process, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.round = round;
        this.follower = follower;
        this.process = process;
    }

    /** Sends and looks up what is due, and waits until all of it has ended. */
    public void send() {
        round.runAndWait();
    }

    /** Leads the processes of all cases on in which something has changed. */
    public void follow() {
        follower.follow();
    }

    /** Leads the processes of all cases on that wait for their publications, whether something has changed or not. */
    public void followAll() {
        process.followAll();
    }

    /** Leaves nothing for the next test: no publication that becomes due, no account that rests. */
    public void forgetEverything() {
        jdbc.sql(
                        """
                        UPDATE firebreak.publication SET state = 'FAILED', left_out = true, not_before = NULL, node = NULL
                        WHERE state <> 'SENT'
                        """)
                .update();
        jdbc.sql("UPDATE firebreak.publication SET read_back_at = NULL").update();
        jdbc.sql(
                        "UPDATE firebreak.channel_account SET failures = 0, open_until = NULL, rest_until = NULL, tokens = 1000")
                .update();
    }
}
