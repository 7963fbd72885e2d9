package io.firebreak.publishing.process;

import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.AsFirebreak;
import io.firebreak.engine.CaseVariables;
import io.firebreak.engine.LedSteps;
import io.firebreak.engine.StaffProcesses;
import io.firebreak.publishing.Audience;
import io.firebreak.publishing.Publication;
import io.firebreak.publishing.PublicationDecisions;
import io.firebreak.publishing.PublicationProcess;
import io.firebreak.publishing.Publishing;
import io.firebreak.publishing.Standing;
import io.firebreak.reply.ReplyProcess;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the tokens of {@code PublishStatement} and {@code PublishOnChannel} to where the record of publications is. */
@Component
class PublicationTokens implements PublicationProcess, StaffProcesses {

    private static final Logger log = LoggerFactory.getLogger(PublicationTokens.class);

    private static final String CHECK_CHANGED_PUBLICATION = "CheckChangedPublication";
    private static final String UNCERTAIN = "PublicationUncertain";
    private static final String BY_HAND = "PublicationByHand";

    /** The messages that {@code PublishStatement} waits for, and for whom everything is settled when they come. */
    private static final Map<String, Audience> MESSAGES =
            Map.of("StaffHaveTheText", Audience.STAFF, "PublicEverywhere", Audience.PUBLIC);

    /** In milliseconds: as long as one transaction needs a step for itself. */
    private static final long LOCK = 60_000;

    private final RuntimeService runtimeService;
    private final ExternalTaskService externalTaskService;
    private final AsFirebreak asFirebreak;
    private final Cases cases;
    private final Publishing publishing;
    private final PublicationDecisions decisions;
    private final OpenDoubts doubts;
    private final ReplyProcess replies;
    private final TransactionTemplate transaction;

    PublicationTokens(
            @Lazy RuntimeService runtimeService,
            @Lazy ExternalTaskService externalTaskService,
            AsFirebreak asFirebreak,
            Cases cases,
            Publishing publishing,
            PublicationDecisions decisions,
            OpenDoubts doubts,
            ReplyProcess replies,
            TransactionTemplate transaction) {
        this.runtimeService = runtimeService;
        this.externalTaskService = externalTaskService;
        this.asFirebreak = asFirebreak;
        this.cases = cases;
        this.publishing = publishing;
        this.decisions = decisions;
        this.doubts = doubts;
        this.replies = replies;
        this.transaction = transaction;
    }

    @Override
    public Set<String> processes() {
        return Set.of(OpenDoubts.PUBLISH_ON_CHANNEL, CHECK_CHANGED_PUBLICATION);
    }

    @Override
    public void follow(String caseReference) {
        asFirebreak.run(
                () -> transaction.executeWithoutResult(status -> followWithin(CaseReference.parse(caseReference))));
    }

    @Override
    public void followAll() {
        Set<String> all = new TreeSet<>(asFirebreak.call(this::waitingCases));
        all.addAll(doubts.cases());
        all.addAll(replies.waitingCases());
        all.forEach(this::followUnlessItFails);
    }

    /** One case that can't go on must not hold up the others. */
    private void followUnlessItFails(String caseReference) {
        try {
            follow(caseReference);
        } catch (RuntimeException failure) {
            log.warn("The process of {} could not be led on: {}", caseReference, failure.toString());
        }
    }

    private Set<String> waitingCases() {
        Set<String> instances = new HashSet<>();
        externalTaskService.createExternalTaskQuery().topicName(LedSteps.PUBLICATION).active().list().stream()
                .map(ExternalTask::getProcessInstanceId)
                .forEach(instances::add);
        MESSAGES.keySet().forEach(message -> runtimeService
                .createEventSubscriptionQuery()
                .eventType("message")
                .eventName(message)
                .list()
                .forEach(wait -> instances.add(wait.getProcessInstanceId())));
        if (instances.isEmpty()) {
            return Set.of();
        }
        return runtimeService.createProcessInstanceQuery().processInstanceIds(instances).active().list().stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(key -> key != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void followWithin(CaseReference reference) {
        CrisisCase crisisCase = cases.lock(reference);
        replies.follow(reference);
        doubts.ask(crisisCase);
        List<String> instances = instancesOf(reference);
        if (instances.isEmpty()) {
            return;
        }
        List<ExternalTask> steps = stepsIn(instances);
        steps.forEach(step -> moveOn(reference, step));
        MESSAGES.forEach((message, audience) -> endWaits(reference, instances, message, audience));
    }

    private List<String> instancesOf(CaseReference reference) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.toString())
                .active()
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .toList();
    }

    private List<ExternalTask> stepsIn(List<String> instances) {
        return externalTaskService
                .createExternalTaskQuery()
                .topicName(LedSteps.PUBLICATION)
                .processInstanceIdIn(instances.toArray(String[]::new))
                .active()
                .list();
    }

    /** Several texts of one case may go out at the same time: each process says which one is its own. */
    private UUID statementOf(String executionId) {
        return CaseVariables.statementIn(runtimeService.getVariable(executionId, CaseVariables.STATEMENT));
    }

    private void moveOn(CaseReference reference, ExternalTask step) {
        String channel = (String) runtimeService.getVariable(step.getExecutionId(), CaseVariables.CHANNEL);
        UUID statement = statementOf(step.getExecutionId());
        Optional<Standing> standing = publishing.standing(reference, statement, channel);
        if (standing.isEmpty()) {
            log.warn("{} waits for the channel {}, where nothing was queued", reference, channel);
            return;
        }
        switch (standing.get()) {
            case SETTLED -> {
                take(step);
                externalTaskService.complete(step.getId(), LedSteps.WORKER);
            }
            case UNCERTAIN -> askPerson(step, UNCERTAIN);
            case BY_HAND -> askPerson(step, BY_HAND);
            case UNDER_WAY -> showTrouble(reference, statement, channel, step);
        }
    }

    private void askPerson(ExternalTask step, String error) {
        take(step);
        externalTaskService.handleBpmnError(step.getId(), LedSteps.WORKER, error);
    }

    /**
     * What is tried in vain shows as an incident in Cockpit. "Retry" there gives the step another try, while the error
     * that we put there is still at it: by that we know it.
     */
    private void showTrouble(CaseReference reference, UUID statement, String channel, ExternalTask step) {
        boolean shown = step.getRetries() != null && step.getRetries() == 0;
        boolean retryAsked = !shown && step.getErrorMessage() != null;
        if (retryAsked) {
            decisions.lookNow(reference, statement, channel);
            take(step);
            externalTaskService.handleFailure(step.getId(), LedSteps.WORKER, null, step.getRetries(), 0);
            return;
        }
        Optional<String> trouble = publishing.troubleOn(reference, statement, channel);
        if (trouble.isPresent() && !shown) {
            take(step);
            externalTaskService.handleFailure(step.getId(), LedSteps.WORKER, trouble.get(), 0, 0);
        }
    }

    private void take(ExternalTask step) {
        externalTaskService.lock(step.getId(), LedSteps.WORKER, LOCK);
    }

    private void endWaits(CaseReference reference, List<String> instances, String message, Audience audience) {
        List<EventSubscription> waits = instances.stream()
                .flatMap(instance -> runtimeService
                        .createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventType("message")
                        .eventName(message)
                        .list()
                        .stream())
                .toList();
        waits.stream()
                .filter(wait -> publishing.isSettled(reference, statementOf(wait.getExecutionId()), audience))
                .forEach(wait -> runtimeService.messageEventReceived(message, wait.getExecutionId()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void reportDrift(Publication publication) {
        CrisisCase crisisCase = cases.lock(CaseReference.parse(publication.caseReference()));
        asFirebreak.run(() -> {
            if (!isBeingChecked(publication)) {
                runtimeService.startProcessInstanceByKey(
                        CHECK_CHANGED_PUBLICATION, publication.caseReference(), variables(crisisCase, publication));
            }
        });
    }

    private boolean isBeingChecked(Publication publication) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(CHECK_CHANGED_PUBLICATION)
                        .processInstanceBusinessKey(publication.caseReference())
                        .variableValueEquals(
                                CaseVariables.PUBLICATION, publication.id().toString())
                        .count()
                > 0;
    }

    private static Map<String, Object> variables(CrisisCase crisisCase, Publication publication) {
        Map<String, Object> variables = OpenDoubts.variables(crisisCase, publication.channel());
        variables.put(CaseVariables.PUBLICATION, publication.id().toString());
        return variables;
    }
}
