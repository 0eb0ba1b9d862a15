package dev.proviso.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server that outlived the program that started it (kill -9). It holds its data directory, so it has to stop
 * before the next one can start.
 */
final class OrphanedServer {

    private static final int PATIENCE_SECONDS = 10;

    private OrphanedServer() {}

    /**
     * Stops the server that runs on the data directory, if there is one. Call it only while holding the home. After a restart
     * of the machine, or of a container, the number that the server left may be another process's; PostgreSQL would take it
     * for its own, and not start.
     */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            Optional<ProcessHandle> server =
                    Files.readAllLines(pidFile).stream().findFirst().flatMap(OrphanedServer::server);
            if (server.isPresent()) {
                stop(server.get());
            } else {
                Files.deleteIfExists(pidFile);
            }
        }
    }

    /** The process of that number, if it is a PostgreSQL. */
    private static Optional<ProcessHandle> server(String pid) {
        return pid.strip().matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(pid.strip())).filter(OrphanedServer::isPostgres)
                : Optional.empty();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    /** Asks first, so that nothing has to be recovered; forces what does not listen, and the log recovers it. */
    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException tooSlow) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }
}
