package dev.proviso.fuzz;

import dev.proviso.TestSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Sends requests: as a client does, or letter by letter where no client would. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Wire(URI service) {
        this.service = service;
    }

    Answer send(Attempt attempt) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Answer answer = answer(attempt);
        return answer.after(Duration.ofNanos(System.nanoTime() - start));
    }

    private Answer answer(Attempt attempt) throws IOException, InterruptedException {
        HttpRequest request;
        try {
            request = request(attempt);
        } catch (IllegalArgumentException e) {
            return literally(attempt);
        }
        try {
            return sent(request);
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // The service may close a connection just when the next request goes out on it. One of its own tells that
            // apart.
            return literally(attempt);
        }
    }

    private Answer sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Retry-After").isPresent(),
                new String(response.body(), StandardCharsets.UTF_8),
                false,
                Duration.ZERO);
    }

    private HttpRequest request(Attempt attempt) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service + attempt.target())).timeout(PATIENCE);
        attempt.headers().forEach(header -> request.header(header.name(), header.value()));
        if (!attempt.isOfDesk() && !attempt.account().isEmpty()) {
            request.header("Authorization", credentials(attempt.account()));
        }
        return request.method(attempt.method(), BodyPublishers.ofByteArray(attempt.body()))
                .build();
    }

    private static String credentials(String account) {
        String pair = account + ":" + TestSettings.PASSWORD;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Answer literally(Attempt attempt) throws IOException {
        StringBuilder head = new StringBuilder(attempt.method() + " " + attempt.target() + " HTTP/1.1\r\n");
        head.append("Host: ").append(service.getAuthority()).append("\r\nConnection: close\r\n");
        attempt.headers().forEach(header -> head.append(header.name())
                .append(": ")
                .append(header.value().replaceAll("[\r\n]", " "))
                .append("\r\n"));
        if (!attempt.isOfDesk() && !attempt.account().isEmpty()) {
            head.append("Authorization: ")
                    .append(credentials(attempt.account()))
                    .append("\r\n");
        }
        head.append("Content-Length: ").append(attempt.body().length).append("\r\n\r\n");
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(attempt.body());
            } catch (IOException e) {
                // It may be refused, and the connection closed, before all of it is written.
            }
            return Answer.literal(read(socket));
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (java.net.SocketException e) {
            // Reset, because not all of the request was read; the answer may have come before.
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
