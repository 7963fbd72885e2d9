package io.firebreak.engine.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Attaches to each human task: its due date, its reminder, its rule, its lines in the ledger. The listeners are
 * built-in ones, which nobody can skip with "skip custom listeners" in Cockpit or REST.
 */
class HumanTaskParseListener extends AbstractBpmnParseListener {

    private static final String REMINDER = "firebreakReminder";

    private final HumanTaskListeners listeners;
    private final UnaryOperator<String> names;
    private final ProcessEngineConfigurationImpl configuration;

    /**
     * @param names says what a diagram names in the house's language
     */
    HumanTaskParseListener(
            HumanTaskListeners listeners, UnaryOperator<String> names, ProcessEngineConfigurationImpl configuration) {
        this.listeners = listeners;
        this.names = names;
        this.configuration = configuration;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.setName(names.apply(definition.getName()));
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listeners::created);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, listeners::assigned);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listeners::completing);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, listeners::removed);
        attachReminder(task, activity);
        sayName(userTask.attribute("name"), task);
    }

    private void sayName(String name, TaskDefinition task) {
        String said = names.apply(name);
        if (!Objects.equals(said, name)) {
            task.setNameExpression(new FixedValue(said));
        }
    }

    /** A task listener of the event {@code timeout}, as the diagram could hold one: a timer for as long as the task. */
    private void attachReminder(TaskDefinition task, ActivityImpl activity) {
        activity.setScope(true);
        activity.setEventScope(activity);
        TimerDeclarationImpl timer = new TimerDeclarationImpl(
                configuration
                        .getExpressionManager()
                        .createExpression("${taskDeadlines.reminderCycle(execution, '" + task.getKey() + "')}"),
                TimerDeclarationType.CYCLE,
                TimerTaskListenerJobHandler.TYPE);
        timer.setRawJobHandlerConfiguration(activity.getId()
                + TimerEventJobHandler.JOB_HANDLER_CONFIG_PROPERTY_DELIMITER
                + TimerEventJobHandler.JOB_HANDLER_CONFIG_TASK_LISTENER_PREFIX
                + REMINDER);
        timer.setActivity(activity);
        Map<String, TimerDeclarationImpl> reminder = new HashMap<>(Map.of(REMINDER, timer));
        activity.getProperties().putMapEntry(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS, activity.getId(), reminder);
        task.addTimeoutTaskListener(REMINDER, listeners::reminded);
    }
}
