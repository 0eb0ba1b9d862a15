package dev.proviso.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits until documents, tests or vocabularies in folders change. For one thread. */
final class FolderWatch implements AutoCloseable {

    /** Whoever saves a file may write it in pieces, and several files at once: a change is over when nothing follows for so long. */
    private static final long QUIET_MILLIS = 100;

    private final WatchService service;

    FolderWatch() {
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            throw CommandFailure.wrongUse("This system does not tell when files change: " + e.getMessage());
        }
    }

    /** From now on these folders are watched as well; what lies in folders below them is not. */
    void follow(Collection<Path> folders) {
        for (Path folder : folders) {
            try {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException e) {
                throw CommandFailure.wrongUse("The folder " + folder + " cannot be watched.");
            }
        }
    }

    /** Waits for the next change, and says which files it was of. What changed since the last call is not lost. */
    SortedSet<Path> next() throws InterruptedException {
        SortedSet<Path> changed = new TreeSet<>();
        while (changed.isEmpty()) {
            note(service.take(), changed);
            for (@Nullable WatchKey key = soon(); key != null; key = soon()) {
                note(key, changed);
            }
        }
        return changed;
    }

    private @Nullable WatchKey soon() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void note(WatchKey key, SortedSet<Path> changed) {
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            // Without a name, so much changed at once that the system lost count.
            Path file = event.context() instanceof Path name ? folder.resolve(name) : folder;
            if (file.toString().endsWith(".md") || file.toString().endsWith(".yaml") || Files.isDirectory(file)) {
                changed.add(file);
            }
        }
        key.reset();
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
