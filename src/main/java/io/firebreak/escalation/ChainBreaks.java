package io.firebreak.escalation;

import io.firebreak.access.Role;
import io.firebreak.engine.Staff;
import io.firebreak.notification.Notice;
import io.firebreak.notification.Notices;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A whole chain was asked, and nobody answered: it is seen in Cockpit and in health, and every crisis lead is told. */
@Component
class ChainBreaks {

    private final ChainStore store;
    private final ChainProcess process;
    private final ChainRecords records;
    private final Notices notices;
    private final Staff staff;
    private final Clock clock;

    ChainBreaks(
            ChainStore store, ChainProcess process, ChainRecords records, Notices notices, Staff staff, Clock clock) {
        this.store = store;
        this.process = process;
        this.records = records;
        this.notices = notices;
        this.staff = staff;
        this.clock = clock;
    }

    /** The first time raises it; while it lasts, people are asked and not told again. */
    ChainRun raise(ChainRun run, EscalatedTask task) {
        if (run.isBroken()) {
            return run;
        }
        ChainRun broken = run.at(run.standing().broken(clock.instant()));
        store.save(broken);
        String sentence =
                "The chain of command for the task \"%s\" is broken: nobody has answered.".formatted(run.taskName());
        process.showBroken(run.processInstanceId(), sentence);
        records.broken(broken, sentence);
        staff.membersOf(Role.CRISIS_LEAD.groupId()).forEach(lead -> notices.tell(notice(lead, run, task)));
        return broken;
    }

    /**
     * @param person who answered
     */
    ChainRun mend(ChainRun run, String person) {
        if (!run.isBroken()) {
            return run;
        }
        ChainRun mended = run.at(run.standing().heard());
        store.save(mended);
        process.showAnswered(run.processInstanceId());
        records.answeredAgain(mended, person);
        return mended;
    }

    private static Notice notice(String lead, ChainRun run, EscalatedTask task) {
        return new Notice(
                lead,
                Notice.Kind.CHAIN_BROKEN,
                run.caseReference(),
                run.taskId(),
                TaskWords.of(task, "everybody in the chain of command was asked, and nobody answered"),
                null,
                null);
    }
}
