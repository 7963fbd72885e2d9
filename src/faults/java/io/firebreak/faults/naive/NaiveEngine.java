package io.firebreak.faults.naive;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A minimal application of the engine. Its main method executes jobs until it is killed. */
public final class NaiveEngine {

    static final String PROCESS = "Publish";

    /** The default is five minutes, for which nothing would go on after a kill. */
    private static final int JOB_LOCK_MILLIS = 10_000;

    private NaiveEngine() {}

    /**
     * @param arguments address, user and password of the database
     */
    public static void main(String... arguments) throws InterruptedException {
        open(List.of(arguments), true);
        Thread.currentThread().join();
    }

    /**
     * @param works whether it executes jobs
     */
    static ProcessEngine open(List<String> database, boolean works) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(database.get(0));
        configuration.setJdbcUsername(database.get(1));
        configuration.setJdbcPassword(database.get(2));
        configuration.setProcessEngineName(works ? "working" : "starting");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(works);
        ProcessEngine engine = configuration.buildProcessEngine();
        configuration.getJobExecutor().setLockTimeInMillis(JOB_LOCK_MILLIS);
        return engine;
    }

    static void deploy(ProcessEngine engine) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "publish.bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .startEvent()
                                .serviceTask("Post")
                                .camundaAsyncBefore()
                                .camundaClass(NaivePost.class.getName())
                                .endEvent()
                                .done())
                .deploy();
    }
}
