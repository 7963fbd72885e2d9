package io.firebreak.roster.process;

import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.NodeLock;
import io.firebreak.roster.AbsenceEnded;
import io.firebreak.roster.AbsenceReported;
import io.firebreak.roster.CrisisPlanImported;
import io.firebreak.roster.DutyChanged;
import io.firebreak.roster.coverage.GapAnswered;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has it looked soon after plan, absences or duties have changed. One check gathers all changes of a minute. It begins
 * after the change is certain; the lock that a look holds too makes sure that a check that still waits sees it.
 */
@Component
class ChangesOfPresence {

    private static final String PROCESS = "ReachabilityCheck";
    private static final String PRESENCE_CHANGED = "PresenceChanged";
    private static final String WAITING = "CatchEvent_ChangesGathered";

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final NodeLock nodeLock;
    private final AsFirebreak asFirebreak;

    ChangesOfPresence(
            @Lazy RuntimeService runtimeService,
            @Lazy RepositoryService repositoryService,
            NodeLock nodeLock,
            AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.nodeLock = nodeLock;
        this.asFirebreak = asFirebreak;
    }

    @TransactionalEventListener({
        AbsenceReported.class,
        AbsenceEnded.class,
        DutyChanged.class,
        CrisisPlanImported.class,
        GapAnswered.class
    })
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on() {
        nodeLock.take(NodeLock.Work.LOOK_AHEAD);
        asFirebreak.run(() -> {
            if (isDeployed() && !isWaiting()) {
                runtimeService.startProcessInstanceByMessage(PRESENCE_CHANGED);
            }
        });
    }

    /** At the very first start the plan comes before the processes. */
    private boolean isDeployed() {
        return repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .count()
                > 0;
    }

    private boolean isWaiting() {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .activityIdIn(WAITING)
                        .count()
                > 0;
    }
}
