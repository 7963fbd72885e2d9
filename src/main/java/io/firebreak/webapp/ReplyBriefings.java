package io.firebreak.webapp;

import io.firebreak.author.Findings;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.reply.Comments;
import io.firebreak.reply.Replies;
import io.firebreak.reply.ReplyReview;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the forms about authors and replies show beside the case. */
@Service
class ReplyBriefings {

    private final VisibleTasks tasks;
    private final Findings findings;
    private final Comments comments;
    private final Replies replies;
    private final CaseFacts facts;
    private final ReplyReview review;

    ReplyBriefings(
            VisibleTasks tasks,
            Findings findings,
            Comments comments,
            Replies replies,
            CaseFacts facts,
            ReplyReview review) {
        this.tasks = tasks;
        this.findings = findings;
        this.comments = comments;
        this.replies = replies;
        this.facts = facts;
        this.review = review;
    }

    /** For the task's form; empty when the signed-in person may not see the task. */
    @Transactional(readOnly = true)
    Optional<ReplyBriefing> forTask(String taskId) {
        return tasks.matterOf(taskId).map(matter -> of(CaseReference.parse(matter.caseReference())));
    }

    private ReplyBriefing of(CaseReference reference) {
        return new ReplyBriefing(
                findings.of(reference).map(ReplyBriefing.Author::of).orElse(null),
                comments.planOf(reference).map(ReplyBriefing.Plan::of).orElse(null),
                facts.of(reference).stream().map(ReplyBriefing.Known::of).toList(),
                replies.of(reference).stream()
                        .map(reply ->
                                ReplyBriefing.Text.of(reply, review.of(reply).orElse(null)))
                        .toList(),
                comments.settlementsOf(reference).stream()
                        .map(ReplyBriefing.Answer::of)
                        .toList(),
                replies.threadIsClosed(reference));
    }
}
