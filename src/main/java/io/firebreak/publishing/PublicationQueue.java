package io.firebreak.publishing;

import io.firebreak.publishing.AttemptStore.Step;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.rule.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be sent or looked up next, and by whom. Each call is one short transaction; nothing remote is in it. */
@Service
class PublicationQueue {

    /** A look through a list takes several calls; whoever looks again before it ends takes its result away. */
    private static final int CALLS_OF_A_LOOK = 8;

    private static final Logger log = LoggerFactory.getLogger(PublicationQueue.class);

    private static final Duration GRACE_WITHOUT_ACCOUNT = Duration.ofMinutes(10);

    private final PublicationStore publications;
    private final AttemptStore attempts;
    private final QueueStore queue;
    private final AccountStore accounts;
    private final Deliveries deliveries;
    private final PublicationResults results;
    private final PublicationNews news;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate each;

    PublicationQueue(
            PublicationStore publications,
            AttemptStore attempts,
            QueueStore queue,
            AccountStore accounts,
            Deliveries deliveries,
            PublicationResults results,
            PublicationNews news,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.publications = publications;
        this.attempts = attempts;
        this.queue = queue;
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.results = results;
        this.news = news;
        this.clock = clock;
        this.jdbc = jdbc;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Transactional(readOnly = true)
    public List<String> channelsWithWork() {
        return queue.channelsWithWork(clock.instant());
    }

    /**
     * Takes on what is due on this account, as far as its budget goes. From the end of this call the record says that
     * this node is sending it.
     */
    @Transactional
    public List<Dispatch> takeToSend(ChannelAccount account, UUID node, int most) {
        int allowed = accounts.take(account, most);
        if (allowed == 0) {
            return List.of();
        }
        List<Dispatch> taken = new ArrayList<>();
        for (Publication publication : queue.lockToSend(account.name(), clock.instant(), allowed)) {
            takeOn(publication, account, node, taken);
        }
        accounts.giveBack(account, allowed, taken.size());
        return taken;
    }

    /** One that can't be taken on must not keep back those behind it, so each has a savepoint of its own. */
    private void takeOn(Publication publication, ChannelAccount account, UUID node, List<Dispatch> taken) {
        try {
            each.execute(status -> takeOn(publication, account, node)).ifPresent(taken::add);
        } catch (Refusal refusal) {
            refuse(publication, refusal);
            if (deliveries.isOvertaken(publication)) {
                publications.leaveOut(publication.id(), refusal.getMessage());
            }
        } catch (RuntimeException failure) {
            log.warn("{} can't be sent now", publication.describe(), failure);
            results.stumbled(publication);
        }
    }

    private Optional<Dispatch> takeOn(Publication publication, ChannelAccount account, UUID node) {
        Dispatch dispatch = deliveries.toSend(publication, account, node);
        Optional<String> held = deliveries.heldBack(publication);
        if (held.isPresent()) {
            hold(publication, held.get());
            return Optional.empty();
        }
        if (publication.byHand()) {
            askPerson(publication, account);
            return Optional.empty();
        }
        queue.sending(publication.id(), node, clock.instant());
        attempts.note(publication.id(), new Step(dispatch.attempt(), clock.instant(), node, "STARTED", null));
        return Optional.of(dispatch);
    }

    /** Nothing is wrong with it, so nobody is asked; it is looked at again until it may go. */
    private void hold(Publication publication, String reason) {
        queue.hold(publication.id(), reason, PublicationGate.lookAgain(clock.instant()));
        if (!reason.equals(publication.progress().reason())) {
            note(publication, "HELD", reason);
            news.tell(publication, "publication.held", "%s waits on %s.", reason);
            news.changed(publication.caseReference());
        }
    }

    /** It was held back before somebody could publish it by hand. */
    private void askPerson(Publication publication, ChannelAccount account) {
        queue.move(
                publication.id(),
                PublicationState.NEEDS_HUMAN,
                account.account().instructions(),
                null);
        news.changed(publication.caseReference());
    }

    private void note(Publication publication, String step, String reason) {
        attempts.note(
                publication.id(), new Step(publication.progress().attempt(), clock.instant(), null, step, reason));
    }

    private void refuse(Publication publication, Refusal refusal) {
        queue.move(publication.id(), PublicationState.FAILED, refusal.getMessage(), null);
        news.tell(publication, "publication.refused", "%s is not published on %s.", refusal.getMessage());
        news.comesBack(publication, false, refusal.getMessage());
    }

    /** Takes on what is to be looked up. Whoever dies while looking is followed by the next after a while. */
    @Transactional
    public List<Dispatch> takeToProbe(ChannelAccount account, UUID node, int most) {
        Instant now = clock.instant();
        if (accounts.conditionOf(account.name())
                .map(condition -> condition.restsAt(now))
                .orElse(false)) {
            return List.of();
        }
        Duration patience = account.account().timeout().multipliedBy(CALLS_OF_A_LOOK);
        List<Dispatch> taken = new ArrayList<>();
        for (Publication publication : queue.lockToProbe(account.name(), now, most)) {
            queue.probing(publication.id(), now.plus(patience));
            toLookUp(publication, account, node).ifPresent(taken::add);
        }
        return taken;
    }

    private Optional<Dispatch> toLookUp(Publication publication, ChannelAccount account, UUID node) {
        try {
            return Optional.ofNullable(each.execute(status -> deliveries.toLookUp(publication, account, node)));
        } catch (RuntimeException failure) {
            log.warn("{} can't be looked up", publication.describe(), failure);
            String reason = "It may be public, and it can't be looked up: %s".formatted(failure.getMessage());
            queue.move(publication.id(), PublicationState.NEEDS_HUMAN, reason, null);
            news.comesBack(publication, true, reason);
            return Optional.empty();
        }
    }

    /**
     * What has been due for a while on an account that is not set up here: people have to know. Not at once, because
     * another node may have the new settings already.
     */
    @Transactional
    public void refuseForMissingAccount(String channel) {
        Instant now = clock.instant().minus(GRACE_WITHOUT_ACCOUNT);
        String reason =
                "The channel %s is not set up any more; please set it up again or publish by hand.".formatted(channel);
        for (Publication publication : queue.lockToSend(channel, now, 100)) {
            refuse(publication, Refusal.conflict(reason));
        }
        for (Publication publication : queue.lockToProbe(channel, now, 100)) {
            queue.move(publication.id(), PublicationState.NEEDS_HUMAN, reason, null);
            news.comesBack(publication, true, reason);
        }
    }

    /**
     * Publishes the next thing that is due on a channel of our own, in the same transaction.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean publishWithin(ChannelAccount account) {
        if (account.certainty() != Certainty.TRANSACTION) {
            throw new IllegalArgumentException(account.name() + " can't be called in a transaction");
        }
        List<Publication> next = queue.lockToSend(account.name(), clock.instant(), 1);
        if (next.isEmpty()) {
            return false;
        }
        Publication publication = next.get(0);
        List<Dispatch> taken = new ArrayList<>();
        takeOn(publication, account, AttemptStore.WITHIN_TRANSACTION, taken);
        for (Dispatch dispatch : taken) {
            results.sentWithin(dispatch);
        }
        return true;
    }

    /** What failed within its transaction is tried again later. */
    @Transactional
    public void postpone(ChannelAccount account) {
        queue.lockToSend(account.name(), clock.instant(), 1).forEach(results::stumbled);
    }

    /**
     * What a node was sending when it ended is uncertain: it may have been sent or not.
     *
     * @return how many
     */
    @Transactional
    public int takeOver(UUID deadNode) {
        if (!isFree(deadNode)) {
            return 0;
        }
        List<Publication> left = queue.lockSendingOf(deadNode);
        left.forEach(publication -> results.doubt(publication, "The node that was sending it ended."));
        return left.size();
    }

    /** The lock is taken only until the transaction ends; a node that lives can't lose it by this. */
    private boolean isFree(UUID node) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(" + NodeSession.KEY + ")")
                .param(node.toString())
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<UUID> sendingNodes() {
        return queue.sendingNodes();
    }

    /** What this node was sending and lost track of, because the database was away when it wanted to tell. */
    @Transactional
    public void doubtLost(UUID node, Set<Attempt> underWay) {
        queue.lockSendingOf(node).stream()
                .filter(publication -> !underWay.contains(Attempt.of(publication)))
                .forEach(publication ->
                        results.doubt(publication, "The database was away when the outcome was to be kept."));
    }

    /**
     * After the database was restored: what is not known to be sent may have been. What is in our own database was
     * restored together with the record.
     *
     * @return how many
     */
    @Transactional
    public int doubtEverything(List<ChannelAccount> all) {
        List<String> elsewhere = all.stream()
                .filter(account -> account.certainty() != Certainty.TRANSACTION)
                .map(ChannelAccount::name)
                .toList();
        return queue.doubtEverything(clock.instant(), elsewhere);
    }
}
