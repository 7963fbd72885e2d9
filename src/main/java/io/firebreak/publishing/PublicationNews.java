package io.firebreak.publishing;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseReference;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.reply.ThreadReplies;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what becomes of publications: the ledger, whoever waits for a reply, and all who listen. */
@Component
class PublicationNews {

    private final PublicationStore publications;
    private final ThreadReplies replies;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    PublicationNews(
            PublicationStore publications, ThreadReplies replies, Ledger ledger, ApplicationEventPublisher events) {
        this.publications = publications;
        this.replies = replies;
        this.ledger = ledger;
        this.events = events;
    }

    /** One line a channel, however many parts and addressees it has. */
    void sent(Publication publication, RemotePost post) {
        if (publication.isReply()) {
            tellReply(publication, post);
            return;
        }
        List<Publication> all = publications.of(publication.versionId(), publication.channel());
        if (all.stream().allMatch(part -> part.state() == PublicationState.SENT)) {
            String first = all.stream()
                    .map(Publication::url)
                    .filter(url -> url != null)
                    .findFirst()
                    .orElse(post == null ? null : post.url());
            ledger.record(new Act(
                            publication.caseReference(),
                            Actor.FIREBREAK.id(),
                            typeOf(publication),
                            sentence(publication, all.size(), first))
                    .with("channel", publication.channel())
                    .with("version", publication.number())
                    .with("statement", publication.statementId().toString())
                    .with("sha256", publication.sha256())
                    .with("dryRun", publication.dryRun())
                    .with("url", first == null ? "" : first));
        }
    }

    private static String typeOf(Publication publication) {
        return switch (publication.audience()) {
            case STAFF -> "staff.informed";
            case PUBLIC -> publication.kind().act("published");
            case ALLIES -> "allies.informed";
        };
    }

    private static String sentence(Publication publication, int count, String url) {
        String what = publication.text();
        if (publication.dryRun()) {
            return what + " would be public on " + publication.channel() + "; this is a dry run.";
        }
        if (!publication.addressee().isEmpty()) {
            return "%s went to %d %s by %s."
                    .formatted(what, count, count == 1 ? "addressee" : "addressees", publication.channel());
        }
        return url == null
                ? what + " is public on " + publication.channel() + "."
                : what + " is public on " + publication.channel() + ": " + url;
    }

    /** Whoever waits for a reply hears of it in the same transaction. */
    private void tellReply(Publication publication, RemotePost post) {
        replies.sent(
                CaseReference.parse(publication.caseReference()),
                publication.versionId(),
                post == null ? null : post.url());
    }

    /**
     * What Firebreak itself finds out.
     *
     * @param sentence a format for the text and its channel
     * @param reason null: none
     */
    void tell(Publication publication, String type, String sentence, String reason) {
        ledger.record(new Act(
                        publication.caseReference(),
                        Actor.FIREBREAK.id(),
                        type,
                        sentence.formatted(publication.text(), publication.describe()))
                .because(reason)
                .with("channel", publication.channel())
                .with("publication", publication.id().toString())
                .with("version", publication.number())
                .with("statement", publication.statementId().toString()));
    }

    /** For a reply, a person goes on; statements have a process that asks. */
    void askPersonAbout(Publication publication, boolean uncertain, String reason) {
        if (publication.isReply()) {
            replies.comesBack(
                    CaseReference.parse(publication.caseReference()), publication.versionId(), uncertain, reason);
        }
    }

    /** The gate does not let it pass any more, or its account is gone. */
    void comesBack(Publication publication, boolean uncertain, String reason) {
        askPersonAbout(publication, uncertain, reason);
        changed(publication.caseReference());
    }

    void changed(String caseReference) {
        events.publishEvent(new PublicationChanged(caseReference));
    }
}
