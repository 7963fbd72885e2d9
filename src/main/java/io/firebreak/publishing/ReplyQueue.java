package io.firebreak.publishing;

import io.firebreak.crisis.CrisisCase;
import io.firebreak.mention.Post;
import io.firebreak.publishing.Publication.Progress;
import io.firebreak.publishing.ReplyRoutes.Route;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.reply.Reply;
import io.firebreak.reply.ThreadSender;
import io.firebreak.rule.Fingerprint;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts replies into the record of publications, which sends each once. A reply is one part on one channel. */
@Component
class ReplyQueue implements ThreadSender {

    private final Accounts accounts;
    private final ReplyRoutes routes;
    private final PublicationStore publications;
    private final QueueStore queue;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final boolean reconcileFirst;

    ReplyQueue(
            Accounts accounts,
            ReplyRoutes routes,
            PublicationStore publications,
            QueueStore queue,
            Clock clock,
            ApplicationEventPublisher events,
            PublishingProperties properties) {
        this.accounts = accounts;
        this.routes = routes;
        this.publications = publications;
        this.queue = queue;
        this.clock = clock;
        this.events = events;
        this.reconcileFirst = properties.publishing().reconcileFirst();
    }

    @Override
    public Optional<Prepared> prepare(Post answered, String language, UUID replyId, String text) {
        return routes.of(answered, language, replyId, text)
                .filter(Route::isOpen)
                .map(ReplyQueue::prepared)
                .findFirst();
    }

    private static Prepared prepared(Route route) {
        Part part = route.parts().get(0);
        return new Prepared(route.account().name(), part.text(), part.payload());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(CrisisCase crisisCase, Reply reply) {
        ChannelAccount account = accounts.find(reply.route().channel()).orElseThrow();
        publications.add(publication(crisisCase, reply, account));
        events.publishEvent(new PublicationsQueued(crisisCase.reference().toString()));
    }

    private Publication publication(CrisisCase crisisCase, Reply reply, ChannelAccount account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean doubted = reconcileFirst && account.certainty() != Certainty.TRANSACTION;
        return new Publication(
                UUID.randomUUID(),
                crisisCase.reference().toString(),
                reply.id(),
                null,
                reply.route().language(),
                reply.id(),
                reply.number(),
                account.name(),
                account.audience(),
                1,
                1,
                "",
                Fingerprint.of(List.of("reply", reply.id().toString(), account.name())),
                reply.sha256(),
                // counted among the replies
                false,
                crisisCase.report().drill() || account.settings().dryRun(),
                false,
                List.of(),
                now,
                new Progress(
                        doubted ? PublicationState.UNKNOWN : PublicationState.PENDING,
                        now,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        false,
                        null,
                        null,
                        0,
                        null,
                        null));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settledByPerson(UUID replyId, String link) {
        publications
                .ofReply(replyId)
                .flatMap(publication -> queue.lock(publication.id()))
                .ifPresent(publication -> {
                    if (publication.state() != PublicationState.SENT) {
                        RemotePost post = link == null ? null : new RemotePost(null, link);
                        queue.sent(publication.id(), post, clock.instant(), null);
                    }
                });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveOut(UUID replyId, String reason) {
        publications
                .ofReply(replyId)
                .flatMap(publication -> queue.lock(publication.id()))
                .ifPresent(publication -> {
                    if (publication.state() != PublicationState.SENT) {
                        publications.leaveOut(publication.id(), reason);
                    }
                });
    }
}
