package io.firebreak.takedown;

import io.firebreak.crisis.CaseReference;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationState;
import io.firebreak.publishing.Publishing;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.takedown.TakeDown.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What of a case stands where everybody reads it: publications, and replies that people brought into a thread by hand. */
@Component
class PublicPosts {

    private final Publishing publishing;
    private final Replies replies;
    private final TakeDownStore store;

    PublicPosts(Publishing publishing, Replies replies, TakeDownStore store) {
        this.publishing = publishing;
        this.replies = replies;
        this.store = store;
    }

    /** A publication that stands; replies that a channel sent are among them. */
    Optional<Publication> publication(CaseReference reference, UUID id) {
        return publications(reference).stream()
                .filter(publication -> publication.id().equals(id))
                .findFirst();
    }

    /** All publications that stand, those of statements first. */
    List<Publication> publications(CaseReference reference) {
        return Stream.concat(publishing.of(reference.toString()).stream(), publishing.repliesOf(reference).stream())
                .filter(PublicPosts::stands)
                .toList();
    }

    /** What was sent to single people lies with them; what is gone is gone. */
    private static boolean stands(Publication publication) {
        return publication.audience() == Audience.PUBLIC
                && publication.addressee().isEmpty()
                && publication.state() == PublicationState.SENT
                && publication.progress().takenDownAt() == null;
    }

    /** A reply that a person brought into the thread, which no channel knows. */
    Optional<Reply> reply(CaseReference reference, UUID id) {
        return replies(reference).stream()
                .filter(reply -> reply.id().equals(id))
                .findFirst();
    }

    /** All replies that people brought into the thread by hand, oldest first. */
    List<Reply> replies(CaseReference reference) {
        Set<UUID> gone = store.of(reference.toString()).stream()
                .filter(TakeDown::isDone)
                .map(TakeDown::proposal)
                .map(Proposal::post)
                .collect(Collectors.toSet());
        return replies.of(reference).stream()
                .filter(reply -> reply.isSent() && reply.route() == null)
                .filter(reply -> reply.text().way().isPublic())
                .filter(reply -> !gone.contains(reply.id()))
                .toList();
    }
}
