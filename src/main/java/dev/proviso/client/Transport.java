package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends calls, again where that is safe, and takes no longer than it may. */
final class Transport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String address;
    private final Supplier<String> credentials;
    private final Duration timeout;
    private final int retries;

    /**
     * @param credentials what the header {@code Authorization} says, asked for with each call
     * @param timeout the longest time for a call, however often it is sent
     * @param retries how often it may be sent again
     */
    Transport(HttpClient http, URI address, Supplier<String> credentials, Duration timeout, int retries) {
        this.http = http;
        this.address = address.toString().replaceAll("/+$", "");
        this.credentials = credentials;
        this.timeout = timeout;
        this.retries = retries;
    }

    /**
     * What came back.
     *
     * @param json missing if it is no JSON
     */
    record Reply(int status, JsonNode json) {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }
    }

    /** @throws ProvisoException if nothing came back */
    Reply send(Call call) {
        Retries again = new Retries(timeout, retries, call.repeatable());
        HttpRequest request = request(call);
        while (true) {
            try {
                HttpResponse<byte[]> response = once(request, again.remaining());
                var wait = again.after(response);
                if (wait.isEmpty()) {
                    return new Reply(response.statusCode(), json(response.body()));
                }
                sleep(wait.get());
            } catch (IOException failure) {
                sleep(again.after(failure).orElseThrow(() -> unreachable(failure.toString())));
            }
        }
    }

    /** @throws ProvisoException also if what came back says that the call did not succeed */
    JsonNode succeed(Call call) {
        Reply reply = send(call);
        if (!reply.succeeded()) {
            throw new ProvisoException(AnswerReader.problem(reply.status(), reply.json()));
        }
        return reply.json();
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + call.path())).header("Accept", "application/json");
        signIn(request);
        call.key().ifPresent(key -> request.header("Idempotency-Key", key));
        call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        return request.method(
                        call.method(),
                        call.body()
                                .map(body -> HttpRequest.BodyPublishers.ofString(body.toString()))
                                .orElse(HttpRequest.BodyPublishers.noBody()))
                .build();
    }

    /** Whatever goes wrong where a token is fetched must not come out where a question is asked. */
    private void signIn(HttpRequest.Builder request) {
        try {
            request.header("Authorization", credentials.get());
        } catch (RuntimeException e) {
            throw new ProvisoException(new Problem(
                    Problem.NO_CREDENTIALS, 0, "There is nothing to sign in with: " + e.getMessage(), List.of()));
        }
    }

    /** The time-out of a request would end with the headers of its response; this one ends with all of it. */
    private HttpResponse<byte[]> once(HttpRequest request, Duration limit) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return sent.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new HttpTimeoutException("no answer came in time");
        } catch (InterruptedException e) {
            sent.cancel(true);
            throw interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static ProvisoException interrupted() {
        Thread.currentThread().interrupt();
        return unreachable("the thread that asked was interrupted");
    }

    private static ProvisoException unreachable(String why) {
        return new ProvisoException(Problem.unreachable(why));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
