package io.firebreak.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second Java process that opens the embedded database, to be killed the hard way or to get in the way. */
final class DatabaseInAnotherProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private DatabaseInAnotherProcess(Process process) {
        this.process = process;
    }

    /** Returns when the database is open and has committed one row with the text into the table {@code notes}. */
    static DatabaseInAnotherProcess openAndWrite(Path folder, String text) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseInAnotherProcess.class.getName(),
                        folder.toString(),
                        text))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the other process ended before its database was open");
        }
        return new DatabaseInAnotherProcess(process);
    }

    public static void main(String[] arguments) throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]));
        JdbcClient client = TestClient.of(database);
        client.sql("CREATE TABLE IF NOT EXISTS notes (text text)").update();
        client.sql("INSERT INTO notes VALUES (?)").param(arguments[1]).update();
        System.out.println(READY);
        // until killed, or until the parent is gone
        System.in.read();
        database.close();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
