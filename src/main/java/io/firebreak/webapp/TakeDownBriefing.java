package io.firebreak.webapp;

import io.firebreak.reply.Reply;
import io.firebreak.takedown.TakeDown;
import io.firebreak.takedown.TakeDown.Decided;
import io.firebreak.takedown.TakeDown.Proposal;
import io.firebreak.wording.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * A take-down that is under way, as forms take it.
 *
 * @param proposal null before anybody prepared it
 * @param authors all who wrote in it
 * @param decided what was said of the proposal; null before
 * @param replies that people brought into the thread by hand, which are among no publications
 */
record TakeDownBriefing(
        @ByName String askedBy,
        String askedAt,
        String request,
        Proposed proposal,
        List<String> authors,
        @ByName List<String> authorNames,
        Said decided,
        List<ByHand> replies) {

    /**
     * @param link where it stands; null where it has no address
     */
    record ByHand(String id, int number, String link, String text) {

        static ByHand of(Reply reply) {
            return new ByHand(
                    reply.id().toString(),
                    reply.number(),
                    reply.sending().link(),
                    reply.text().text());
        }
    }

    /**
     * @param publication the id of what is to be taken down, also where it is one of the replies
     * @param paperName null when the law took the paper's content away
     * @param wording what the house rules warn of in the explanation and why it stayed; null where they warn of nothing
     */
    record Proposed(
            String publication,
            String reason,
            String orderedBy,
            String paper,
            String paperName,
            String language,
            String title,
            String explanation,
            String sha256,
            UpheldWording wording) {

        static Proposed of(Proposal proposal, String paperName, Verdict wording) {
            return new Proposed(
                    Objects.requireNonNullElse(proposal.publication(), proposal.reply())
                            .toString(),
                    proposal.reason().name(),
                    proposal.orderedBy(),
                    proposal.paper().toString(),
                    paperName,
                    proposal.language(),
                    proposal.title(),
                    proposal.explanation(),
                    proposal.sha256(),
                    UpheldWording.of(wording));
        }
    }

    record Said(String decision, String comments, @ByName String decidedBy, String decidedAt) {

        static Said of(Decided decided) {
            return new Said(
                    decided.decision().name(),
                    decided.comments(),
                    decided.decidedBy(),
                    decided.decidedAt().toString());
        }
    }

    /**
     * @param paperName of the paper that the proposal names; null where there is none
     * @param wording of the proposal's explanation; null where there is nothing to say
     */
    static TakeDownBriefing of(TakeDown takeDown, String paperName, Verdict wording, List<Reply> replies) {
        return new TakeDownBriefing(
                takeDown.askedBy(),
                takeDown.askedAt().toString(),
                takeDown.request(),
                takeDown.proposal() == null ? null : Proposed.of(takeDown.proposal(), paperName, wording),
                takeDown.authors(),
                takeDown.authors(),
                takeDown.decided() == null ? null : Said.of(takeDown.decided()),
                replies.stream().map(ByHand::of).toList());
    }
}
