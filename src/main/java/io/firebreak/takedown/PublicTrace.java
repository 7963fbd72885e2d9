package io.firebreak.takedown;

import io.firebreak.crisis.CaseReference;
import io.firebreak.newsroom.Newsroom;
import io.firebreak.newsroom.NewsroomAddress;
import io.firebreak.newsroom.NewsroomTakeDown;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationMarks;
import io.firebreak.publishing.Publishing;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.rule.WebAddress;
import io.firebreak.takedown.TakeDown.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What stays of a post that is taken down: its record with a mark, and in the newsroom the words that say why. */
@Component
class PublicTrace {

    private static final TextRule LINK =
            TextRule.line("explainedAt", "The link to the explanation", 2_000).optional();

    private final Publishing publishing;
    private final PublicationMarks marks;
    private final Newsroom newsroom;

    PublicTrace(Publishing publishing, PublicationMarks marks, Newsroom newsroom) {
        this.publishing = publishing;
        this.marks = marks;
        this.newsroom = newsroom;
    }

    /** From now on nobody is alarmed when the post is gone. */
    void expect(CaseReference reference, Proposal proposal) {
        marks.endReadBacks(idsOf(reference, proposal));
    }

    /**
     * Marks the record, and has the newsroom say why: in place of the text where that stood there, else beside it.
     *
     * @param link where the explanation is public by a person's word; null or blank for none
     * @return where the public reads why
     * @throws Refusal when nobody could
     */
    String leave(CaseReference reference, Proposal proposal, String link, Instant at) {
        Publication post = post(reference, proposal);
        String linked = WebAddress.require("explainedAt", LINK.require(link));
        Optional<NewsroomAddress> page = post.dryRun() ? Optional.empty() : newsroom.addressOf(post.statementId());
        String place =
                linked == null ? page.map(address -> address.url().toString()).orElse(null) : linked;
        if (place == null && !post.dryRun()) {
            throw Refusal.invalid(
                    "explainedAt",
                    "The newsroom does not show this text, so please publish the explanation where its readers find it,"
                            + " and give the link.");
        }
        marks.takenDown(idsOf(reference, proposal), at);
        if (page.isPresent()) {
            boolean stoodThere = page.get().url().toString().equals(post.url());
            newsroom.takeDown(new NewsroomTakeDown(
                    post.statementId(),
                    stoodThere ? null : post.channel(),
                    proposal.language(),
                    proposal.title(),
                    proposal.explanation(),
                    at));
        }
        return place;
    }

    private Publication post(CaseReference reference, Proposal proposal) {
        return publishing.of(reference.toString()).stream()
                .filter(publication -> publication.id().equals(proposal.publication()))
                .findFirst()
                .orElseThrow();
    }

    /** One page holds all versions of a text where a channel corrects in place: they go together. */
    private List<UUID> idsOf(CaseReference reference, Proposal proposal) {
        Publication post = post(reference, proposal);
        return publishing.of(reference.toString()).stream()
                .filter(ProposalRule::canBeTakenDown)
                .filter(other -> other.id().equals(post.id())
                        || post.url() != null
                                && post.url().equals(other.url())
                                && post.channel().equals(other.channel()))
                .map(Publication::id)
                .toList();
    }
}
