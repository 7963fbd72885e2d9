package io.firebreak.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the server. pg_ctl does it, because that detaches the server from our process group: a Ctrl-C in the terminal
 * reaches Firebreak alone, and the database is still there while Firebreak finishes its work.
 */
final class PostgresServer {

    static final String ADDRESS = "127.0.0.1";

    /** On the command line, where they win over the configuration files in the data folder. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + ADDRESS,
            // no socket file: the folder that all users share is no place for the door to our data
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            // failed statements reach Firebreak as exceptions; here they would put people's texts into a log
            "log_min_messages=log",
            "log_min_error_statement=panic");

    /** Recovery after a crash may have much to read back. */
    private static final int START_LIMIT_SECONDS = 300;

    private static final int PORT_ATTEMPTS = 5;
    private static final int LOG_EXCERPT_LENGTH = 2_000;

    private final DataDirectory directory;
    private final PostgresPrograms programs;

    PostgresServer(DataDirectory directory, PostgresPrograms programs) {
        this.directory = directory;
        this.programs = programs;
    }

    /**
     * Starts the server on a free port and returns when it takes connections.
     *
     * @return the port
     * @throws DatabaseStartException with the end of the server's own log if it does not start
     */
    int start() {
        try {
            for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
                int port = freePort();
                if (startOn(port)) {
                    return port;
                }
                if (isFree(port)) {
                    throw notStarted();
                }
                // somebody took the port between our look and the server's: try another
            }
            throw notStarted();
        } catch (IOException failure) {
            throw new DatabaseStartException(
                    "The embedded database can't be started: " + failure + ".",
                    "Check the rights and the free space of " + directory.path() + ".",
                    failure);
        }
    }

    private boolean startOn(int port) throws IOException {
        if (Files.exists(directory.serverLog())) {
            Files.move(directory.serverLog(), directory.previousServerLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        return programs.run("pg_ctl", arguments(port)).succeeded();
    }

    private List<String> arguments(int port) {
        String options = Stream.concat(Stream.of("port=" + port), SETTINGS.stream())
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
        return List.of(
                "start",
                "-D",
                directory.cluster().toString(),
                "-l",
                directory.serverLog().toString(),
                "-w",
                "-t",
                String.valueOf(START_LIMIT_SECONDS),
                "-o",
                options);
    }

    private DatabaseStartException notStarted() throws IOException {
        return new DatabaseStartException(
                "The embedded database does not start. Its log " + directory.serverLog() + " ends with:\n" + logEnd(),
                "Remove the cause that the log names and start again.");
    }

    private String logEnd() throws IOException {
        if (!Files.exists(directory.serverLog())) {
            return "(it is empty)";
        }
        String log = new String(Files.readAllBytes(directory.serverLog()), StandardCharsets.UTF_8);
        return log.substring(Math.max(0, log.length() - LOG_EXCERPT_LENGTH)).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        }
    }
}
