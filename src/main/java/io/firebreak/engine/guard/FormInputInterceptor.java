package io.firebreak.engine.guard;

import io.firebreak.engine.Caller;
import io.firebreak.engine.FormInputs;
import io.firebreak.engine.HandedIn;
import io.firebreak.engine.ProcessStarted;
import io.firebreak.engine.StartRule;
import io.firebreak.engine.TaskRule;
import io.firebreak.rule.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes what a person hands in out of the command before the engine sees it, and keeps it for the rule of the task.
 * So nobody can set a variable of the process by completing a task or starting a case: names that the rule does not
 * know are refused, and those that it knows never become variables.
 */
class FormInputInterceptor extends CommandInterceptor {

    private final Rules rules;
    private final FinishedTasks finished;
    private final Turns turns;
    private final Caller caller;
    private final ApplicationEventPublisher events;

    FormInputInterceptor(
            Rules rules, FinishedTasks finished, Turns turns, Caller caller, ApplicationEventPublisher events) {
        this.caller = caller;
        this.events = events;
        this.turns = turns;
        this.rules = rules;
        this.finished = finished;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (FormCommands.completesTask(command)) {
            return completeTask(command);
        }
        if (FormCommands.leavesTaskOtherwise(command)) {
            throw Refusal.notAllowed("A task is left by completing it; please open it in Tasklist.");
        }
        if (FormCommands.startsInTheMiddle(command) && isOrdinaryUser()) {
            throw Refusal.notAllowed("A process is started at its beginning; please report the incident in Tasklist.");
        }
        if (FormCommands.startsProcess(command)) {
            return isUser() ? startProcess(command) : HandedIn.withoutStart(() -> next.execute(command));
        }
        return next.execute(command);
    }

    private <T> T completeTask(Command<T> command) {
        String taskId = FormCommands.taskOf(command);
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw finished.refusal(taskId);
        }
        TaskRule rule = rules.ofTask(task.getTaskDefinitionKey());
        if (rule == null) {
            refuseReserved(FormCommands.valuesOf(command));
            return next.execute(command);
        }
        FormInputs inputs = takeOut(command, rule.inputs());
        if (rule.isOneByOne()) {
            // before the engine reads what the one before changes
            turns.take(task.getProcessInstanceId());
            requireStillThere(taskId);
        }
        return HandedIn.withTask(taskId, inputs, () -> next.execute(command));
    }

    /** Whoever had the turn before may have finished it. */
    private void requireStillThere(String taskId) {
        long there = Context.getCommandContext().runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                .getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .count());
        if (there == 0) {
            throw finished.refusal(taskId);
        }
    }

    private <T> T startProcess(Command<T> command) {
        StartRule rule = rules.ofProcess(processKeyOf(command));
        if (rule == null) {
            refuseReserved(FormCommands.valuesOf(command));
            return next.execute(command);
        }
        FormInputs inputs = takeOut(command, rule.inputs());
        T started = HandedIn.withStart(inputs, () -> next.execute(command));
        events.publishEvent(new ProcessStarted(rule.process(), caller.person().id()));
        return started;
    }

    private FormInputs takeOut(Command<?> command, Set<String> known) {
        Map<String, Object> carried = FormCommands.valuesOf(command);
        if (carried == null || carried.isEmpty()) {
            return new FormInputs(Map.of());
        }
        Set<String> unknown = new TreeSet<>(carried.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(
                    unknown.iterator().next(),
                    "Here nothing named %s is taken, only %s."
                            .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(known))));
        }
        Map<String, Object> taken = new LinkedHashMap<>();
        known.stream().filter(carried::containsKey).forEach(name -> taken.put(name, plainValue(carried, name)));
        carried.clear();
        return new FormInputs(taken);
    }

    private static Object plainValue(Map<String, Object> carried, String name) {
        if (carried instanceof VariableMap typed && typed.getValueTyped(name) instanceof SerializableValue) {
            throw Refusal.invalid(name, "The value \"%s\" must be a text, a number, or true or false.".formatted(name));
        }
        return carried.get(name);
    }

    /** A task or process that a designer added without a rule may set variables, but not those that rules set. */
    private void refuseReserved(Map<String, Object> carried) {
        if (carried == null) {
            return;
        }
        Set<String> reserved = new TreeSet<>(rules.reservedVariables());
        reserved.retainAll(carried.keySet());
        if (!reserved.isEmpty()) {
            throw Refusal.notAllowed("%s is set by Firebreak alone.".formatted(String.join(", ", reserved)));
        }
    }

    private static String processKeyOf(Command<?> command) {
        String key = FormCommands.processDefinitionKeyOf(command);
        if (key != null) {
            return key;
        }
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(FormCommands.processDefinitionIdOf(command));
        return definition.getKey();
    }

    private static boolean isUser() {
        return Context.getCommandContext().getAuthentication() != null;
    }

    private static boolean isOrdinaryUser() {
        Authentication user = Context.getCommandContext().getAuthentication();
        return user != null
                && (user.getGroupIds() == null || !user.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
    }
}
