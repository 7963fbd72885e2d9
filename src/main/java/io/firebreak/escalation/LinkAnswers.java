package io.firebreak.escalation;

import io.firebreak.escalation.Ask.How;
import io.firebreak.notification.Acknowledgements;
import io.firebreak.rule.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The answers that come by the links in messages: whoever has the link answers for the person who was asked. */
@Service
@Transactional
class LinkAnswers implements Acknowledgements {

    private final ChainStore store;
    private final AskStore asks;
    private final TaskActs acts;
    private final TaskDesk desk;

    LinkAnswers(ChainStore store, AskStore asks, TaskActs acts, TaskDesk desk) {
        this.store = store;
        this.asks = asks;
        this.acts = acts;
        this.desk = desk;
    }

    @Override
    @Transactional(readOnly = true)
    public Question find(UUID id) {
        return asks.find(id).map(this::question).orElse(null);
    }

    @Override
    public Question acknowledge(UUID id) {
        openAsk(id).ifPresent(this::acknowledge);
        return find(id);
    }

    @Override
    public Question decline(UUID id) {
        openAsk(id).ifPresent(ask -> acts.decline(taskOf(ask), null, ask.person(), How.LINK));
        return find(id);
    }

    /** Read only after the chain is held, so that of two answers at the same moment the second sees the first. */
    private Optional<Ask> openAsk(UUID id) {
        Optional<Ask> asked = asks.find(id);
        asked.flatMap(ask -> store.lock(ask.runId()));
        return asks.find(id).filter(Ask::isOpen).filter(ask -> desk.find(taskOf(ask))
                .isPresent());
    }

    private void acknowledge(Ask ask) {
        acts.acknowledge(taskOf(ask), ask.person(), How.LINK);
    }

    private String taskOf(Ask ask) {
        return runOf(ask).taskId();
    }

    private ChainRun runOf(Ask ask) {
        return store.find(ask.runId()).orElseThrow(() -> Refusal.notFound("There is no such question."));
    }

    private Question question(Ask ask) {
        ChainRun run = runOf(ask);
        Optional<EscalatedTask> task = desk.find(run.taskId());
        return new Question(
                ask.id(),
                ask.person(),
                run.caseReference(),
                task.map(EscalatedTask::caseTitle).orElse(null),
                run.taskId(),
                run.taskName(),
                task.map(EscalatedTask::dueAt).orElse(null),
                ask.isOpen() ? null : inWords(ask.answer()),
                ask.person().equals(ask.answeredBy()) ? null : ask.answeredBy());
    }

    private static Answer inWords(Ask.Answer answer) {
        return switch (answer) {
            case ACKNOWLEDGED -> Answer.ACKNOWLEDGED;
            case DECLINED, DELEGATED -> Answer.DECLINED;
            case TAKEN_BY_ANOTHER -> Answer.TAKEN_BY_ANOTHER;
            case OVER -> Answer.OVER;
        };
    }
}
