package dev.proviso.api.authzen;

import dev.proviso.api.http.CallerAccount;
import dev.proviso.api.http.ResourceTypes;
import dev.proviso.decision.Caller;
import dev.proviso.decision.CannotAsk;
import dev.proviso.decision.DecisionAnswer.Obligation;
import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.PermittedUsers;
import dev.proviso.decision.PolicyDecisionPoint;
import dev.proviso.document.Documents;
import dev.proviso.engine.Permit;
import dev.proviso.engine.Question;
import dev.proviso.library.Edition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Finds what AuthZEN searches for: it asks of each candidate what one would ask, and lists those that are permitted. Calls block.
 * Nothing is recorded, for nothing is permitted by it: whoever is to act on what was found asks.
 */
@Singleton
public class AuthzenSearch {

    private final AuthzenEvaluator evaluator;
    private final PolicyDecisionPoint asking;
    private final PermittedUsers users;

    AuthzenSearch(AuthzenEvaluator evaluator, PolicyDecisionPoint asking, PermittedUsers users) {
        this.evaluator = evaluator;
        this.asking = asking;
        this.users = users;
    }

    /** Who searches, waiting, and as of when, and which part of what is found is wanted. */
    record Terms(CallerAccount asker, Caller caller, Instant now, SearchPage page) {}

    /** What was found, and what must be done with the permit for it. */
    record Result(String name, List<AuthzenObligation> obligations) {

        static Result of(String name, Permit permit) {
            return new Result(
                    name,
                    AuthzenObligation.of(
                            name,
                            permit.obligations().stream().map(Obligation::of).toList()));
        }
    }

    /** What was found; the last of it, where there is more. */
    record Found(List<Result> results, Optional<String> last) {

        static final Found NOTHING = new Found(List.of(), Optional.empty());
    }

    /** The leaves of data of the request's type to which its subject may do what it says. */
    Found resources(AuthzenRequest request, Terms terms) {
        return keys(
                request,
                terms,
                vocabulary -> isPurpose(request.action().id(), vocabulary)
                        ? new ResourceTypes(vocabulary)
                                .leaves(request.resource().type())
                        : List.of(),
                key -> request.to(key.value()),
                Question::data);
    }

    /** The leaves of purposes for which the request's subject may use its resource. */
    Found actions(AuthzenRequest request, Terms terms) {
        return keys(
                request,
                terms,
                vocabulary -> isResource(request, vocabulary) ? vocabulary.leaves(Section.PURPOSES) : List.of(),
                key -> request.doing(key.value()),
                Question::purpose);
    }

    private Found keys(
            AuthzenRequest request,
            Terms terms,
            Function<Vocabulary, List<Key>> candidates,
            Function<Key, AuthzenRequest> asked,
            Function<Question, Key> found) {
        boolean isUser = isUser(request);
        AuthzenRequest sought = isUser ? request : request.ofUser();
        SearchPage page = terms.page();
        List<Permit> permitted = AuthzenEvaluator.join(known(sought, terms, isUser)
                .thenCompose(known -> asking.permitted(
                        known.ask(),
                        edition -> {
                            check(sought, known, edition);
                            return candidates.apply(edition.vocabulary()).stream()
                                    .filter(key -> page.isAhead(key.value()))
                                    .map(key -> evaluator.question(asked.apply(key), known, edition))
                                    .toList();
                        },
                        terms.caller())));
        if (!isUser) {
            return Found.NOTHING;
        }
        List<Result> results = permitted.stream()
                .filter(permit -> isGiven(permit, request))
                .limit(page.limit() + 1L)
                .map(permit -> Result.of(found.apply(permit.question()).value(), permit))
                .toList();
        if (results.size() <= page.limit()) {
            return new Found(results, Optional.empty());
        }
        List<Result> part = results.subList(0, page.limit());
        return new Found(part, Optional.of(part.get(part.size() - 1).name()));
    }

    /** Of a subject that is no user the ledger knows nothing, whatever its id. */
    private CompletableFuture<DecisionRequest> known(AuthzenRequest request, Terms terms, boolean isUser) {
        DecisionRequest outline = evaluator.outline(request, terms.asker(), terms.now());
        return isUser ? evaluator.known(outline, terms.asker()) : CompletableFuture.completedFuture(outline);
    }

    /** Reads everything that a request says, also where nothing can be found: a mistake is not an empty list. */
    private void check(AuthzenRequest request, DecisionRequest known, Edition edition) {
        Vocabulary vocabulary = edition.vocabulary();
        AuthzenUnknown.check(request, vocabulary);
        if (!hasWords(request, vocabulary)) {
            request.inWordsOf(vocabulary).ifPresent(readable -> evaluator.question(readable, known, edition));
        }
    }

    /** Would an evaluation be true? */
    private static boolean isGiven(Permit permit, AuthzenRequest request) {
        return permit.obligations().isEmpty() || request.fulfilsObligations();
    }

    /**
     * The users of the ledger who may do what the request says.
     *
     * @throws ForbiddenException if the asker is no service
     */
    Found subjects(AuthzenRequest request, Terms terms) {
        if (!terms.asker().service()) {
            throw new ForbiddenException("Only the role \"service\" may search for users.");
        }
        PermittedUsers.Inquiry inquiry = inquiry(request.ofUser(), terms);
        try {
            users.check(inquiry, terms.caller());
            if (!isUser(request)) {
                return Found.NOTHING;
            }
            PermittedUsers.Found found =
                    users.find(inquiry, terms.page().after(), terms.page().limit(), terms.caller());
            return new Found(
                    found.users().stream()
                            .map(one -> Result.of(one.user(), one.permit()))
                            .toList(),
                    found.last());
        } catch (CannotAsk.Unknown unknown) {
            throw AuthzenEvaluator.inRequest(unknown);
        }
    }

    private PermittedUsers.Inquiry inquiry(AuthzenRequest request, Terms terms) {
        return new PermittedUsers.Inquiry() {
            private Optional<Edition> checked = Optional.empty();

            @Override
            public DecisionRequest about(String user) {
                return evaluator.outline(request.by(user), terms.asker(), terms.now());
            }

            @Override
            public Optional<Question> put(DecisionRequest known, Edition edition) {
                AuthzenRequest one = request.by(known.user().orElseThrow());
                if (checked.filter(edition::equals).isEmpty()) {
                    check(one, known, edition);
                    checked = Optional.of(edition);
                }
                return hasWords(request, edition.vocabulary())
                        ? Optional.of(evaluator.question(one, known, edition))
                        : Optional.empty();
            }

            @Override
            public boolean accepts(Permit permit) {
                return isGiven(permit, request);
            }
        };
    }

    /** Nobody else is known; but a word that is nearly that of users is a slip, and an empty list would say that nobody may. */
    private static void requireNoSlip(AuthzenRequest request) {
        Documents.misspelt(request.subject().type(), List.of(AuthzenRequest.USER))
                .ifPresent(user -> {
                    throw new BadJson(List.of(
                            new Mistake("subject.type", "There are no subjects of this type.", Optional.of(user))));
                });
    }

    /** @throws BadJson if it nearly is one */
    private static boolean isUser(AuthzenRequest request) {
        if (request.subject().type().equals(AuthzenRequest.USER)) {
            return true;
        }
        requireNoSlip(request);
        return false;
    }

    private static boolean hasWords(AuthzenRequest request, Vocabulary vocabulary) {
        return isPurpose(request.action().id(), vocabulary) && isResource(request, vocabulary);
    }

    private static boolean isPurpose(String name, Vocabulary vocabulary) {
        return Key.isKey(name) && vocabulary.has(Section.PURPOSES, new Key(name));
    }

    private static boolean isResource(AuthzenRequest request, Vocabulary vocabulary) {
        ResourceTypes types = new ResourceTypes(vocabulary);
        return types.data(request.resource().id())
                .filter(key -> types.covers(request.resource().type(), key))
                .isPresent();
    }
}
