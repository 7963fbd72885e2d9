package io.firebreak.publishing;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.reply.Reply;
import io.firebreak.reply.ThreadReplies;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementVersion;
import io.firebreak.statement.Statements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what a channel needs, from our own tables alone. */
@Component
class Deliveries {

    private final Cases cases;
    private final Statements statements;
    private final PublicationGate gate;
    private final EarlierPosts earlierPosts;
    private final ThreadReplies replies;

    Deliveries(
            Cases cases,
            Statements statements,
            PublicationGate gate,
            EarlierPosts earlierPosts,
            ThreadReplies replies) {
        this.cases = cases;
        this.statements = statements;
        this.gate = gate;
        this.earlierPosts = earlierPosts;
        this.replies = replies;
    }

    /**
     * For sending: the gate is asked once more.
     *
     * @throws Refusal when the gate does not let it pass any more
     */
    Dispatch toSend(Publication publication, ChannelAccount account, UUID node) {
        if (publication.isReply()) {
            replies.passGate(
                    CaseReference.parse(publication.caseReference()), publication.versionId(), publication.sha256());
            return reply(publication, account, node, publication.progress().attempt() + 1);
        }
        List<StatementVersion> versions = statements.versionsOf(publication.statementId());
        gate.passAgain(cases.get(CaseReference.parse(publication.caseReference())), versions, publication);
        Dispatch dispatch =
                dispatch(publication, account, node, publication.progress().attempt() + 1, versions);
        requireWhatItRefersTo(dispatch);
        return dispatch;
    }

    /** Why it has to wait although nothing is wrong with it, a sentence; empty when it may go. */
    Optional<String> heldBack(Publication publication) {
        return gate.heldBack(cases.get(CaseReference.parse(publication.caseReference())));
    }

    /** Whether time went over the text, so that nobody has to bring it anywhere any more. */
    boolean isOvertaken(Publication publication) {
        if (publication.isReply()) {
            // it comes back to a person, who sees why
            return false;
        }
        CrisisCase crisisCase = cases.get(CaseReference.parse(publication.caseReference()));
        return !crisisCase.isOpen()
                || statements.versionsOf(publication.statementId()).stream()
                        .filter(version -> version.id().equals(publication.versionId()))
                        .anyMatch(version -> gate.isSuperseded(version)
                                || gate.overtaken(crisisCase, version).isPresent());
    }

    /** What only a person has seen has no name that a server knows: nothing can be attached to it. */
    private void requireWhatItRefersTo(Dispatch dispatch) {
        Publication publication = dispatch.publication();
        boolean byName = dispatch.account().certainty().canLookUp()
                && dispatch.account().certainty() != Certainty.TRANSACTION
                && !publication.dryRun();
        if (byName && publication.part() > 1 && dispatch.delivery().previous() == null) {
            throw Refusal.conflict("The part before was published by hand, so this one can't be attached to it;"
                    + " please publish this one by hand too.");
        }
        if (byName && publication.part() == 1 && earlierPosts.isEarlierOnlyKnownToPeople(publication)) {
            throw Refusal.conflict("The text that this one puts right was published by hand;"
                    + " please put it right there by hand too.");
        }
    }

    /** For looking something up: nothing goes out, so the gate is not asked. */
    Dispatch toLookUp(Publication publication, ChannelAccount account, UUID node) {
        if (publication.isReply()) {
            return reply(publication, account, node, publication.progress().attempt());
        }
        return dispatch(
                publication,
                account,
                node,
                publication.progress().attempt(),
                statements.versionsOf(publication.statementId()));
    }

    private Dispatch reply(Publication publication, ChannelAccount account, UUID node, int attempt) {
        Reply.Route route =
                replies.find(publication.versionId()).map(Reply::route).orElseThrow();
        Delivery delivery = new Delivery(
                publication.id(),
                publication.key(),
                publication.createdAt(),
                ReplyRoutes.message(publication.versionId(), route.language(), route.text()),
                new Part(route.text(), route.payload(), List.of()),
                publication.part(),
                publication.parts(),
                publication.addressee(),
                List.of(),
                null,
                null);
        return new Dispatch(
                publication, account, delivery, node, attempt, new RemotePost(route.answersId(), route.answersUrl()));
    }

    private Dispatch dispatch(
            Publication publication, ChannelAccount account, UUID node, int attempt, List<StatementVersion> versions) {
        StatementVersion version = versions.stream()
                .filter(candidate -> candidate.id().equals(publication.versionId()))
                .findFirst()
                .orElseThrow();
        RemotePost earlier = earlierPosts.earlierPost(publication).orElse(null);
        return new Dispatch(publication, account, delivery(publication, version), node, attempt, earlier);
    }

    private Delivery delivery(Publication publication, StatementVersion version) {
        int part = publication.part();
        return new Delivery(
                publication.id(),
                publication.key(),
                publication.createdAt(),
                Messages.of(version, statements.picturesOf(version)),
                part(publication, version),
                part,
                publication.parts(),
                publication.addressee(),
                publication.links(),
                part == 1 ? null : earlierPosts.partPost(publication, 1).orElse(null),
                part == 1 ? null : earlierPosts.partPost(publication, part - 1).orElse(null));
    }

    private static Part part(Publication publication, StatementVersion version) {
        Rendering rendering = version.renderingsFor(publication.channel()).stream()
                .filter(candidate -> candidate.part() == publication.part())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("The rendering for %s is gone.".formatted(publication.channel())));
        return new Part(rendering.text(), rendering.payload(), rendering.pictures());
    }
}
