package io.firebreak.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The folder that holds everything the embedded database writes, and the names of what lies in it. */
record DataDirectory(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** initdb and pg_ctl pass the path through a shell between double quotes. */
    private static final Pattern FOR_THE_SHELL = Pattern.compile("[$`\"]");

    /**
     * Opens the folder, or creates it for the owner alone.
     *
     * @throws DatabaseStartException if it can't be created or written to
     */
    static DataDirectory prepare(Path path) {
        if (FOR_THE_SHELL.matcher(path.toString()).find()) {
            throw notUsable(path, "PostgreSQL's programs can't work below a name with one of $ ` \"", null);
        }
        try {
            createOwnerOnlyFolder(path);
            if (!Files.isWritable(path)) {
                throw notUsable(path, "it can't be written to", null);
            }
            // processes are recognised by their real path, so no symbolic link may stay in it
            return new DataDirectory(path.toRealPath());
        } catch (IOException failure) {
            throw notUsable(path, failure.toString(), failure);
        }
    }

    private static DatabaseStartException notUsable(Path path, String reason, Throwable cause) {
        return new DatabaseStartException(
                "The data directory " + path + " can't be used: " + reason + ".",
                "Let firebreak.data-directory name a folder that Firebreak's user may create and write to.",
                cause);
    }

    Path lockFile() {
        return path.resolve("firebreak.lock");
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path unfinishedCluster() {
        return path.resolve("postgres.unfinished");
    }

    Path newPassword() {
        return path.resolve("postgres-password.unfinished");
    }

    Path binaries() {
        return path.resolve("postgres-binaries");
    }

    Path serverLog() {
        return path.resolve("postgres.log");
    }

    Path previousServerLog() {
        return path.resolve("postgres-previous.log");
    }

    static void createOwnerOnlyFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder, ownerOnly(folder, OWNER_ONLY_FOLDER));
    }

    static void writeOwnerOnlyFile(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly(file, OWNER_ONLY_FILE));
        Files.writeString(file, content);
    }

    static void deleteWithContent(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Makes a rename in this folder survive a power cut; where folders can't be opened (Windows), it is not needed. */
    void force() {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            return;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, Set<PosixFilePermission> permissions) throws IOException {
        FileStore store = Files.getFileStore(existingAncestor(path));
        return store.supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static Path existingAncestor(Path path) {
        Path ancestor = path.toAbsolutePath();
        while (!Files.exists(ancestor) && ancestor.getParent() != null) {
            ancestor = ancestor.getParent();
        }
        return ancestor;
    }
}
