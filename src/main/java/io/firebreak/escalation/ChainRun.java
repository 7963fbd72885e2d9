package io.firebreak.escalation;

import java.util.UUID;

/**
 * A chain of command at work for one task that nobody answers.
 *
 * @param taskKey the task's id in its diagram
 * @param caseReference null where the task belongs to no case
 * @param processInstanceId of the {@code ChainOfCommand} that waits for the next step
 */
record ChainRun(
        UUID id,
        String taskId,
        String taskKey,
        String taskName,
        String caseReference,
        String processInstanceId,
        Standing standing) {

    ChainRun at(Standing next) {
        return new ChainRun(id, taskId, taskKey, taskName, caseReference, processInstanceId, next);
    }

    boolean isResting() {
        return standing.state() == Standing.State.RESTING;
    }

    boolean isBroken() {
        return standing.state() == Standing.State.BROKEN;
    }

    boolean hasEnded() {
        return standing.state() == Standing.State.ENDED;
    }
}
