package io.firebreak.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data themselves: PostgreSQL's folder, with a database and a role of our own in it. It is made beside its place
 * and moved there when it is complete, so that a first start that is killed is simply done again by the next.
 *
 * @param folder PostgreSQL's data folder
 * @param password of the role {@link #ROLE} and of the administrator {@link #ADMINISTRATOR}
 */
record PostgresCluster(Path folder, String password) {

    static final String DATABASE = "firebreak";

    /** Not a superuser, so that nothing works here that an ordinary role on a server of the operator's could not do. */
    static final String ROLE = "firebreak";

    static final String ADMINISTRATOR = "postgres";

    private static final String PASSWORD_FILE = "firebreak-password";
    private static final int PASSWORD_BYTES = 24;

    /**
     * Opens the cluster, or makes a new one where there is none.
     *
     * @throws DatabaseStartException if what lies there is no cluster, or one of another major version
     */
    static PostgresCluster open(DataDirectory directory, PostgresPrograms programs, String version) {
        try {
            DataDirectory.deleteWithContent(directory.unfinishedCluster());
            if (isMissingOrEmpty(directory.cluster())) {
                create(directory, programs);
            }
            refuseOtherVersion(directory.cluster(), version);
            return new PostgresCluster(directory.cluster(), readPassword(directory.cluster()));
        } catch (IOException failure) {
            throw new DatabaseStartException(
                    "The database's folder " + directory.cluster() + " can't be opened: " + failure + ".",
                    "Check the folder's owner, its rights and the free space of its disk.",
                    failure);
        }
    }

    private static boolean isMissingOrEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void refuseOtherVersion(Path folder, String version) throws IOException {
        Path versionFile = folder.resolve("PG_VERSION");
        if (!Files.isRegularFile(versionFile)) {
            throw new DatabaseStartException(
                    "The folder " + folder + " is not empty, but holds no PostgreSQL data.",
                    "Move its content away, or let firebreak.data-directory name another folder.");
        }
        String found = Files.readString(versionFile).strip();
        String supported = version.replaceFirst("\\..*", "");
        if (!found.equals(supported)) {
            throw new DatabaseStartException(
                    "The data in " + folder + " were written by PostgreSQL " + found
                            + ", but this Firebreak brings PostgreSQL " + supported + ", which can't read them.",
                    "Start the Firebreak that wrote them, or dump them with PostgreSQL " + found
                            + " (pg_dump) and restore the dump into a new data directory.");
        }
    }

    private static String readPassword(Path folder) throws IOException {
        Path file = folder.resolve(PASSWORD_FILE);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseStartException(
                    "The database in " + folder + " is locked by a password, but the file " + file
                            + " that holds it is missing.",
                    "Put the file back from a backup of the data directory.");
        }
        return Files.readString(file).strip();
    }

    private static void create(DataDirectory directory, PostgresPrograms programs) throws IOException {
        Path unfinished = directory.unfinishedCluster();
        String password = newPassword();
        DataDirectory.writeOwnerOnlyFile(directory.newPassword(), password + "\n");
        succeed(programs.run("initdb", initialisation(unfinished, directory.newPassword())));
        Files.move(directory.newPassword(), unfinished.resolve(PASSWORD_FILE), StandardCopyOption.ATOMIC_MOVE);
        succeed(programs.run("postgres", singleUser(unfinished), statements(password)));
        Files.deleteIfExists(directory.cluster());
        Files.move(unfinished, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
        directory.force();
    }

    private static List<String> initialisation(Path folder, Path passwordFile) {
        return List.of(
                "--pgdata=" + folder,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // the only provider that PostgreSQL brings itself: sorts and changes case alike on every machine
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    /** A server without network that speaks to its standard input alone: nobody can come in before the password is set. */
    private static List<String> singleUser(Path folder) {
        return List.of("--single", "-D", folder.toString(), "-c", "exit_on_error=on", ADMINISTRATOR);
    }

    private static String statements(String password) {
        return "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "';\n" + "CREATE DATABASE " + DATABASE
                + " OWNER " + ROLE + ";\n";
    }

    private static void succeed(PostgresPrograms.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new DatabaseStartException(
                    "The embedded database can't be created. PostgreSQL says: " + outcome.output(),
                    "Remove what PostgreSQL names as the cause (a full disk, missing rights, being root) and start again.");
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
