package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Permit;
import dev.proviso.engine.Question;
import dev.proviso.engine.User.Objection;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.InMemoryUserLedger;
import dev.proviso.ledger.Recorded;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.publication.DocumentFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is found is permitted when asked about, and the reverse. */
class PermittedUsersTest {

    private static final Instant NOW = Instant.parse("2023-01-01T00:00:00Z");
    private static final List<String> CONDITIONS = List.of(
            "",
            " if the user's level is at least 2",
            " if the user's level is below 2",
            " if the user's club is \"red\"",
            " if the user objected",
            " unless the user objected",
            " unless the user's club is one of \"red\" and \"blue\"");

    private static final String VOCABULARY = Small.VOCABULARY + """
            attributes:
              user: {level: integer, club: text}
            """;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final InMemoryUserLedger ledger = new InMemoryUserLedger();

    @AfterEach
    void stop() {
        workers.shutdown();
    }

    private PolicyDecisionPoint asking(String first, String second) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("small.vocabulary.yaml", Small.bytes(VOCABULARY));
        files.put("1.md", Small.bytes(Small.policy("1", "2020-01-01T00:00:00Z", first)));
        files.put("2.md", Small.bytes(Small.policy("2", "2022-01-01T00:00:00Z", second)));
        Library library = Library.of(DocumentFolder.read(files, NOW));
        return new PolicyDecisionPoint(library, new DroolsRuleCompiler(), workers, Duration.ofSeconds(30), "1");
    }

    private static DecisionRequest about(String user) {
        return DecisionRequest.read(
                Small.bytes(
                        "{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": \"email\", \"user\": {\"id\": \""
                                + user + "\"}}"),
                NOW);
    }

    private static final PermittedUsers.Inquiry INQUIRY = new PermittedUsers.Inquiry() {
        @Override
        public DecisionRequest about(String user) {
            return PermittedUsersTest.about(user);
        }

        @Override
        public Optional<Question> put(DecisionRequest request, Edition edition) {
            return Optional.of(request.questions(edition).get(0));
        }

        @Override
        public boolean accepts(Permit permit) {
            return permit.obligations().isEmpty();
        }
    };

    private static List<String> names(PermittedUsers.Found found) {
        return found.users().stream().map(PermittedUsers.Permitted::user).toList();
    }

    private boolean isPermitted(PolicyDecisionPoint asking, String user) {
        DecisionRequest request = new KnownUsers(ledger, caller -> Runnable::run, Duration.ofSeconds(30))
                .join(about(user))
                .join();
        return asking.ask(request.ask(), request::questions).join().answer().decision() == Decision.PERMIT;
    }

    private List<String> found(PolicyDecisionPoint asking, int limit) {
        PermittedUsers users = new PermittedUsers(ledger, asking);
        List<String> all = new ArrayList<>();
        Optional<String> last = Optional.empty();
        do {
            PermittedUsers.Found found = users.find(INQUIRY, last, limit, Caller.onThisThread());
            assertThat(found.users()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(names(found));
            last = found.last();
        } while (last.isPresent());
        return all;
    }

    private void record(String user, Event event) {
        ledger.append(user, event, "shop", Optional.empty(), NOW);
    }

    private void describe(String user, Optional<Integer> level, Optional<String> club) {
        SortedMap<String, Literal> attributes = new TreeMap<>();
        level.ifPresent(value -> attributes.put("level", Literal.Number.of(value)));
        club.ifPresent(value -> attributes.put("club", new Literal.Text(value)));
        record(user, new Event.Described(Optional.empty(), Optional.empty(), Optional.empty(), attributes));
    }

    private static <T> Optional<T> maybe(Random random, List<T> values) {
        int chosen = random.nextInt(values.size() + 1);
        return chosen == values.size() ? Optional.empty() : Optional.of(values.get(chosen));
    }

    private static String rules(Random random) {
        StringBuilder rules = new StringBuilder(
                "Permit use of any data for service" + CONDITIONS.get(random.nextInt(CONDITIONS.size())) + ".\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.append(random.nextBoolean() ? "Permit" : "Forbid")
                    .append(" use of any data for service")
                    .append(CONDITIONS.get(random.nextInt(CONDITIONS.size())))
                    .append(".\n");
        }
        return rules.toString();
    }

    private void fill(Random random) {
        for (int i = 0; i < 40; i++) {
            String user = "user-" + i;
            describe(user, maybe(random, List.of(1, 2, 3)), maybe(random, List.of("red", "blue", "green")));
            if (random.nextInt(4) == 0) {
                record(
                        user,
                        new Event.Objected(new Objection(
                                false,
                                Set.of(new Key("service")),
                                Instant.parse("2021-01-01T00:00:00Z"),
                                Optional.empty())));
            }
            if (random.nextInt(3) == 0) {
                record(user, new Event.Used(Instant.parse("2021-06-01T00:00:00Z"), Optional.empty()));
            }
        }
    }

    @Test
    void on_random_policies_whoever_is_found_is_permitted_when_asked_about_and_the_reverse() {
        int found = 0;
        int left = 0;
        Random random = new Random(7);
        fill(random);
        for (int i = 0; i < 25; i++) {
            String first = rules(random);
            String second = rules(random);
            PolicyDecisionPoint asking = asking(first, second);
            List<String> expected = ledger.users(Optional.empty(), 100).stream()
                    .filter(user -> isPermitted(asking, user))
                    .toList();

            assertThat(found(asking, 1 + random.nextInt(50)))
                    .as("%s%n%s", first, second)
                    .isEqualTo(expected);

            found += expected.size();
            left += 40 - expected.size();
        }
        assertThat(found).isGreaterThan(200);
        assertThat(left).isGreaterThan(200);
    }

    @Test
    void each_user_is_asked_about_under_the_version_that_governs_them() {
        describe("came-back", Optional.empty(), Optional.empty());
        describe("stayed-away", Optional.empty(), Optional.empty());
        record("stayed-away", new Event.Used(Instant.parse("2021-06-01T00:00:00Z"), Optional.empty()));

        PolicyDecisionPoint asking =
                asking("Permit use of any data for service.", "Forbid use of any data for service.");

        assertThat(found(asking, 10)).containsExactly("stayed-away");
    }

    @Test
    void one_who_was_erased_is_not_found() {
        describe("a", Optional.empty(), Optional.empty());
        describe("b", Optional.empty(), Optional.empty());
        PolicyDecisionPoint asking =
                asking("Permit use of any data for service.", "Permit use of any data for service.");
        InMemoryUserLedger listed = new InMemoryUserLedger() {
            @Override
            public synchronized List<Recorded> everything(String user) {
                return user.equals("a") ? List.of() : ledger.everything(user);
            }

            @Override
            public synchronized List<String> users(Optional<String> after, int limit) {
                return ledger.users(after, limit);
            }
        };

        assertThat(names(new PermittedUsers(listed, asking).find(INQUIRY, Optional.empty(), 10, Caller.onThisThread())))
                .containsExactly("b");
    }

    @Test
    void a_search_through_very_many_stops_now_and_then_and_goes_on_where_it_stopped() {
        for (int i = 1_000; i <= 3_100; i++) {
            describe("user-" + i, Optional.of(i == 3_050 ? 2 : 1), Optional.empty());
        }
        String rule = "Permit use of any data for service if the user's level is at least 2.";
        PermittedUsers users = new PermittedUsers(ledger, asking(rule, rule));

        PermittedUsers.Found nobody = users.find(INQUIRY, Optional.empty(), 10, Caller.onThisThread());
        PermittedUsers.Found somebody = users.find(INQUIRY, nobody.last(), 10, Caller.onThisThread());

        assertThat(nobody).isEqualTo(new PermittedUsers.Found(List.of(), Optional.of("user-2999")));
        assertThat(names(somebody)).containsExactly("user-3050");
        assertThat(somebody.last()).isEmpty();
    }

    @Test
    void nobody_is_found_in_a_ledger_that_cannot_be_read() {
        PolicyDecisionPoint asking =
                asking("Permit use of any data for service.", "Permit use of any data for service.");
        InMemoryUserLedger away = new InMemoryUserLedger() {
            @Override
            public synchronized List<String> users(Optional<String> after, int limit) {
                throw new IllegalStateException("the database is away");
            }
        };

        assertThatThrownBy(() ->
                        new PermittedUsers(away, asking).find(INQUIRY, Optional.empty(), 10, Caller.onThisThread()))
                .isInstanceOf(CannotAsk.LedgerUnread.class);
    }
}
