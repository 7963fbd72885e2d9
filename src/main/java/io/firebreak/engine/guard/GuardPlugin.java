package io.firebreak.engine.guard;

import io.firebreak.engine.Caller;
import io.firebreak.language.StaffWords;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine before it starts. */
@Component
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final Rules rules;
    private final ProcessBeans processBeans;
    private final Caller caller;
    private final FinishedTasks finished;
    private final Turns turns;
    private final StaffWords words;
    private final ApplicationEventPublisher events;

    GuardPlugin(
            Rules rules,
            ProcessBeans processBeans,
            Caller caller,
            FinishedTasks finished,
            Turns turns,
            StaffWords words,
            ApplicationEventPublisher events) {
        this.events = events;
        this.turns = turns;
        this.words = words;
        this.finished = finished;
        this.rules = rules;
        this.processBeans = processBeans;
        this.caller = caller;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new SpringExpressionManager(null, processBeans.asMap()));
        configuration.setCustomPreCommandInterceptorsTxRequired(joined(
                configuration.getCustomPreCommandInterceptorsTxRequired(),
                new RefusalInterceptor(caller, words),
                new AdhocExpressionInterceptor()));
        configuration.setCustomPostCommandInterceptorsTxRequired(joined(
                configuration.getCustomPostCommandInterceptorsTxRequired(),
                new TaskHolderInterceptor(),
                new LedStepInterceptor(),
                new FormInputInterceptor(rules, finished, turns, caller, events)));
    }

    private static List<CommandInterceptor> joined(List<CommandInterceptor> present, CommandInterceptor... added) {
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        all.addAll(List.of(added));
        return all;
    }
}
