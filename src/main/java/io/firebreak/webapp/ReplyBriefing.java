package io.firebreak.webapp;

import io.firebreak.author.AuthorFinding;
import io.firebreak.author.AuthorFinding.Investigation;
import io.firebreak.author.AuthorSignals;
import io.firebreak.compensation.Budgets;
import io.firebreak.crisis.CaseFacts.Fact;
import io.firebreak.mention.Post;
import io.firebreak.reply.Reply;
import io.firebreak.reply.ReplyPlan;
import io.firebreak.reply.Settlement;
import io.firebreak.wording.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What the forms about an author and about replies need beside the case, as they take it: times are ISO 8601 texts.
 *
 * @param author null before anybody looked at them
 * @param plan null before anybody planned a reply
 * @param facts what is known of the case, oldest first
 * @param replies all texts, oldest first
 * @param answers how the other side took the replies, oldest first
 * @param threadClosed whether the next reply has to be a private one
 * @param compensation the one that the task is about; null where it is about none
 * @param budget what the crisis plan leaves for the author; null where it has no budget for the brand
 * @param answered the post below which a reply goes; null where none of the author's is kept
 * @param form how the newest text looks where it goes; null where there is none that waits
 */
record ReplyBriefing(
        Author author,
        Plan plan,
        List<Known> facts,
        List<Text> replies,
        List<Answer> answers,
        boolean threadClosed,
        CompensationBriefing compensation,
        Budgets.Left budget,
        Answered answered,
        FormBriefing form) {

    /**
     * @param orderNumber null where none was found
     * @param conclusion null before a suspicion was looked into, as are those that follow
     * @param concludedAuthors all who wrote in the conclusion
     */
    record Author(
            String handle,
            String place,
            String orderNumber,
            AuthorSignals signals,
            String notes,
            @ByName String checkedBy,
            String standing,
            @Translated String advice,
            String conclusion,
            String reason,
            List<String> evidence,
            @ByName String concludedBy,
            List<String> concludedAuthors) {

        static Author of(AuthorFinding found) {
            Investigation investigation = found.investigation();
            boolean concluded = investigation != null;
            return new Author(
                    found.check().handle(),
                    found.check().place(),
                    found.check().orderNumber(),
                    found.check().signals(),
                    found.check().notes(),
                    found.checkedBy(),
                    found.standing().name(),
                    found.advice(),
                    concluded ? investigation.conclusion().name() : null,
                    concluded ? investigation.reason() : null,
                    concluded ? investigation.evidence() : List.of(),
                    concluded ? investigation.concludedBy() : null,
                    concluded ? investigation.authors().stream().sorted().toList() : List.of());
        }
    }

    /**
     * @param source the network, as tools name it
     */
    record Answered(String source, String handle, String url) {

        static Answered of(Post post) {
            return new Answered(post.source(), post.handle(), post.url());
        }
    }

    record Plan(String need, String area, String question) {

        static Plan of(ReplyPlan plan) {
            return new Plan(plan.need().name(), plan.area(), plan.question());
        }
    }

    /**
     * @param area null where it came by itself
     */
    record Known(String area, String text, @ByName String knownBy, String knownAt) {

        static Known of(Fact fact) {
            return new Known(
                    fact.area(), fact.text(), fact.knownBy(), fact.knownAt().toString());
        }
    }

    /**
     * A text of a reply.
     *
     * @param agreed null until a second person has decided
     * @param withdrawn why it is not to go out any more; null unless it is so
     * @param channel the account that sends it in the thread; null where a person does
     * @param returned why the channel did not send it; null unless it came back
     * @param uncertain it came back and may stand in the thread
     * @param sentAt null until it was sent
     * @param wording what the house rules warn of in it, and its author's word; null where they don't
     */
    record Text(
            int number,
            String way,
            String text,
            boolean apology,
            String sha256,
            @ByName String writtenBy,
            String writtenAt,
            List<String> authors,
            @ByName List<String> authorNames,
            Boolean agreed,
            String comments,
            @ByName String decidedBy,
            String withdrawn,
            String channel,
            String returned,
            boolean uncertain,
            String link,
            String proof,
            @ByName String sentBy,
            String sentAt,
            UpheldWording wording) {

        private static boolean cameBack(Reply reply) {
            return reply.route() != null && reply.route().returned() != null;
        }

        static Text of(Reply reply, Verdict wording) {
            return new Text(
                    reply.number(),
                    reply.text().way().name(),
                    reply.text().text(),
                    reply.text().apology(),
                    reply.sha256(),
                    reply.writtenBy(),
                    at(reply.writtenAt()),
                    reply.authors().stream().sorted().toList(),
                    reply.authors().stream().sorted().toList(),
                    reply.decision() == null ? null : reply.decision().agreed(),
                    reply.decision() == null ? null : reply.decision().comments(),
                    reply.decision() == null ? null : reply.decision().decidedBy(),
                    reply.withdrawal() == null ? null : reply.withdrawal().reason(),
                    reply.route() == null ? null : reply.route().channel(),
                    cameBack(reply) ? reply.route().returned().reason() : null,
                    cameBack(reply) && reply.route().returned().uncertain(),
                    reply.isSent() ? reply.sending().link() : null,
                    reply.isSent() ? reply.sending().proof() : null,
                    reply.isSent() ? reply.sending().sentBy() : null,
                    reply.isSent() ? at(reply.sending().sentAt()) : null,
                    UpheldWording.of(wording));
        }
    }

    /**
     * @param number of the reply that they took so
     * @param words null where they wrote nothing
     */
    record Answer(int number, String outcome, String words, String settledAt) {

        static Answer of(Settlement settlement) {
            return new Answer(
                    settlement.number(), settlement.outcome().name(), settlement.words(), at(settlement.settledAt()));
        }
    }

    private static String at(Instant moment) {
        return moment.toString();
    }
}
