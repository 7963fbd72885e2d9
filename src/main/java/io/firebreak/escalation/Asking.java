package io.firebreak.escalation;

import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import io.firebreak.roster.Resolution;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks one person: the task is theirs to take, it is kept that they were asked, and they are told. */
@Component
class Asking {

    private final AskStore asks;
    private final TaskDesk desk;
    private final Notices notices;
    private final Clock clock;

    Asking(AskStore asks, TaskDesk desk, Notices notices, Clock clock) {
        this.asks = asks;
        this.desk = desk;
        this.notices = notices;
        this.clock = clock;
    }

    void ask(ChainRun run, EscalatedTask task, Resolution.Asked asked) {
        Ask ask = kept(run, asked);
        desk.offer(task.id(), asked.person());
        notices.tell(new Notice(
                asked.person(),
                Notice.Kind.ASKED,
                run.caseReference(),
                task.id(),
                TaskWords.of(task, asked.because()),
                ask.id(),
                null));
    }

    /** Keeps that somebody took the task without being asked; they need no message. */
    Ask volunteered(ChainRun run, String person, String because) {
        return kept(run, new Resolution.Asked(person, null, because, null));
    }

    private Ask kept(ChainRun run, Resolution.Asked asked) {
        Ask ask = new Ask(
                UUID.randomUUID(),
                run.id(),
                run.standing().pass(),
                run.standing().level(),
                asked.person(),
                asked.insteadOf(),
                asked.because(),
                clock.instant(),
                asked.until(),
                null,
                null,
                null);
        asks.add(ask);
        return ask;
    }
}
