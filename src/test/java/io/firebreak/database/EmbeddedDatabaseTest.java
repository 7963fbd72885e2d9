package io.firebreak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One folder for all, because unpacking and initialising is what takes the time. */
class EmbeddedDatabaseTest {

    @TempDir(factory = TestFolder.class)
    static Path folder;

    private EmbeddedDatabase database;

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void shouldRunDurablyAndOnThisMachineAlone() {
        // given
        database = EmbeddedDatabase.open(folder);

        // when
        JdbcClient client = TestClient.of(database);

        // then
        assertThat(setting(client, "fsync")).isEqualTo("on");
        assertThat(setting(client, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(client, "full_page_writes")).isEqualTo("on");
        assertThat(setting(client, "data_checksums")).isEqualTo("on");
        assertThat(setting(client, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(client, "TimeZone")).isIn("UTC", "Etc/UTC");
    }

    @Test
    void shouldTreatTextsAlikeOnEveryMachine() {
        // given
        database = EmbeddedDatabase.open(folder);
        JdbcClient client = TestClient.of(database);

        // when
        String changedCase = client.sql("SELECT lower('ŻÓŁĆ') || upper('ñandú 🔥')")
                .query(String.class)
                .single();
        List<String> sorted = client.sql("SELECT t FROM (VALUES ('é'), ('b'), ('A'), ('a')) v(t) ORDER BY t")
                .query(String.class)
                .list();

        // then
        assertThat(setting(client, "server_encoding")).isEqualTo("UTF8");
        assertThat(changedCase).isEqualTo("żółćÑANDÚ 🔥");
        assertThat(sorted).containsExactly("A", "a", "b", "é");
    }

    @Test
    void shouldGiveNoMoreRightsThanAnOrdinaryRoleHas() {
        // given
        database = EmbeddedDatabase.open(folder);

        // when
        boolean superuser = TestClient.of(database)
                .sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single();

        // then
        assertThat(superuser).isFalse();
    }

    @Test
    void shouldLetNobodyInWithoutThePassword() {
        // given
        database = EmbeddedDatabase.open(folder);
        String url = database.connection().getJdbcUrl();

        // when
        JdbcClient stranger = TestClient.of(url, "firebreak", "guessed");
        JdbcClient administrator = TestClient.of(url, "postgres", "postgres");

        // then
        assertThatThrownBy(() -> setting(stranger, "fsync")).hasRootCauseMessage(refusal("firebreak"));
        assertThatThrownBy(() -> setting(administrator, "fsync")).hasRootCauseMessage(refusal("postgres"));
        assertThat(database.connection().toString())
                .doesNotContain(database.connection().getPassword());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the folder's access list decides")
    void shouldKeepDataAndPasswordFromOtherUsers() throws IOException {
        // given
        database = EmbeddedDatabase.open(folder);

        // when
        Path cluster = folder.resolve("postgres");

        // then
        assertThat(permissions(cluster)).isEqualTo("rwx------");
        assertThat(permissions(cluster.resolve("firebreak-password"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("postgres-binaries"))).isEqualTo("rwx------");
    }

    @Test
    void shouldKeepDataWhenClosedAndOpenedAgain() {
        // given
        database = EmbeddedDatabase.open(folder);
        TestClient.of(database).sql("CREATE TABLE kept (text text)").update();
        TestClient.of(database).sql("INSERT INTO kept VALUES ('still here')").update();

        // when
        database.close();
        database = EmbeddedDatabase.open(folder);

        // then
        assertThat(texts("kept")).containsExactly("still here");
    }

    @Test
    void shouldLeaveNoProcessBehindWhenClosed() {
        // given
        database = EmbeddedDatabase.open(folder);
        assertThat(processesOf(folder)).isNotEmpty();

        // when
        database.close();

        // then
        assertThat(processesOf(folder)).isEmpty();
    }

    @Test
    void shouldRefuseToOpenAFolderTwiceInOneProcess() {
        // given
        database = EmbeddedDatabase.open(folder);

        // when
        DatabaseStartException refusal = refusalToOpen(folder);

        // then
        assertThat(refusal).hasMessageContainingAll(folder.toString(), "already in use", "same process");
        assertThat(setting(TestClient.of(database), "fsync")).isEqualTo("on");
    }

    @Test
    void shouldRefuseAFolderThatAnotherProcessUsesEvenAfterAVainAttempt() throws IOException {
        // given
        try (DatabaseInAnotherProcess other = DatabaseInAnotherProcess.openAndWrite(folder, "other")) {
            // when
            DatabaseStartException first = refusalToOpen(folder);
            DatabaseStartException second = refusalToOpen(folder);

            // then
            String sentence = "The data directory " + folder + " is already in use by process " + other.pid() + ".";
            assertThat(first).hasMessage(sentence);
            assertThat(second).hasMessage(sentence);
            assertThat(first.action()).contains("firebreak.data-directory");
        }
    }

    @Test
    void shouldTakeOverWhatAKilledProcessLeftRunning() throws IOException {
        // given
        try (DatabaseInAnotherProcess killed = DatabaseInAnotherProcess.openAndWrite(folder, "before the kill")) {
            killed.kill();
        }
        List<ProcessHandle> orphans = processesOf(folder);
        assertThat(orphans).isNotEmpty();

        // when
        database = EmbeddedDatabase.open(folder);

        // then
        assertThat(texts("notes")).contains("before the kill");
        assertThat(processesOf(folder)).isNotEmpty().doesNotContainAnyElementsOf(orphans);
    }

    @Test
    void shouldStartWhereAStaleFileNamesAProcessOfSomebodyElse() throws IOException {
        // given
        EmbeddedDatabase.open(folder).close();
        String somebodyElse = String.valueOf(ProcessHandle.current().pid());
        Files.writeString(folder.resolve("postgres/postmaster.pid"), somebodyElse + "\n");

        // when
        database = EmbeddedDatabase.open(folder);

        // then
        assertThat(setting(TestClient.of(database), "fsync")).isEqualTo("on");
    }

    @Test
    void shouldDoHalfOfAFirstStartAgain() throws IOException {
        // given
        Path started = Files.createDirectories(folder.resolve("first start's"));
        Files.createDirectories(started.resolve("postgres.unfinished/base"));
        Files.writeString(started.resolve("postgres.unfinished/PG_VERSION"), "17\n");
        Files.createDirectories(started.resolve("postgres-binaries/unfinished/bin"));
        Files.createFile(started.resolve("postgres-binaries/unfinished/bin/postgres"));

        // when
        database = EmbeddedDatabase.open(started);

        // then
        assertThat(setting(TestClient.of(database), "fsync")).isEqualTo("on");
        assertThat(started.resolve("postgres.unfinished")).doesNotExist();
        assertThat(started.resolve("postgres-binaries/unfinished")).doesNotExist();
    }

    @Test
    void shouldRefuseDataOfAnotherMajorVersion() throws IOException {
        // given
        Path versionFile = clusterFile("PG_VERSION");
        String version = Files.readString(versionFile);
        Files.writeString(versionFile, "16\n");
        try {
            // when
            DatabaseStartException refusal = refusalToOpen(folder);

            // then
            assertThat(refusal).hasMessageContainingAll("PostgreSQL 16", "PostgreSQL 17", folder.toString());
            assertThat(refusal.action()).contains("pg_dump");
        } finally {
            Files.writeString(versionFile, version);
        }
    }

    @Test
    void shouldRefuseAFolderWithSomethingElseInIt() throws IOException {
        // given
        Path cluster = Files.createDirectories(folder.resolve("other/postgres"));
        Path letter = Files.writeString(cluster.resolve("letter.txt"), "Dear all");

        // when
        DatabaseStartException refusal = refusalToOpen(folder.resolve("other"));

        // then
        assertThat(refusal).hasMessageContaining("holds no PostgreSQL data");
        assertThat(letter).hasContent("Dear all");
    }

    @Test
    void shouldSayWhichFileIsMissingWhenThePasswordIs() throws IOException {
        // given
        Path passwordFile = clusterFile("firebreak-password");
        Path aside = Files.move(passwordFile, folder.resolve("aside"));
        try {
            // when
            DatabaseStartException refusal = refusalToOpen(folder);

            // then
            assertThat(refusal).hasMessageContainingAll(passwordFile.toString(), "missing");
        } finally {
            Files.move(aside, passwordFile);
        }
    }

    @Test
    void shouldRefuseAFileInPlaceOfTheFolder() throws IOException {
        // given
        Path file = Files.createFile(folder.resolve("a-file"));

        // when
        DatabaseStartException refusal = refusalToOpen(file);

        // then
        assertThat(refusal).hasMessageContainingAll(file.toString(), "can't be used");
    }

    @Test
    void shouldRefuseAFolderWhoseNameAShellWouldChange() {
        // given
        Path name = folder.resolve("$HOME");

        // when
        DatabaseStartException refusal = refusalToOpen(name);

        // then
        assertThat(refusal).hasMessageContainingAll(name.toString(), "can't work below a name");
        assertThat(name).doesNotExist();
    }

    private static DatabaseStartException refusalToOpen(Path folder) {
        DatabaseStartException refusal =
                catchThrowableOfType(DatabaseStartException.class, () -> EmbeddedDatabase.open(folder)
                        .close());
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }

    private static String refusal(String user) {
        return "FATAL: password authentication failed for user \"" + user + "\"";
    }

    private static Path clusterFile(String name) {
        EmbeddedDatabase.open(folder).close();
        return folder.resolve("postgres").resolve(name);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String setting(JdbcClient client, String name) {
        return client.sql("SHOW " + name).query(String.class).single();
    }

    private List<String> texts(String table) {
        return TestClient.of(database)
                .sql("SELECT text FROM " + table)
                .query(String.class)
                .list();
    }

    private static List<ProcessHandle> processesOf(Path folder) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info()
                            .command()
                            .filter(command -> command.startsWith(folder.toString()))
                            .isPresent())
                    .toList();
        }
    }
}
