package io.firebreak.faults.naive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;

/** Publishes by the minimal application, in a process of its own that can be killed. */
public final class NaiveWay implements AutoCloseable {

    private final List<String> database;
    private final Path log;
    private final ProcessEngine engine;
    private Process process;

    /**
     * @param database address, user and password
     */
    public NaiveWay(List<String> database, Path log) {
        this.database = database;
        this.log = log;
        this.engine = NaiveEngine.open(database, false);
        NaiveEngine.deploy(engine);
        start();
    }

    private void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NaiveEngine.class.getName(),
                            database.get(0),
                            database.get(1),
                            database.get(2))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void publish(String text, String address, String token, long timeoutMillis) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        NaiveEngine.PROCESS,
                        text,
                        Map.of("text", text, "address", address, "token", token, "timeout", timeoutMillis));
    }

    public void killAndStartAgain() {
        kill();
        start();
    }

    /** Whether everything is done or given up. */
    public boolean isDone() {
        return engine.getManagementService().createJobQuery().withRetriesLeft().count() == 0;
    }

    /** The texts that it gave up, which somebody finds as incidents. */
    public List<String> givenUp() {
        return engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .map(instance -> instance.getBusinessKey())
                .toList();
    }

    private void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The naive application does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        engine.close();
    }
}
