package dev.proviso.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which this program keeps its files ({@code PROVISO_HOME}). */
public record Home(Path folder) {

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
     * Makes the folder if it is not there, for this user alone, and holds it.
     *
     * @throws StartRefused with a sentence for the operator, if another process holds it, it cannot be written, or others
     *     could write it
     */
    static Held hold(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            FilePermissions.createFolder(absolute);
            FilePermissions.keepToOwner(absolute, "PROVISO_HOME");
            Held held = new Held(new Home(absolute), lock(absolute));
            held.home().keepContentToOwner();
            return held;
        } catch (IOException e) {
            throw new StartRefused("The folder " + absolute + " cannot be used: " + e.getMessage()
                    + ". Set PROVISO_HOME to a folder that this user may write.");
        }
    }

    /**
     * Data and password are nobody else's. Programs that others could have replaced, as they could where earlier versions
     * unpacked them, are removed, and so unpacked again.
     */
    private void keepContentToOwner() throws IOException {
        if (Files.isDirectory(data())) {
            FilePermissions.keepToOwner(data(), "PROVISO_HOME");
        }
        if (Files.exists(password())) {
            FilePermissions.keepFileToOwner(password());
        }
        if (Files.isDirectory(programs()) && FilePermissions.canBeWrittenByOthers(programs())) {
            Path programs = programs().toRealPath();
            FilePermissions.closeFolder(programs);
            try (Stream<Path> files = Files.walk(programs)) {
                for (Path file : files.sorted(Comparator.reverseOrder())
                        .filter(file -> !file.equals(programs))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
        FilePermissions.createFolder(programs());
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

    /**
     * A folder that a setting names.
     *
     * @throws StartRefused with a sentence, if this system cannot write its name: under LC_ALL=C a letter such as é
     */
    public static Path path(String folder, String variable) {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new StartRefused(
                    variable + " names the folder \"" + folder + "\", which has characters that this process"
                            + " cannot use in names of files. Start it with LC_ALL=C.UTF-8, or set " + variable
                            + " to a folder in whose name there are English letters and digits only.");
        }
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
