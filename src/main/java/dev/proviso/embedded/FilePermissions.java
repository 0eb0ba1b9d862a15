package dev.proviso.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what this program has in files to the user that it runs as, by POSIX modes. Where a file system has none (Windows),
 * nothing is checked.
 */
public final class FilePermissions {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 0002;
    private static final int GROUP_WRITES = 0020;
    private static final int NOT_OWNER = 0077;
    private static final int ROOT = 0;

    private FilePermissions() {}

    public static boolean areKnown(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Makes a folder that is its owner's alone, and those above it that are missing. */
    public static void createFolder(Path folder) throws IOException {
        // A link to a folder is one, which the call below does not see.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, FOLDER));
        }
    }

    /** Makes an empty file that is its owner's alone. */
    public static void createFile(Path file) throws IOException {
        Files.createFile(file, attributes(file, FILE));
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return areKnown(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /**
     * Makes sure that nobody else can write a folder or put another in its place. What only its group could do with it is
     * mended, for earlier versions left it so.
     *
     * @param variable the setting that names the folder, for the sentence
     * @throws StartRefused with what to do, if others could
     */
    public static void keepToOwner(Path folder, String variable) throws IOException {
        if (!areKnown(folder)) {
            return;
        }
        Path real = folder.toRealPath();
        refuseOpenParents(real, variable);
        refuseStranger(real, variable);
        if ((mode(real) & OTHERS_WRITE) != 0) {
            throw new StartRefused("The folder " + real
                    + " can be written by every user of this machine, who could have put programs or data of theirs into it."
                    + " If you trust what it holds: chmod 700 " + real);
        }
        restrict(real, FOLDER);
    }

    /** Makes sure that a file with a secret is its owner's alone. */
    public static void keepFileToOwner(Path file) throws IOException {
        if (areKnown(file)) {
            if (canBeWrittenByOthers(file)) {
                throw new StartRefused("The file " + file + " can be written by other users of this machine."
                        + " If you trust what it holds: chmod 600 " + file);
            }
            restrict(file, FILE);
        }
    }

    /** Takes from the others what they may do; but for a folder of another owner, in which there is nothing to take. */
    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if ((mode(path) & NOT_OWNER) != 0 && owner(path) == user()) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Makes a folder its owner's alone, whatever it was. */
    static void closeFolder(Path folder) throws IOException {
        if (areKnown(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /** Could anybody but the owner write it? */
    static boolean canBeWrittenByOthers(Path path) throws IOException {
        return areKnown(path) && (mode(path) & (OTHERS_WRITE | GROUP_WRITES)) != 0;
    }

    private static void refuseOpenParents(Path real, String variable) throws IOException {
        for (@Nullable Path parent = real.getParent(); parent != null; parent = parent.getParent()) {
            int mode = mode(parent);
            if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
                throw new StartRefused("The folder " + parent
                        + " can be written by every user of this machine, who could put another folder in the place of "
                        + real + ". Do \"chmod o-w " + parent + "\" or \"chmod +t " + parent
                        + "\", or name a folder elsewhere in "
                        + variable + ".");
            }
        }
    }

    /** A folder of root's that its group may not write is as safe as root is. */
    private static void refuseStranger(Path real, String variable) throws IOException {
        int owner = owner(real);
        if (owner == user() || owner == ROOT && !canBeWrittenByOthers(real)) {
            return;
        }
        throw new StartRefused("The folder " + real + " belongs to another user"
                + (owner == ROOT ? ", and a group can write it" : "") + ". Name a folder in it, or elsewhere, in "
                + variable
                + ", which is made if it is not there; or give it to the user that Proviso runs as and do: chmod 700 "
                + real);
    }

    private static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode");
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    /** Found by making a file: a user of a container need not have a name. */
    private static int user() throws IOException {
        Path own = Files.createTempFile("proviso", "");
        try {
            return (int) Files.getAttribute(own, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.delete(own);
        }
    }
}
