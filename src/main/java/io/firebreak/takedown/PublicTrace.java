package io.firebreak.takedown;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.newsroom.Newsroom;
import io.firebreak.newsroom.NewsroomAddress;
import io.firebreak.newsroom.NewsroomTakeDown;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationMarks;
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

    private final PublicPosts posts;
    private final PublicationMarks marks;
    private final Newsroom newsroom;
    private final Cases cases;

    PublicTrace(PublicPosts posts, PublicationMarks marks, Newsroom newsroom, Cases cases) {
        this.posts = posts;
        this.marks = marks;
        this.newsroom = newsroom;
        this.cases = cases;
    }

    /** From now on nobody is alarmed when the post is gone. */
    void expect(CaseReference reference, Proposal proposal) {
        post(reference, proposal).ifPresent(post -> marks.endReadBacks(idsOf(reference, post)));
    }

    /**
     * Marks the record, and has the newsroom say why: in place of the text where that stood there, else beside it. Of a
     * reply that a person brought into the thread the take-down itself is the mark.
     *
     * @param link where the explanation is public by a person's word; null or blank for none
     * @return where the public reads why; null in a drill
     * @throws Refusal when nobody could
     */
    String leave(CaseReference reference, Proposal proposal, String link, Instant at) {
        Optional<Publication> post = post(reference, proposal);
        boolean nobodyReads = post.map(Publication::dryRun)
                .orElseGet(() -> cases.get(reference).report().drill());
        Optional<NewsroomAddress> page = nobodyReads
                ? Optional.empty()
                : post.flatMap(publication -> newsroom.addressOf(publication.statementId()));
        String place = place(link, page, nobodyReads);
        post.ifPresent(publication -> {
            marks.takenDown(idsOf(reference, publication), at);
            page.ifPresent(address -> explain(publication, address, proposal, at));
        });
        return place;
    }

    private static String place(String link, Optional<NewsroomAddress> page, boolean nobodyReads) {
        String linked = WebAddress.require("explainedAt", LINK.require(link));
        String place =
                linked == null ? page.map(address -> address.url().toString()).orElse(null) : linked;
        if (place == null && !nobodyReads) {
            throw Refusal.invalid(
                    "explainedAt",
                    "The newsroom does not show this text, so please publish the explanation where its readers find it,"
                            + " and give the link.");
        }
        return place;
    }

    private void explain(Publication post, NewsroomAddress page, Proposal proposal, Instant at) {
        boolean stoodThere = page.url().toString().equals(post.url());
        newsroom.takeDown(new NewsroomTakeDown(
                post.statementId(),
                stoodThere ? null : post.channel(),
                proposal.language(),
                proposal.title(),
                proposal.explanation(),
                at));
    }

    private Optional<Publication> post(CaseReference reference, Proposal proposal) {
        return Optional.ofNullable(proposal.publication())
                .map(id -> posts.publication(reference, id).orElseThrow());
    }

    /** One page holds all versions of a text where a channel corrects in place: they go together. */
    private List<UUID> idsOf(CaseReference reference, Publication post) {
        return posts.publications(reference).stream()
                .filter(other -> other.id().equals(post.id())
                        || post.url() != null
                                && post.url().equals(other.url())
                                && post.channel().equals(other.channel()))
                .map(Publication::id)
                .toList();
    }
}
