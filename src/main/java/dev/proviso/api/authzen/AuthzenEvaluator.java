package dev.proviso.api.authzen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.api.http.CallerAccount;
import dev.proviso.decision.Caller;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.Futures;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.engine.Question;
import dev.proviso.library.Edition;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import dev.proviso.record.DecisionService;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks what AuthZEN asks as a question like any other, and records the answer like any other. */
@Singleton
public class AuthzenEvaluator {

    private final PolicyDecisionPoint asking;
    private final KnownUsers users;
    private final DecisionService answering;
    private final Optional<String> policy;

    AuthzenEvaluator(
            PolicyDecisionPoint asking,
            KnownUsers users,
            DecisionService answering,
            @ConfigProperty(name = "proviso.authzen.policy") Optional<String> policy) {
        this.asking = asking;
        this.users = users;
        this.answering = answering;
        this.policy = policy;
    }

    /**
     * The request as a question, as far as it can be put before it is known which version is asked.
     *
     * @param now the instant of a request that names none
     * @throws BadJson if it cannot be put
     * @throws ForbiddenException if the asker may not ask this
     */
    DecisionRequest outline(AuthzenRequest request, CallerAccount asker, Instant now) {
        DecisionRequest outline = read(AuthzenQuestion.outline(request, policy), now);
        if (!outline.ask().trial() && !asker.service()) {
            throw new ForbiddenException(
                    "Only the role \"service\" may ask; everyone else may ask with \"trial\" set to true in the context.");
        }
        return outline;
    }

    private static DecisionRequest read(ObjectNode outline, Instant now) {
        try {
            return DecisionRequest.read(outline, now);
        } catch (BadJson bad) {
            throw new AuthzenPlaces().inRequest(bad);
        }
    }

    /** The outline with what the asker may learn of its user from the ledger. */
    CompletableFuture<DecisionRequest> known(DecisionRequest outline, CallerAccount asker) {
        return asker.known(users).join(outline);
    }

    /**
     * The question itself, in the words of a version.
     *
     * @param known the outline of the request, with what is known of its user
     * @throws BadJson with what is wrong, by its place in the request
     */
    Question question(AuthzenRequest request, DecisionRequest known, Edition edition) {
        AuthzenQuestion question = AuthzenQuestion.of(request, policy, edition.vocabulary());
        try {
            return known.saying(question.json()).questions(edition).get(0);
        } catch (BadJson bad) {
            throw question.places().inRequest(bad);
        }
    }

    /**
     * Answers a request, once the answer is recorded.
     *
     * @param caller the asker, waiting
     * @return fails as asking and recording do; say {@link #inRequest} what of that is the request's fault
     * @throws BadJson if the request cannot be put as a question
     * @throws ForbiddenException if the asker may not ask this
     */
    CompletableFuture<AuthzenAnswer> evaluate(AuthzenRequest request, CallerAccount asker, Caller caller, Instant now) {
        DecisionRequest outline = outline(request, asker, now);
        return known(outline, asker).thenCompose(known -> asking.ask(
                        known.ask(),
                        edition -> {
                            AuthzenUnknown.check(request, edition.vocabulary());
                            return List.of(question(request, known, edition));
                        },
                        caller)
                .thenCompose(decided -> recorded(request, caller, outline, known, decided)));
    }

    private CompletableFuture<AuthzenAnswer> recorded(
            AuthzenRequest request, Caller caller, DecisionRequest outline, DecisionRequest known, Decided decided) {
        ObjectNode whole = AuthzenQuestion.of(request, policy, decided.edition().vocabulary())
                .json();
        DecisionRequest facts = known.saying(whole);
        // The same object if nothing joined it, for then it is recorded once.
        DecisionRequest asked = known == outline ? facts : outline.saying(whole);
        return answering
                .recorded(caller, asked, facts, decided, false)
                .thenApply(said -> AuthzenAnswer.of(request, said));
    }

    /** Waits for a result. Fails with why there is none. */
    static <T> T join(CompletableFuture<T> result) {
        try {
            return Futures.await(result);
        } catch (CannotAsk.Unknown unknown) {
            throw inRequest(unknown);
        }
    }

    /** Why it failed. A policy or version that is not there is a wrong word of the request: nothing is missing at this address. */
    static Throwable inRequest(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        return cause instanceof CannotAsk.Unknown unknown ? inRequest(unknown) : cause;
    }

    static BadJson inRequest(CannotAsk.Unknown unknown) {
        return new BadJson(List.of(new Mistake("context", String.valueOf(unknown.getMessage()), Optional.empty())));
    }
}
