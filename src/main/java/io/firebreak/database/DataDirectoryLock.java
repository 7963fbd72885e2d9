package io.firebreak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two Firebreaks from one data directory. The operating system holds the lock as long as the process lives, so
 * that it can neither be forgotten nor stay behind; the file tells by which process it is held.
 */
final class DataDirectoryLock {

    /** Far behind the process id, which another process must be able to read (Windows refuses to read what is locked). */
    private static final long LOCKED_POSITION = 1_000_000;

    /**
     * What this process holds. Asked first, because on POSIX closing any second handle of a locked file, even after a
     * vain attempt, gives the process's lock away.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataDirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock at once or not at all.
     *
     * @throws DatabaseStartException if another Firebreak, or another part of this process, holds it
     */
    static DataDirectoryLock take(DataDirectory directory) {
        Path file = directory.lockFile();
        if (!HELD_HERE.add(file)) {
            throw inUse(
                    directory,
                    " by this same process (" + ProcessHandle.current().pid() + ")");
        }
        try {
            return new DataDirectoryLock(file, lock(directory, file));
        } catch (RuntimeException | Error failure) {
            HELD_HERE.remove(file);
            throw failure;
        }
    }

    void release() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static FileChannel lock(DataDirectory directory, Path file) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_POSITION, 1, false);
            if (lock == null) {
                String holder = holder(file);
                channel.close();
                throw inUse(directory, holder);
            }
            writeProcessId(channel);
            return channel;
        } catch (IOException failure) {
            closeQuietly(channel);
            throw new DatabaseStartException(
                    "The lock file " + file + " can't be written: " + failure + ".",
                    "Make the folder writable for Firebreak's user, on a file system that supports locks.",
                    failure);
        }
    }

    private static void writeProcessId(FileChannel channel) throws IOException {
        String processId = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(processId.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String holder(Path file) {
        try {
            String processId = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return processId.matches("\\d+") ? " by process " + processId : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static DatabaseStartException inUse(DataDirectory directory, String holder) {
        return new DatabaseStartException(
                "The data directory " + directory.path() + " is already in use" + holder + ".",
                "Stop the Firebreak that uses it, or give this one a folder of its own by firebreak.data-directory.");
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // the failure that led here is the one to tell
        }
    }
}
