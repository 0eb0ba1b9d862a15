package dev.proviso.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.proviso.api.http.AdmittedRequest;
import dev.proviso.api.http.Batches;
import dev.proviso.api.http.CallerAccount;
import dev.proviso.api.http.CallerLimit;
import dev.proviso.api.http.CallerLoad;
import dev.proviso.api.http.IdleTimeout;
import dev.proviso.api.http.InOrder;
import dev.proviso.api.http.JsonList;
import dev.proviso.api.http.Pieces;
import dev.proviso.api.http.RefusedRequest;
import dev.proviso.api.http.Unanswered;
import dev.proviso.decision.BatchRequest;
import dev.proviso.decision.Caller;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Futures;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.Workers;
import dev.proviso.http.ConnectionDrain;
import dev.proviso.record.DecisionService;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /v1/decisions/batch}: many questions at once, each answered and recorded as if it had been asked alone. */
@Path(Batches.PATH)
@Authenticated
public class BatchResource {

    private final DecisionService answering;
    private final KnownUsers users;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final CallerLimit limit;
    private final Workers workers;
    private final int most;
    private final Duration idle;

    BatchResource(
            DecisionService answering,
            KnownUsers users,
            SecurityIdentity identity,
            Clock clock,
            ObjectMapper mapper,
            CallerLimit limit,
            Workers workers,
            @ConfigProperty(name = "proviso.limits.questions-per-batch") int most,
            @ConfigProperty(name = "proviso.http.stream-idle") Duration idle) {
        this.answering = answering;
        this.users = users;
        this.identity = identity;
        this.clock = clock;
        this.mapper = mapper;
        this.limit = limit;
        this.workers = workers;
        this.most = most;
        this.idle = idle;
    }

    /** Answers questions that came in one text. All see one time, and of a user the same facts. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Uni<Pieces> batch(byte[] text, @RestQuery Optional<String> explain, @Context RoutingContext connection) {
        AdmittedRequest visit = AdmittedRequest.of(connection);
        Caller caller = many(visit);
        Function<Supplier<DecisionRequest>, CompletableFuture<byte[]>> answer = answer(caller, users.once(), explain);
        Executor loop = loop();
        return Uni.createFrom()
                .completionStage(caller.have(1, () -> CompletableFuture.completedFuture(BatchRequest.read(text, most))))
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .emitOn(loop)
                .map(batch -> {
                    limit.owe(visit.caller(), batch.keys() - 1);
                    return pieces(batch, answer, loop, atOnce(explain));
                });
    }

    private Pieces pieces(
            BatchRequest batch,
            Function<Supplier<DecisionRequest>, CompletableFuture<byte[]>> answer,
            Executor loop,
            int atOnce) {
        Instant now = clock.instant();
        Multi<byte[]> answers = InOrder.answers(
                Multi.createFrom().range(0, batch.size()),
                index -> answer.apply(() -> batch.question(index, now)),
                loop,
                atOnce);
        return new Pieces(JsonList.of("{\"answers\":[", answers, atOnce / 2, "]}"), () -> {});
    }

    /** Answers one question a line, as the lines come. Each is asked at its own time. */
    @POST
    @Consumes(Batches.LINES)
    @Produces(Batches.LINES)
    @NonBlocking
    public Pieces stream(@RestQuery Optional<String> explain, @Context RoutingContext connection) {
        HttpServerRequest request = connection.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        AdmittedRequest visit = AdmittedRequest.of(connection);
        Function<Supplier<DecisionRequest>, CompletableFuture<byte[]>> answer = answer(many(visit), users, explain);
        IdleTimeout idleness = IdleTimeout.watch(connection, visit, idle);
        Multi<byte[]> answers = InOrder.answers(
                questions(request, visit).invoke(idleness::isOver),
                question -> paced(visit, question, answer).thenApply(BatchResource::line),
                loop(),
                atOnce(explain));
        return new Pieces(answers.invoke(idleness::isOver), () -> ConnectionDrain.to(request, connection.vertx()));
    }

    private static int atOnce(Optional<String> explain) {
        return explain.isPresent() ? InOrder.MOST_EXPLAINED_AT_ONCE : InOrder.MOST_AT_ONCE;
    }

    /** @throws ClientErrorException if the caller has too many batches and streams under way */
    private Caller many(AdmittedRequest visit) {
        if (!visit.carryMany()) {
            throw new ClientErrorException(RefusedRequest.tooMany(
                    "This caller has " + CallerLoad.MOST_MANY
                            + " batches and streams under way, and no more at a time. Wait for one to end.",
                    1));
        }
        return visit.watched(workers.many(CallerAccount.of(identity).name()));
    }

    /** Each question counts as it comes; one that came too early waits its turn, and with it the lines that follow. */
    private CompletableFuture<byte[]> paced(
            AdmittedRequest visit,
            Supplier<DecisionRequest> question,
            Function<Supplier<DecisionRequest>, CompletableFuture<byte[]>> answer) {
        Duration wait = limit.owe(visit.caller(), 1);
        return wait.isZero()
                ? answer.apply(question)
                : CompletableFuture.supplyAsync(
                                () -> question, CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS))
                        .thenCompose(answer);
    }

    private Function<Supplier<DecisionRequest>, CompletableFuture<byte[]>> answer(
            Caller caller, KnownUsers known, Optional<String> explain) {
        CallerAccount asker = CallerAccount.of(identity);
        boolean explained = DecisionsResource.explains(explain);
        return question -> answering
                .answerOneOfMany(() -> asker.allowed(question.get()), caller, asker.known(known), explained)
                .exceptionally(this::problem);
    }

    /** One question a line. A line that is too long is the last one. */
    private Multi<Supplier<DecisionRequest>> questions(HttpServerRequest request, AdmittedRequest visit) {
        RecordParser lines = RecordParser.newDelimited("\n", request).maxRecordSize(DecisionRequest.LARGEST);
        return MultiHelper.toMulti(lines)
                .map(Buffer::getBytes)
                .filter(line -> !isBlank(line))
                .<Supplier<DecisionRequest>>map(line -> () -> {
                    DecisionRequest question = DecisionRequest.read(line, clock.instant());
                    limit.owe(visit.caller(), question.keys() - 1);
                    return question;
                })
                .onFailure(IllegalStateException.class)
                .recoverWithItem(failure -> () -> {
                    throw new CannotAsk.TooLong("This line is longer than " + DecisionRequest.LARGEST
                            + " bytes. Nothing after it was read.");
                });
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The event loop of the connection. */
    private static Executor loop() {
        io.vertx.core.Context context = Vertx.currentContext();
        return work -> context.runOnContext(nothing -> work.run());
    }

    private byte[] problem(Throwable failure) {
        try {
            return mapper.writeValueAsBytes(
                    Unanswered.because(Futures.cause(failure)).problem());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }

    private static byte[] line(byte[] answer) {
        byte[] line = Arrays.copyOf(answer, answer.length + 1);
        line[answer.length] = '\n';
        return line;
    }
}
