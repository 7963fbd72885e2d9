package io.firebreak.escalation;

import io.firebreak.escalation.Ask.How;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people do with tasks besides completing them, in the ledger of the case. */
@Component
class TaskActRecords {

    private final Ledger ledger;

    TaskActRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param ask empty where the person was not asked
     */
    void acknowledged(EscalatedTask task, String person, How how, Optional<Ask> ask) {
        Act act = act(task, person, "task.acknowledged", "%s takes the task \"%s\".".formatted(person, task.name()))
                .with("how", how.name().toLowerCase(Locale.ROOT));
        ledger.record(ask.map(answered -> withAsk(act, answered)).orElse(act));
    }

    void declined(EscalatedTask task, String person, String reason, How how) {
        ledger.record(
                act(task, person, "task.declined", "%s can't take the task \"%s\".".formatted(person, task.name()))
                        .because(reason)
                        .with("how", how.name().toLowerCase(Locale.ROOT)));
    }

    void delegated(EscalatedTask task, String person, String to, String reason) {
        ledger.record(act(
                        task,
                        person,
                        "task.delegated",
                        "%s names %s for the task \"%s\".".formatted(person, to, task.name()))
                .because(reason)
                .with("to", to));
    }

    void takenOver(EscalatedTask task, String person) {
        Act act = act(
                task,
                person,
                "task.takenOver",
                task.holder() == null
                        ? "%s takes the task \"%s\" over.".formatted(person, task.name())
                        : "%s takes the task \"%s\" over from %s.".formatted(person, task.name(), task.holder()));
        ledger.record(task.holder() == null ? act : act.with("before", task.holder()));
    }

    void handedOver(EscalatedTask task, String person, String to, String summary) {
        ledger.record(act(
                        task,
                        person,
                        "task.handedOver",
                        "%s hands the task \"%s\" over to %s.".formatted(person, task.name(), to))
                .because(summary)
                .with("to", to));
    }

    private static Act act(EscalatedTask task, String person, String type, String sentence) {
        return new Act(task.caseReference(), person, type, sentence)
                .with("task", task.key())
                .with("taskId", task.id());
    }

    private static Act withAsk(Act act, Ask ask) {
        Act asked = act.with("because", ask.because());
        return ask.insteadOf() == null ? asked : asked.with("insteadOf", ask.insteadOf());
    }
}
