package io.firebreak.publishing;

/** Does what the worker of publications does, one step at a time, as the worker itself is off in tests. */
public class PublicationDriver {

    private final PublicationRound round;
    private final PublicationFollower follower;
    private final PublicationProcess process;

    PublicationDriver(PublicationRound round, PublicationFollower follower, PublicationProcess process) {
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
}
