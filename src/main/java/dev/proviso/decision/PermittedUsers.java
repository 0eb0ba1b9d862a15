package dev.proviso.decision;

import dev.proviso.engine.Permit;
import dev.proviso.engine.Question;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.ledger.UserLedger;
import dev.proviso.library.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches the ledger for users of whom a question would be permitted. Each is asked about as {@link PolicyDecisionPoint#ask} would, under
 * the version that governs that user. Calls block.
 */
public final class PermittedUsers {

    /** A page is not worth more time than these take, found or not. */
    private static final int MOST_ASKED_ABOUT = 2_000;

    private static final int READ_AT_ONCE = 200;

    private final UserLedger ledger;
    private final PolicyDecisionPoint asking;

    public PermittedUsers(UserLedger ledger, PolicyDecisionPoint asking) {
        this.ledger = ledger;
        this.asking = asking;
    }

    /** The question about one user. */
    public interface Inquiry {

        /** What is asked of a user, with nothing yet of what the ledger knows. */
        DecisionRequest about(String user);

        /** It in the words of the version that was chosen for the user; empty if the version has no such words. */
        Optional<Question> put(DecisionRequest request, Edition edition);

        /** Whether whoever asks can do with such a permit. */
        boolean accepts(Permit permit);
    }

    /** One who is found, and the permit for which that is. */
    public record Permitted(String user, Permit permit) {}

    /**
     * @param users in the order of the ledger
     * @param last the user after whom the search goes on; empty if it has come to its end
     */
    public record Found(List<Permitted> users, Optional<String> last) {
        public Found {
            users = List.copyOf(users);
        }
    }

    /**
     * The next users who are found.
     *
     * @param after the user after whom the search goes on; empty at its beginning
     * @param limit how many at most, 1 or more; fewer may come, even none, before the search has come to its end
     * @param caller who searches, and waits
     * @throws CannotAsk as {@link PolicyDecisionPoint#ask} does; {@link CannotAsk.LedgerUnread} if the ledger cannot be read
     * @throws java.util.concurrent.CancellationException once the caller has left
     */
    public Found find(Inquiry inquiry, Optional<String> after, int limit, Caller caller) {
        List<Permitted> found = new ArrayList<>();
        Optional<String> last = after;
        int asked = 0;
        for (List<String> users = read(after); !users.isEmpty(); users = read(last)) {
            for (String user : users) {
                Optional<Permit> permit = permit(inquiry, user, caller);
                if (permit.isPresent() && found.size() == limit) {
                    return new Found(found, last(found));
                }
                permit.ifPresent(one -> found.add(new Permitted(user, one)));
                last = Optional.of(user);
                if (++asked == MOST_ASKED_ABOUT) {
                    return new Found(found, last);
                }
            }
        }
        return new Found(found, Optional.empty());
    }

    /**
     * Asks about a user of whom nothing is known, so that what is wrong with a question is told whoever is in the ledger.
     *
     * @throws CannotAsk as {@link PolicyDecisionPoint#ask} does
     */
    public void check(Inquiry inquiry, Caller caller) {
        permitted(inquiry, inquiry.about("unknown"), caller);
    }

    private static Optional<String> last(List<Permitted> found) {
        return Optional.of(found.get(found.size() - 1).user());
    }

    private Optional<Permit> permit(Inquiry inquiry, String user, Caller caller) {
        // One who was erased meanwhile is no user of the ledger any more.
        return known(user)
                .map(ledgerUser -> inquiry.about(user).with(ledgerUser))
                .flatMap(request -> permitted(inquiry, request, caller).stream()
                        .filter(inquiry::accepts)
                        .findFirst());
    }

    private List<Permit> permitted(Inquiry inquiry, DecisionRequest request, Caller caller) {
        return Futures.await(asking.permitted(
                request.ask(), edition -> inquiry.put(request, edition).stream().toList(), caller));
    }

    private List<String> read(Optional<String> after) {
        try {
            return ledger.users(after, READ_AT_ONCE);
        } catch (RuntimeException e) {
            throw new CannotAsk.LedgerUnread(e);
        }
    }

    private Optional<LedgerUser> known(String user) {
        try {
            return ledger.known(user);
        } catch (RuntimeException e) {
            throw new CannotAsk.LedgerUnread(e);
        }
    }
}
