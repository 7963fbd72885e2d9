package io.firebreak.takedown;

import io.firebreak.crisis.CaseReference;
import io.firebreak.evidence.Evidence;
import io.firebreak.evidence.EvidenceItem;
import io.firebreak.rule.Fingerprint;
import io.firebreak.rule.Problems;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import io.firebreak.statement.StatementText;
import io.firebreak.takedown.TakeDown.Proposal;
import io.firebreak.wording.Verdict;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a proposed take-down must say before anybody can countersign it. */
@Component
class ProposalRule {

    private static final TextRule ORDERED_BY = TextRule.text("orderedBy", "Who demands it", 500);

    private final PublicPosts posts;
    private final Evidence evidence;
    private final ExplanationReview review;

    ProposalRule(PublicPosts posts, Evidence evidence, ExplanationReview review) {
        this.posts = posts;
        this.evidence = evidence;
        this.review = review;
    }

    /**
     * @param wording what the house rules warn of in the explanation, and its author's word
     */
    record Checked(Proposal proposal, Verdict wording) {}

    /**
     * @throws Refusal that names everything that is wrong with it
     */
    Checked check(CaseReference reference, NewProposal proposed) {
        Problems problems = new Problems();
        UUID post = problems.collect(() -> requirePost(reference, proposed.post()));
        TakeDownReason reason = problems.collect(() -> requireReason(proposed.reason()));
        String orderedBy = problems.collect(() -> ORDERED_BY.require(proposed.orderedBy()));
        EvidenceItem paper = problems.collect(() -> requirePaper(reference, proposed.paper()));
        StatementText text = problems.collect(() ->
                StatementText.of(proposed.language(), proposed.title(), proposed.explanation(), false, null, false));
        problems.refuseIfAny();
        Verdict wording = review.require(reference, text, proposed.wordingReason());
        boolean isPublication = posts.publication(reference, post).isPresent();
        return new Checked(proposal(post, isPublication, reason, orderedBy, paper, text), wording);
    }

    private static Proposal proposal(
            UUID post,
            boolean isPublication,
            TakeDownReason reason,
            String orderedBy,
            EvidenceItem paper,
            StatementText text) {
        return new Proposal(
                UUID.randomUUID(),
                isPublication ? post : null,
                isPublication ? null : post,
                reason,
                orderedBy,
                paper.id(),
                text.language(),
                text.title(),
                text.body(),
                Fingerprint.of(List.of(
                        post.toString(),
                        reason.name(),
                        orderedBy,
                        paper.sha256(),
                        text.language(),
                        text.title(),
                        text.body())));
    }

    private UUID requirePost(CaseReference reference, UUID id) {
        if (posts.publication(reference, id).isEmpty()
                && posts.reply(reference, id).isEmpty()) {
            throw Refusal.invalid(
                    "publication", "Please choose one of the posts of %s that are public now.".formatted(reference));
        }
        return id;
    }

    private static TakeDownReason requireReason(TakeDownReason reason) {
        if (reason == null) {
            throw Refusal.invalid("reason", "The reason is missing; please choose one.");
        }
        return reason;
    }

    private EvidenceItem requirePaper(CaseReference reference, UUID id) {
        return (id == null
                        ? List.<EvidenceItem>of()
                        : evidence.find(List.of(id)).values())
                .stream()
                        .filter(item -> item.kind() == EvidenceItem.Kind.FILE && !item.isRedacted())
                        .filter(item -> reference.toString().equals(item.caseReference()))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid(
                                "paper",
                                "Please choose the paper that demands it among the files of %s; it is handed in there first."
                                        .formatted(reference)));
    }
}
