package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Eventually;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program as it is packaged, running as a process of its own on a home and a port of its own. */
final class ServiceProcess {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String PASSWORD = "a password for tests of faults";

    private static final Duration STARTED_BY_THEN = Duration.ofMinutes(5);

    private final Path home;
    private final Path policies;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> settings;
    private Optional<Process> process = Optional.empty();

    /** @param documents what the store begins with, by path */
    ServiceProcess(Path folder, Map<String, byte[]> documents) throws IOException {
        this(folder, documents, Map.of());
    }

    /**
     * With settings of its own, such as another database than the one that it brings along.
     *
     * @param documents what the store begins with, by path
     * @param settings variables of the environment
     */
    ServiceProcess(Path folder, Map<String, byte[]> documents, Map<String, String> settings) throws IOException {
        this.settings = settings;
        assertThat(PROGRAM).as("the packaged program: ./mvnw package").exists();
        this.home = folder.resolve("home");
        this.policies = folder.resolve("policies");
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            Path file = policies.resolve(document.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, document.getValue());
        }
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Starts it, and returns when it is ready to answer. */
    void start() throws Exception {
        Process started = launch(log());
        process = Optional.of(started);
        Eventually.holds("the service is ready, see " + log(), STARTED_BY_THEN, () -> {
            if (!started.isAlive()) {
                throw new AssertionError("the service ended; it said:\n" + Files.readString(log()));
            }
            return isReady();
        });
    }

    private Process launch(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // Quickly started rather than fast later: it does not live long.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                PROGRAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "PROVISO_HOME", home.toString(),
                        "PROVISO_POLICIES", policies.toString(),
                        "PROVISO_DEMO_PASSWORD", PASSWORD,
                        "QUARKUS_HTTP_PORT", Integer.toString(port)));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** What a command says, and its status before it. */
    String told(String... arguments) throws Exception {
        Path output = home.resolveSibling("command.log");
        Files.deleteIfExists(output);
        int status = launch(output, arguments).waitFor();
        return status + "\n" + Files.readString(output);
    }

    private Path log() {
        return home.resolveSibling("service.log");
    }

    private boolean isReady() {
        try {
            return send("GET", "/q/health/ready", "", "service").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Ends it as kill -9 does.
     *
     * @param databaseToo whether the PostgreSQL that it started ends in the same way
     */
    void kill(boolean databaseToo) throws Exception {
        Optional<ProcessHandle> database = databaseToo ? Optional.of(database()) : Optional.empty();
        process.orElseThrow().destroyForcibly().waitFor();
        database.ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    /** Ends it as an operator does. */
    void stop() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroy();
            process.get().waitFor();
        }
    }

    /** Asks it to end, as Kubernetes does, and does not wait. */
    void terminate() {
        process.orElseThrow().destroy();
    }

    /** Whether it ended by then. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return process.orElseThrow().waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ProcessHandle database() throws IOException {
        Path running = home.resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(running).get(0).strip()))
                .orElseThrow();
    }

    /** @param body JSON; empty for none */
    HttpResponse<String> send(String method, String path, String body, String account) throws IOException {
        return send(method, path, "application/json", body, account);
    }

    /** For a request that is sent piece by piece. */
    Socket connect() throws IOException {
        Socket connection = new Socket("localhost", port);
        connection.setSoTimeout(60_000);
        return connection;
    }

    /** The head of a request whose body comes in chunks. */
    String head(String path, String type, String account) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: " + credentials(account)
                + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String credentials(String account) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String path, String type, String body, String account) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", credentials(account))
                .header("Content-Type", type)
                // Nobody else changes what is written here.
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
