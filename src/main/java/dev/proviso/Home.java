package dev.proviso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder in which this program keeps its files ({@code PROVISO_HOME}). */
record Home(Path folder) {

    /**
     * A home that this process holds, and no other can, until it is released or the process ends, however it ends. Keep it
     * reachable: a lock that is collected as garbage is a lock that is gone.
     */
    record Held(Home home, FileLock lock) {

        void release() throws IOException {
            lock.acquiredBy().close();
        }
    }

    /**
     * Makes the folder if it is not there and holds it.
     *
     * @throws StartRefused with a sentence for the operator, if another process holds it or it cannot be written
     */
    static Held hold(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return new Held(new Home(absolute), lock(absolute));
        } catch (IOException e) {
            throw new StartRefused("The folder " + absolute + " cannot be used: " + e.getMessage()
                    + ". Set PROVISO_HOME to a folder that this user may write.");
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartRefused("Another Proviso is running on " + folder
                    + ". Stop it first, or give this one a folder of its own with PROVISO_HOME.");
        }
        return lock;
    }

    /** The data of the embedded PostgreSQL. */
    Path data() {
        return folder.resolve("data");
    }

    /** The unpacked programs of the embedded PostgreSQL. */
    Path programs() {
        return folder.resolve("postgresql");
    }

    /** What the embedded PostgreSQL has to say. */
    Path log() {
        return folder.resolve("postgresql.log");
    }

    /** The password of the embedded PostgreSQL; only its owner may read it. */
    Path password() {
        return folder.resolve("postgresql.password");
    }

    /** There once a first start has gone through; data without it are the rest of a start that was cut off. */
    Path initialised() {
        return folder.resolve("initialised");
    }

    /** Reads a small file, without the white space around it. */
    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
