package dev.proviso.api.http;

import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies where connections are served, so that no thread waits for one. What is too large, too late, or no text in UTF-8 is
 * refused. Two kinds are not read here: streams of questions, and forms that are read the same way elsewhere.
 */
@Singleton
public class BodyReader {

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final long limit;
    private final Duration patience;

    BodyReader(
            @ConfigProperty(name = "proviso.http.max-body-size") MemorySize limit,
            @ConfigProperty(name = "proviso.http.body-wait") Duration patience) {
        this.limit = limit.asLongValue();
        this.patience = patience;
    }

    /**
     * What came of reading a body.
     *
     * @param bytes empty if there is none, or it is not read here
     * @param refusal why the request is refused; empty if it is not
     */
    record Read(Optional<byte[]> bytes, Optional<Response> refusal) {

        static final Read NOTHING = new Read(Optional.empty(), Optional.empty());

        static Read refused(Response refusal) {
            return new Read(Optional.empty(), Optional.of(refusal));
        }
    }

    /**
     * Reads the body of a request. Call it where its connection is served.
     *
     * @param takesNoThread whether the request is answered without a thread of its own
     * @return fails with {@link CancellationException} if the connection is gone before all is there
     */
    Uni<Read> read(RoutingContext connection, AdmittedRequest visit, boolean takesNoThread) {
        HttpServerRequest request = connection.request();
        if (WITHOUT_BODY.contains(request.method()) || request.isEnded()) {
            return Uni.createFrom().item(Read.NOTHING);
        }
        Optional<Response> refusal = BodyEncoding.refusal(request);
        if (refusal.isPresent()) {
            return Uni.createFrom().item(Read.refused(refusal.get()));
        }
        if (BodyLimit.streams(connection) || takesNoThread && BodyEncoding.isForm(request)) {
            return Uni.createFrom().item(Read.NOTHING);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            connection.response().writeContinue();
        }
        return Uni.createFrom().emitter(emitter -> new Arrival(connection, visit, emitter).begin());
    }

    /** A body on its way. All happens where the connection is served. */
    private final class Arrival {
        private final RoutingContext connection;
        private final AdmittedRequest visit;
        private final UniEmitter<? super Read> emitter;
        private Buffer body = Buffer.buffer();
        private long timer;
        private boolean over;

        Arrival(RoutingContext connection, AdmittedRequest visit, UniEmitter<? super Read> emitter) {
            this.connection = connection;
            this.visit = visit;
            this.emitter = emitter;
        }

        void begin() {
            timer = connection.vertx().setTimer(patience.toMillis(), late -> tooLate());
            visit.atEnd(this::gone);
            connection
                    .request()
                    .exceptionHandler(broken -> gone())
                    .handler(this::take)
                    .endHandler(all -> complete())
                    .resume();
        }

        private void take(Buffer piece) {
            if (over) {
                return;
            }
            if (body.length() + (long) piece.length() > limit) {
                refuse(RefusedRequest.tooLarge(limit, connection));
            } else if (visit.hold(piece.length())) {
                body.appendBuffer(piece);
            } else {
                refuse(RefusedRequest.tooMuch(connection));
            }
        }

        private void tooLate() {
            if (!over) {
                HttpServerRequest request = connection.request();
                Log.infof(
                        "The body of %s %s did not arrive within %d s (%s)",
                        request.method(), connection.normalizedPath(), patience.toSeconds(), visit.caller());
                refuse(RefusedRequest.late(patience.toSeconds(), connection));
            }
        }

        private void complete() {
            byte[] bytes = body.getBytes();
            if (end()) {
                Optional<Response> refusal =
                        BodyEncoding.mistake(connection.request(), bytes).map(RefusedRequest::malformed);
                emitter.complete(refusal.map(Read::refused).orElseGet(() -> new Read(Optional.of(bytes), refusal)));
            }
        }

        private void refuse(Response refusal) {
            if (end()) {
                emitter.complete(Read.refused(refusal));
            }
        }

        private void gone() {
            if (end()) {
                emitter.fail(new CancellationException("The connection is gone before the body was there."));
            }
        }

        private boolean end() {
            if (over) {
                return false;
            }
            over = true;
            body = Buffer.buffer();
            connection.vertx().cancelTimer(timer);
            return true;
        }
    }
}
