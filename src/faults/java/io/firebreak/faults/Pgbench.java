package io.firebreak.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this database does on this machine when nothing but the database is in the way: PostgreSQL's own pgbench, its
 * usual transactions (three updates, a look, an insert), as durable as ours. Where the program is not installed, a loop
 * over JDBC does the same transactions; {@link #name()} says which it was.
 */
final class Pgbench {

    private static final int SCALE = 10;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String PROGRAM = System.getProperty("firebreak.pgbench", "pgbench");

    private final String url;
    private final String user;
    private final String password;
    private final boolean installed;

    /** Fills an empty database. */
    Pgbench(List<String> database) {
        this.url = database.get(0);
        this.user = database.get(1);
        this.password = database.get(2);
        this.installed = isInstalled();
        if (installed) {
            run(List.of("-i", "-q", "-s", Integer.toString(SCALE)));
        } else {
            fill();
        }
    }

    String name() {
        return installed ? "pgbench" : "the same transactions by JDBC (pgbench is not installed)";
    }

    /** Transactions per second. */
    double measure(int clients, int seconds) {
        if (!installed) {
            return loop(clients, seconds);
        }
        String output = run(List.of(
                "-c",
                Integer.toString(clients),
                "-j",
                Integer.toString(Math.min(clients, Runtime.getRuntime().availableProcessors())),
                "-T",
                Integer.toString(seconds),
                "-M",
                "prepared",
                "-n"));
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new AssertionError("pgbench says no rate:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder(PROGRAM, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private String run(List<String> arguments) {
        URI address = URI.create(url.substring("jdbc:".length()));
        List<String> command = new ArrayList<>(
                List.of(PROGRAM, "-h", address.getHost(), "-p", Integer.toString(address.getPort()), "-U", user));
        command.addAll(arguments);
        command.add(address.getPath().substring(1));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("pgbench failed:\n" + output);
            }
            return output;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private void fill() {
        try (Connection connection = connect()) {
            for (String statement : List.of(
                    "CREATE TABLE pgbench_branches (bid int PRIMARY KEY, bbalance int)",
                    "CREATE TABLE pgbench_tellers (tid int PRIMARY KEY, bid int, tbalance int)",
                    "CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84))",
                    "CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp)",
                    "INSERT INTO pgbench_branches SELECT n, 0 FROM generate_series(1, " + SCALE + ") n",
                    "INSERT INTO pgbench_tellers SELECT n, 1 + (n - 1) / 10, 0 FROM generate_series(1, " + 10 * SCALE
                            + ") n",
                    "INSERT INTO pgbench_accounts SELECT n, 1 + (n - 1) / 100000, 0, '' FROM generate_series(1, "
                            + 100_000 * SCALE + ") n",
                    "ANALYZE")) {
                connection.createStatement().execute(statement);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private double loop(int clients, int seconds) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try {
            List<CompletableFuture<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                counts.add(CompletableFuture.supplyAsync(() -> transactionsUntil(end), threads));
            }
            return counts.stream().mapToInt(CompletableFuture::join).sum() / (double) seconds;
        } finally {
            threads.shutdown();
        }
    }

    private int transactionsUntil(long end) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            int count = 0;
            while (System.nanoTime() < end) {
                transaction(connection);
                connection.commit();
                count++;
            }
            return count;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void transaction(Connection connection) throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int account = 1 + random.nextInt(100_000 * SCALE);
        int teller = 1 + random.nextInt(10 * SCALE);
        int branch = 1 + random.nextInt(SCALE);
        int delta = random.nextInt(-5000, 5000);
        execute(connection, "UPDATE pgbench_accounts SET abalance = abalance + ? WHERE aid = ?", delta, account);
        execute(connection, "SELECT abalance FROM pgbench_accounts WHERE aid = ?", account);
        execute(connection, "UPDATE pgbench_tellers SET tbalance = tbalance + ? WHERE tid = ?", delta, teller);
        execute(connection, "UPDATE pgbench_branches SET bbalance = bbalance + ? WHERE bid = ?", delta, branch);
        execute(
                connection,
                "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)",
                teller,
                branch,
                account,
                delta);
    }

    private static void execute(Connection connection, String sql, int... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int position = 0; position < values.length; position++) {
                statement.setInt(position + 1, values[position]);
            }
            statement.execute();
        }
    }
}
