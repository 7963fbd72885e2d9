package io.firebreak.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked from the classpath. Each content has a folder of its own, named by
 * its digest and moved into place when it is complete: a start that is killed while it unpacks leaves nothing broken.
 */
final class PostgresBinaries {

    private static final int ANY_EXECUTE_BIT = 0b001_001_001;

    private final Path root;
    private final Path home;

    private PostgresBinaries(Path root, Path home) {
        this.root = root;
        this.home = home;
    }

    /**
     * Unpacks the programs below a folder, unless they are there.
     *
     * @throws DatabaseStartException if there are none for this machine or they can't be written
     */
    static PostgresBinaries unpack(Path root) {
        byte[] archive = archiveForThisMachine();
        Path home = root.resolve(digest(archive));
        try {
            if (!Files.isDirectory(home)) {
                unpack(archive, root.resolve("unfinished"), home);
            }
            return new PostgresBinaries(root.toRealPath(), home);
        } catch (IOException failure) {
            throw new DatabaseStartException(
                    "PostgreSQL's programs can't be unpacked into " + root + ": " + failure + ".",
                    "See to it that the disk has 500 MB to spare and that Firebreak's user may write there.",
                    failure);
        }
    }

    /** The folder of the programs that this version of Firebreak brings. */
    Path home() {
        return home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    /** Whether a running process was started from this folder, in this version or an earlier one. */
    boolean isRunBy(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(root))
                .isPresent();
    }

    /** The running processes that were started from this folder. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isRunBy).toList();
    }

    /** Removes what earlier versions of Firebreak unpacked; to be called when none of it runs any more. */
    void deleteOthers() {
        try (Stream<Path> homes = Files.list(root)) {
            for (Path other : homes.filter(folder -> !folder.equals(home)).toList()) {
                DataDirectory.deleteWithContent(other);
            }
        } catch (IOException tidyingUpCanWait) {
            return;
        }
    }

    private static byte[] archiveForThisMachine() {
        String system = operatingSystem();
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
            return archive.readAllBytes();
        } catch (IOException | RuntimeException missing) {
            throw new DatabaseStartException(
                    "This build of Firebreak holds no PostgreSQL for " + system + " on " + architecture + ".",
                    "Build Firebreak on this kind of machine (the build packs what fits the machine it runs on),"
                            + " or set " + DatabaseProperties.URL_PROPERTY + " to use a PostgreSQL server of your own.",
                    missing);
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name");
        if (isWindows()) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void unpack(byte[] archive, Path unfinished, Path home) throws IOException {
        DataDirectory.deleteWithContent(unfinished);
        DataDirectory.createOwnerOnlyFolder(home.getParent());
        Files.createDirectory(unfinished);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            makeExecutable(entry, target);
        }
    }

    private static void makeExecutable(TarArchiveEntry entry, Path target) {
        boolean isProgram = target.getParent().endsWith("bin") || (entry.getMode() & ANY_EXECUTE_BIT) != 0;
        if (isProgram) {
            target.toFile().setExecutable(true, true);
        }
    }
}
