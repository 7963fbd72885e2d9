package io.firebreak.roster.plan;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the plan's file imported before Firebreak takes its first request, and looks at it again and again. */
@Component
class PlanWatch implements SmartLifecycle {

    /** When the engine's users are there, and before the web server and the job executor begin. */
    private static final int BEFORE_THE_DOORS_OPEN = 0;

    private final PlanImport plans;
    private volatile boolean running;

    PlanWatch(PlanImport plans) {
        this.plans = plans;
    }

    @Override
    public void start() {
        plans.ifChanged();
        running = true;
    }

    @Scheduled(
            fixedDelayString = "${firebreak.crisis-plan-every}",
            initialDelayString = "${firebreak.crisis-plan-every}")
    void look() {
        if (running) {
            plans.ifChanged();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_DOORS_OPEN;
    }
}
