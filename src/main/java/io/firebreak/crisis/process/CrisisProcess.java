package io.firebreak.crisis.process;

import io.firebreak.crisis.CaseProcess;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.engine.AsFirebreak;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Calls the engine for the case. */
@Component
class CrisisProcess implements CaseProcess {

    static final String ID = "SocialMediaCrisis";

    private final RuntimeService runtimeService;
    private final AsFirebreak asFirebreak;

    CrisisProcess(@Lazy RuntimeService runtimeService, AsFirebreak asFirebreak) {
        this.runtimeService = runtimeService;
        this.asFirebreak = asFirebreak;
    }

    @Override
    public void start(CrisisCase opened) {
        asFirebreak.run(() ->
                runtimeService.startProcessInstanceByKey(ID, opened.reference().toString()));
    }
}
