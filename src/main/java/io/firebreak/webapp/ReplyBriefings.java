package io.firebreak.webapp;

import io.firebreak.author.AuthorFiles;
import io.firebreak.author.Findings;
import io.firebreak.compensation.Budgets;
import io.firebreak.compensation.Compensations;
import io.firebreak.compensation.Recipient;
import io.firebreak.crisis.CaseFacts;
import io.firebreak.crisis.CaseReference;
import io.firebreak.engine.VisibleTasks;
import io.firebreak.publishing.ReplyForms;
import io.firebreak.reply.Comments;
import io.firebreak.reply.Replies;
import io.firebreak.reply.Reply;
import io.firebreak.reply.ReplyReview;
import io.firebreak.reply.ThreadReplies;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the forms about authors and replies show beside the case. */
@Service
class ReplyBriefings {

    private final VisibleTasks tasks;
    private final Findings findings;
    private final AuthorFiles files;
    private final Comments comments;
    private final Replies replies;
    private final CaseFacts facts;
    private final ReplyReview review;
    private final Compensations compensations;
    private final Budgets budgets;
    private final ThreadReplies threads;
    private final ReplyForms forms;

    ReplyBriefings(
            VisibleTasks tasks,
            Findings findings,
            AuthorFiles files,
            Comments comments,
            Replies replies,
            CaseFacts facts,
            ReplyReview review,
            Compensations compensations,
            Budgets budgets,
            ThreadReplies threads,
            ReplyForms forms) {
        this.tasks = tasks;
        this.findings = findings;
        this.files = files;
        this.comments = comments;
        this.replies = replies;
        this.facts = facts;
        this.review = review;
        this.compensations = compensations;
        this.budgets = budgets;
        this.threads = threads;
        this.forms = forms;
    }

    /** For the task's form; empty when the signed-in person may not see the task. */
    @Transactional(readOnly = true)
    Optional<ReplyBriefing> forTask(String taskId) {
        return tasks.matterOf(taskId)
                .map(matter -> of(CaseReference.parse(matter.caseReference()), matter.compensation()));
    }

    /** What was seen of the author, for the task's form; empty when the signed-in person may not see the task. */
    @Transactional(readOnly = true)
    Optional<AuthorBriefing> authorForTask(String taskId) {
        return tasks.matterOf(taskId)
                .map(matter -> AuthorBriefing.of(files.of(CaseReference.parse(matter.caseReference()))));
    }

    private ReplyBriefing of(CaseReference reference, UUID compensation) {
        List<Reply> all = replies.of(reference);
        return new ReplyBriefing(
                findings.of(reference).map(ReplyBriefing.Author::of).orElse(null),
                comments.planOf(reference).map(ReplyBriefing.Plan::of).orElse(null),
                facts.of(reference).stream().map(ReplyBriefing.Known::of).toList(),
                all.stream()
                        .map(reply ->
                                ReplyBriefing.Text.of(reply, review.of(reply).orElse(null)))
                        .toList(),
                comments.settlementsOf(reference).stream()
                        .map(ReplyBriefing.Answer::of)
                        .toList(),
                replies.threadIsClosed(reference),
                compensation == null ? null : compensation(reference, compensation),
                budgets.left(reference, author(reference)).orElse(null),
                threads.answered(reference).map(ReplyBriefing.Answered::of).orElse(null),
                waiting(all)
                        .map(reply -> FormBriefing.of(forms.of(reference, reply.text())))
                        .orElse(null));
    }

    private static Optional<Reply> waiting(List<Reply> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1)).filter(reply -> !reply.isSent());
    }

    private CompensationBriefing compensation(CaseReference reference, UUID id) {
        return compensations.of(reference).stream()
                .filter(compensation -> compensation.id().equals(id))
                .findFirst()
                .map(compensation -> CompensationBriefing.of(
                        compensation,
                        budgets.left(reference, compensation.recipient()).orElse(null)))
                .orElse(null);
    }

    private Recipient author(CaseReference reference) {
        return findings.of(reference)
                .map(found ->
                        new Recipient(found.check().handle(), found.check().place(), null))
                .orElse(null);
    }
}
