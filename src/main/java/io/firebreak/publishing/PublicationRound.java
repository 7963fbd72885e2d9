package io.firebreak.publishing;

import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Probe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One look at the queue: takes over from nodes that ended, then begins all calls for which there is room. */
@Component
class PublicationRound {

    private static final Logger log = LoggerFactory.getLogger(PublicationRound.class);

    /** A planned stop waits so long for calls under way; what takes longer is looked up after the next start. */
    private static final int PATIENCE_AT_STOP_SECONDS = 25;

    private final Accounts accounts;
    private final PublicationQueue queue;
    private final PublicationResults results;
    private final NodeSession session;
    private final ReadBacks readBacks;
    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threadNumber = new AtomicInteger();
    private final ExecutorService calls =
            Executors.newCachedThreadPool(task -> new Thread(task, "publication-" + threadNumber.incrementAndGet()));

    PublicationRound(
            Accounts accounts,
            PublicationQueue queue,
            PublicationResults results,
            NodeSession session,
            ReadBacks readBacks) {
        this.accounts = accounts;
        this.queue = queue;
        this.results = results;
        this.session = session;
        this.readBacks = readBacks;
    }

    void doubtEverything() {
        log.warn(
                "firebreak.publishing.reconcile-first is set: {} publications are looked up before they are sent",
                queue.doubtEverything(accounts.all()));
    }

    /**
     * All that there is to do.
     *
     * @param whenRoom called whenever a call has ended
     */
    void run(Runnable whenRoom) {
        UUID node = session.node();
        takeOver(node);
        beginAll(node, whenRoom);
        accounts.all().forEach(account -> surviving(account.name(), () -> beginReadBacks(account, node, whenRoom)));
    }

    /** Only sends and looks up: what is done whenever there is room again must cost as little as it can. */
    void goOn(Runnable whenRoom) {
        beginAll(session.node(), whenRoom);
    }

    private void beginAll(UUID node, Runnable whenRoom) {
        for (String channel : queue.channelsWithWork()) {
            accounts.find(channel)
                    .ifPresentOrElse(
                            account -> surviving(account.name(), () -> begin(account, node, whenRoom)),
                            () -> surviving(channel, () -> queue.refuseForMissingAccount(channel)));
        }
    }

    /** Trouble with one account must not keep the others waiting. */
    private static void surviving(String channel, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            log.warn("{} could not be served in this round", channel, failure);
        }
    }

    /** The same, and waits until all that it began has ended: for tests, step by step. */
    void runAndWait() {
        run(() -> {});
        for (ChannelAccount account : accounts.all()) {
            Semaphore all = slotsOf(account);
            all.acquireUninterruptibly(account.settings().concurrency());
            all.release(account.settings().concurrency());
        }
    }

    private void takeOver(UUID node) {
        for (UUID sender : queue.sendingNodes()) {
            if (session.isOwn(sender)) {
                // also under a name that was lost: what is still being called is not lost
                queue.doubtLost(sender, underWay);
                continue;
            }
            int left = queue.takeOver(sender);
            if (left > 0) {
                log.warn("The node {} ended while it was sending {} publications; they are looked up", sender, left);
            }
        }
    }

    private void begin(ChannelAccount account, UUID node, Runnable whenRoom) {
        int room = slotsOf(account).availablePermits();
        if (account.certainty() == Certainty.TRANSACTION) {
            if (room == account.settings().concurrency()) {
                // beside the others, which must not wait until all of these are out
                call(account, () -> publishWithin(account), whenRoom);
            }
            return;
        }
        if (room == 0) {
            return;
        }
        List<Dispatch> looks = queue.takeToProbe(account, node, room);
        looks.forEach(dispatch -> call(account, () -> lookUp(dispatch), whenRoom));
        if (room > looks.size()) {
            for (Dispatch dispatch : queue.takeToSend(account, node, room - looks.size())) {
                underWay.add(Attempt.of(dispatch));
                call(account, () -> send(dispatch), whenRoom);
            }
        }
    }

    private void publishWithin(ChannelAccount account) {
        try {
            while (queue.publishWithin(account)) {
                // one transaction each, until nothing is due
            }
        } catch (RuntimeException failure) {
            log.warn("{} could not publish: {}", account.name(), failure.toString());
            queue.postpone(account);
        }
    }

    private void beginReadBacks(ChannelAccount account, UUID node, Runnable whenRoom) {
        if (slotsOf(account).availablePermits() == 0) {
            return;
        }
        readBacks.take(account, node).forEach(dispatch -> call(account, () -> readBacks.compare(dispatch), whenRoom));
    }

    private Semaphore slotsOf(ChannelAccount account) {
        return slots.computeIfAbsent(
                account.name(), name -> new Semaphore(account.settings().concurrency()));
    }

    private void call(ChannelAccount account, Runnable call, Runnable whenRoom) {
        Semaphore room = slotsOf(account);
        room.acquireUninterruptibly();
        calls.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException failure) {
                // what became of it could not be kept: the next round sees that nobody knows
                log.warn("{}: the outcome of a call could not be kept: {}", account.name(), failure.toString());
            } finally {
                room.release();
                whenRoom.run();
            }
        });
    }

    private void send(Dispatch dispatch) {
        try {
            if (dispatch.publication().dryRun() || session.holds(dispatch.node())) {
                results.keep(dispatch, outcomeOf(dispatch));
            } else {
                results.release(dispatch);
            }
        } finally {
            underWay.remove(Attempt.of(dispatch));
        }
    }

    private Outcome outcomeOf(Dispatch dispatch) {
        if (dispatch.publication().dryRun()) {
            return new Outcome.Sent(null);
        }
        try {
            Channel channel = dispatch.account().channel();
            if (dispatch.publication().isReply()) {
                return channel.reply(dispatch.delivery(), dispatch.earlier());
            }
            return dispatch.earlier() == null || dispatch.publication().part() > 1
                    ? channel.publish(dispatch.delivery())
                    : channel.correct(dispatch.delivery(), dispatch.earlier());
        } catch (RuntimeException failure) {
            log.warn("{} failed unexpectedly", dispatch.account().name(), failure);
            return new Outcome.Unknown("The channel failed unexpectedly (%s)."
                    .formatted(failure.getClass().getSimpleName()));
        }
    }

    private void lookUp(Dispatch dispatch) {
        Probe found;
        try {
            found = dispatch.publication().dryRun()
                    ? new Probe.Absent()
                    : dispatch.account().channel().probe(dispatch.delivery());
        } catch (RuntimeException failure) {
            log.warn("{} failed unexpectedly", dispatch.account().name(), failure);
            found = new Probe.NotNow("The channel failed unexpectedly (%s)."
                    .formatted(failure.getClass().getSimpleName()));
        }
        results.keep(dispatch, found);
    }

    /** Lets what is under way come to its end, then gives up the node's name. */
    void finish() throws InterruptedException {
        calls.shutdown();
        if (!calls.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Some calls did not end; what became of them is looked up after the next start");
        }
        session.close();
    }
}
