package io.firebreak.faults;

import io.firebreak.support.PackagedApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One process of the packed application. */
final class Node implements AutoCloseable {

    private final PackagedApplication application;

    private Node(PackagedApplication application) {
        this.application = application;
    }

    /** Starts it; does not wait. */
    static Node start(Path folder, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        return new Node(PackagedApplication.start(folder, environment));
    }

    PackagedApplication application() {
        return application;
    }

    Node awaitReady() {
        application.awaitReady();
        return this;
    }

    /** {@code kill -9}. */
    void kill() {
        application.kill();
    }

    /** It stands still, and knows nothing of it. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder(List.of("kill", signal, Long.toString(application.pid())))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new AssertionError("kill " + signal + " failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        application.kill();
    }
}
