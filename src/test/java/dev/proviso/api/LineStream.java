package dev.proviso.api;

import dev.proviso.api.http.Batches;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.parsetools.RecordParser;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A caller that sends questions line by line, and reads answers at the same time. */
final class LineStream implements AutoCloseable {

    private static final int PATIENCE = 60;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final HttpClientRequest request;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

    /** @param reading whether it reads answers at all */
    LineStream(URI address, boolean reading) {
        request = client.request(HttpMethod.POST, address.getPort(), address.getHost(), Batches.PATH)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        request.setChunked(true)
                .putHeader("Content-Type", Batches.LINES)
                .putHeader("Authorization", Client.credentials("service"));
        request.exceptionHandler(gone -> answers.add(Optional.empty()));
        request.response().onSuccess(response -> {
            if (reading) {
                RecordParser lines = RecordParser.newDelimited("\n", response);
                lines.endHandler(end -> answers.add(Optional.empty()));
                lines.exceptionHandler(failure -> answers.add(Optional.empty()));
                lines.handler(line -> answers.add(Optional.of(line.toString())));
            } else {
                response.pause();
            }
        });
    }

    void send(String line) {
        request.write(Buffer.buffer(line + "\n"));
    }

    /** Sends as soon as there is room on the way. */
    void sendInTime(String line) throws InterruptedException {
        if (!hasRoom(PATIENCE)) {
            throw new AssertionError("nobody takes the question");
        }
        send(line);
    }

    /** Whether there is room on the way for more, by then. */
    boolean hasRoom(int seconds) throws InterruptedException {
        CountDownLatch room = new CountDownLatch(1);
        request.drainHandler(drained -> room.countDown());
        return !request.writeQueueFull() || room.await(seconds, TimeUnit.SECONDS);
    }

    void end() {
        request.end();
    }

    /** The next answer; empty after the last. */
    Optional<String> answer() throws InterruptedException {
        Optional<String> next = answers.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no answer came");
        }
        return next;
    }

    /** Without waiting for what is still on the way, which may never arrive. */
    @Override
    public void close() {
        var unused = ((ConnectionBase) request.connection()).channel().close();
        var unusedToo = vertx.close();
    }
}
