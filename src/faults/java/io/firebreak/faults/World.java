package io.firebreak.faults;

import io.firebreak.database.FaultsDatabase;
import io.firebreak.faults.Approved.Batch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All that takes part in a run: one database, the servers outside, and the application's processes. */
final class World implements AutoCloseable {

    /** The longest pause of an account that failed often, twice, and the look-ups after it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, String> settings;
    private final Path folder;
    private final FaultsDatabase database;
    private final Outside outside;
    private final Approved approved;
    private final Oracle oracle;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();

    /**
     * @param newsroom whether statements go to the application's own newsroom as well
     * @param settings of every process of the application
     */
    World(Outside outside, boolean newsroom, Map<String, String> settings) {
        this.settings = settings;
        this.folder = newFolder();
        this.database = FaultsDatabase.open(folder.resolve("database"));
        this.outside = outside;
        List<String> accounts = new ArrayList<>();
        outside.touchPoints().forEach(touchPoint -> accounts.add(touchPoint.name()));
        if (newsroom) {
            accounts.add("newsroom");
        }
        this.approved = new Approved(accounts);
        this.oracle = new Oracle(outside, database::jdbc);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "faults").toAbsolutePath()), "run");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return folder;
    }

    FaultsDatabase database() {
        return database;
    }

    Outside outside() {
        return outside;
    }

    Oracle oracle() {
        return oracle;
    }

    int accounts() {
        return approved.accounts();
    }

    /** All that was approved so far. */
    List<Batch> batches() {
        return Collections.unmodifiableList(batches);
    }

    Batch approve(int cases) {
        Batch batch = approved.add(database.dataSource(), cases);
        batches.add(batch);
        return batch;
    }

    /** What came after a backup and went with the data. */
    void forget(Batch batch) {
        batches.remove(batch);
    }

    /** Starts a process of the application; does not wait. */
    Node start(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(database.environment());
        all.putAll(settings);
        all.putAll(more);
        Node node = Node.start(folder.resolve("application"), all);
        nodes.add(node);
        return node;
    }

    Node start() {
        return start(Map.of());
    }

    void kill(Node node) {
        nodes.remove(node);
        node.kill();
    }

    /** So many processes that are ready; those that run already among them. */
    List<Node> running(int count) {
        while (nodes.size() < count) {
            start();
        }
        while (nodes.size() > count) {
            kill(nodes.get(nodes.size() - 1));
        }
        nodes.forEach(Node::awaitReady);
        return List.copyOf(nodes);
    }

    Random random(long seed, String scenario) {
        return new Random(seed ^ scenario.hashCode());
    }

    /** Waits until all of these are at their end: public, or with a person. */
    Duration awaitEnd(Batch batch) {
        return Waiting.until("everything is published or with a person", PATIENCE, () -> oracle.underWay(batch) == 0);
    }

    @Override
    public void close() throws Exception {
        List.copyOf(nodes).forEach(Node::close);
        outside.close();
        database.close();
    }
}
