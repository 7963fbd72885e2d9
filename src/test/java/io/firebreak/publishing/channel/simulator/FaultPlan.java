package io.firebreak.publishing.channel.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Which request meets which {@link Fault}. Requests that would make something public and all others are planned apart,
 * so that a test can let exactly the publication fail and the look-up after it work, or the other way round. A queue
 * goes before the standing fault, and that before chance. Safe to use from many threads.
 */
public final class FaultPlan {

    private final Deque<Fault> publishing = new ArrayDeque<>();
    private final Deque<Fault> other = new ArrayDeque<>();
    private Fault standing = Fault.none();
    private Random random = new Random(0);
    private double share;
    private List<Fault> choice = List.of();

    /** The next requests that publish meet these, one each. */
    public synchronized void next(Fault... faults) {
        publishing.addAll(List.of(faults));
    }

    /** The next requests that publish nothing meet these, one each. */
    public synchronized void nextOther(Fault... faults) {
        other.addAll(List.of(faults));
    }

    /** Every request meets this until {@link #heal}. */
    public synchronized void always(Fault fault) {
        standing = fault;
    }

    /**
     * Requests that publish meet faults by chance. The same seed gives the same faults in the same order; which of
     * several parallel requests meets which is not fixed.
     *
     * @param share of requests that meet one, from 0 to 1
     */
    public synchronized void random(long seed, double share, Fault... faults) {
        this.random = new Random(seed);
        this.share = share;
        this.choice = List.of(faults);
    }

    /** No more faults, whatever was planned. */
    public synchronized void heal() {
        publishing.clear();
        other.clear();
        standing = Fault.none();
        share = 0;
    }

    /** What the next request meets; for a server to ask once a request. */
    public synchronized Fault draw(boolean publishes) {
        Fault queued = (publishes ? publishing : other).poll();
        if (queued != null) {
            return queued;
        }
        if (standing.kind() != Fault.Kind.NONE || !publishes || choice.isEmpty()) {
            return standing;
        }
        return random.nextDouble() < share ? choice.get(random.nextInt(choice.size())) : Fault.none();
    }
}
