package dev.proviso.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.proviso.embedded.FilePermissions;
import dev.proviso.embedded.StartRefused;
import dev.proviso.ledger.AesWrappingKey;
import dev.proviso.ledger.WrappingKey;
import dev.proviso.ledger.WrappingKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wrapping keys as files of a folder, one each: 64 hexadecimal digits in a file that its owner alone may read. */
public final class KeyFolder implements WrappingKeys {

    private static final String NAME = "[a-z0-9-]{1,64}";
    private static final String ENDING = ".key";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final int MOST_HELD = 100;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, WrappingKey> held = Caffeine.newBuilder()
            .maximumSize(MOST_HELD)
            .expireAfterWrite(HELD)
            .scheduler(Scheduler.systemScheduler())
            .build();

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws StartRefused with a sentence for the operator, if it cannot be used, or others can write it
     */
    public static KeyFolder at(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            FilePermissions.createFolder(absolute);
            FilePermissions.keepToOwner(absolute, "PROVISO_KEYS_FOLDER");
            return new KeyFolder(absolute);
        } catch (IOException e) {
            throw new StartRefused("The folder for wrapping keys, " + absolute + ", cannot be used: " + e
                    + ". Set PROVISO_KEYS_FOLDER to a folder that this user may write, and that all replicas share.");
        }
    }

    @Override
    public WrappingKey make(Instant now) {
        byte[] suffix = new byte[6];
        random.nextBytes(suffix);
        String id = DAY.format(now) + "-" + HexFormat.of().formatHex(suffix);
        byte[] bytes = AesWrappingKey.randomBytes();
        try {
            write(id, HexFormat.of().formatHex(bytes));
        } catch (IOException e) {
            throw new Unavailable("No wrapping key can be made in " + folder + ": " + e, e);
        }
        return new AesWrappingKey(id, bytes);
    }

    /** Either the whole file is there afterwards, for good, or none. */
    private void write(String id, String text) throws IOException {
        Path draft = folder.resolve(id + ".draft");
        FilePermissions.createFile(draft);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            writeAll(channel, text);
        }
        Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
    }

    private static void writeAll(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Makes the names in the folder as durable as the files. Not every system can. */
    private void forceFolder() throws IOException {
        if (FilePermissions.areKnown(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<WrappingKey> find(String id) {
        @Nullable WrappingKey known = held.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<WrappingKey> read = id.matches(NAME) ? read(id) : Optional.empty();
        read.ifPresent(key -> held.put(id, key));
        return read;
    }

    private Optional<WrappingKey> read(String id) {
        try {
            String text = Files.readString(file(id)).strip();
            FilePermissions.keepFileToOwner(file(id));
            return Optional.of(new AesWrappingKey(id, HexFormat.of().parseHex(text)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (StartRefused open) {
            throw new Unavailable(open.sentence(), open);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unavailable("The wrapping key " + file(id) + " cannot be read: " + e, e);
        }
    }

    @Override
    public List<String> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> id.matches(NAME))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Unavailable("The wrapping keys in " + folder + " cannot be listed: " + e, e);
        }
    }

    /** Overwritten first, for what it is worth: some file systems keep what a file was. */
    @Override
    public void destroy(String id) {
        held.invalidate(id);
        Path file = file(id);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, "0".repeat(Math.toIntExact(channel.size())));
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException e) {
            throw notDestroyed(file, e);
        }
        try {
            Files.deleteIfExists(file);
            forceFolder();
        } catch (IOException e) {
            throw notDestroyed(file, e);
        }
    }

    private static Unavailable notDestroyed(Path file, IOException e) {
        return new Unavailable("The wrapping key " + file + " cannot be destroyed: " + e, e);
    }

    @Override
    public String place() {
        return folder.toString();
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
