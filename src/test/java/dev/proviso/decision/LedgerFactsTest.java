package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.engine.User;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.InMemoryUserLedger;
import dev.proviso.ledger.UserLedger;
import dev.proviso.library.Edition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.question.BadJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerFactsTest {

    private static final Edition EDITION = Small.library().version("shop", "1").orElseThrow();
    private static final Instant THEN = Instant.parse("2020-02-01T00:00:00Z");
    private static final Instant GIVEN = Instant.parse("2020-01-02T00:00:00Z");
    private static final Executor HERE = Runnable::run;

    private final UserLedger ledger = new InMemoryUserLedger();

    private void record(Event event) {
        ledger.append("u-1", event, "shop", Optional.empty(), THEN);
    }

    private static DecisionRequest request(String user) {
        return DecisionRequest.read(
                Small.bytes("{\"policy\": \"shop\", \"purpose\": \"service\", \"data\": \"email\", \"user\": " + user
                        + "}"),
                THEN);
    }

    private CompletableFuture<DecisionRequest> join(String user, Executor readers) {
        return new KnownUsers(ledger, caller -> readers, Duration.ofSeconds(30)).join(request(user));
    }

    private DecisionRequest joined(String user) {
        return join(user, HERE).join();
    }

    private User user(String user) {
        return joined(user).questions(EDITION).get(0).user();
    }

    private Map<String, String> sources(String user) {
        return joined(user).facts().orElseThrow();
    }

    private static Event consent(Optional<Instant> withdrawnAt, String... scope) {
        Set<Key> keys = new java.util.HashSet<>();
        for (String key : scope) {
            keys.add(new Key(key));
        }
        return new Event.Consented(new Consent(Consent.By.USER, Consent.Form.EXPLICIT, keys, GIVEN, withdrawnAt));
    }

    private static Event objection(String key) {
        return new Event.Objected(new Objection(false, Set.of(new Key(key)), GIVEN, Optional.empty()));
    }

    private static Event describedAs(String country) {
        return new Event.Described(
                Optional.of(new Place(country)),
                Optional.of(ZoneId.of("Asia/Tokyo")),
                Optional.of(LocalDate.of(1986, 3, 1)),
                Collections.emptySortedMap());
    }

    @Test
    void single_facts_come_from_the_ledger_unless_the_question_states_them() {
        record(describedAs("JP"));

        User known = user("{\"id\": \"u-1\"}");
        User stated = user("{\"id\": \"u-1\", \"country\": \"CN\", \"age\": 12, \"timeZone\": null}");

        assertThat(known.country()).contains(new Place("JP"));
        assertThat(known.timeZone()).contains(ZoneId.of("Asia/Tokyo"));
        assertThat(known.birth().orElseThrow().earliest()).isEqualTo(LocalDate.of(1986, 3, 1));
        assertThat(stated.country()).contains(new Place("CN"));
        assertThat(stated.birth().orElseThrow().earliest()).isAfter(LocalDate.of(2006, 1, 1));
        assertThat(stated.timeZone()).as("null says unknown").isEmpty();
        assertThat(sources("{\"id\": \"u-1\", \"country\": null, \"age\": 12}"))
                .isEqualTo(Map.of("user.country", "question", "user.age", "question", "user.timeZone", "ledger"));
        assertThat(sources("{\"id\": \"u-1\"}"))
                .isEqualTo(Map.of("user.country", "ledger", "user.birthDate", "ledger", "user.timeZone", "ledger"));
    }

    /** Recorded before there was a list of places. */
    @Test
    void a_place_of_the_ledger_that_is_none_is_unknown() {
        record(describedAs("ZZ"));

        assertThat(user("{\"id\": \"u-1\"}").country()).isEmpty();
        assertThat(user("{\"id\": \"u-1\", \"country\": \"CN\"}").country()).contains(new Place("CN"));
        assertThat(sources("{\"id\": \"u-1\"}")).doesNotContainKey("user.country");
    }

    @Test
    void someone_who_was_not_born_at_the_time_of_the_question_has_no_known_age() {
        record(new Event.Described(
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2022, 1, 1)),
                Collections.emptySortedMap()));

        assertThat(user("{\"id\": \"u-1\"}").birth()).isEmpty();
    }

    @Test
    void lists_add_to_the_ledgers_and_null_makes_them_unknown() {
        record(consent(Optional.empty(), "service"));
        record(new Event.Used(GIVEN, Optional.empty()));
        String more = "{\"id\": \"u-1\", \"uses\": [\"2020-01-03T00:00:00Z\"], \"consents\": [{\"by\": \"user\","
                + " \"form\": \"explicit\", \"scope\": [\"marketing\"], \"givenAt\": \"2020-01-02T00:00:00Z\"}]}";

        assertThat(user(more).consents().orElseThrow()).hasSize(2);
        assertThat(user(more).uses()).contains(List.of(GIVEN, Instant.parse("2020-01-03T00:00:00Z")));
        assertThat(sources(more))
                .isEqualTo(Map.of("user.consents", "ledger and question", "user.uses", "ledger and question"));
        assertThat(user("{\"id\": \"u-1\", \"consents\": null, \"uses\": null}").consents())
                .isEmpty();
        assertThat(user("{\"id\": \"u-1\", \"consents\": null, \"uses\": null}").uses())
                .isEmpty();
    }

    @Test
    void the_same_list_of_consents_means_the_same_with_an_id_and_without_in_whatever_order() {
        List<String> statements = List.of(
                "{'by': 'user', 'form': 'explicit', 'scope': ['service'], 'givenAt': '2020-01-02T00:00:00Z'}",
                "{'by': 'user', 'form': 'explicit', 'scope': ['service'], 'givenAt': '2020-01-02T00:00:00Z',"
                        + " 'withdrawnAt': '2020-01-04T00:00:00Z'}",
                "{'by': 'user', 'form': 'separate', 'scope': ['service', 'marketing'], 'givenAt': '2020-01-03T00:00:00Z'}",
                "{'by': 'user', 'scope': ['marketing'], 'withdrawnAt': '2020-01-04T00:00:00Z'}",
                "{'by': 'guardian', 'form': 'explicit', 'scope': ['service'], 'givenAt': '2020-01-03T00:00:00Z'}");
        for (int seed = 0; seed < 50; seed++) {
            List<String> some = new java.util.ArrayList<>(statements);
            java.util.Random random = new java.util.Random(seed);
            java.util.Collections.shuffle(some, random);
            List<String> stated = some.subList(0, 1 + random.nextInt(some.size()));
            UserLedger fresh = new InMemoryUserLedger();
            stated.forEach(text -> fresh.append(
                    "u-1",
                    new UserStatements(Small.library(), THEN).consent(Small.bytes(text.replace('\'', '"'))),
                    "shop",
                    Optional.empty(),
                    THEN));
            User known = new KnownUsers(fresh, caller -> HERE, Duration.ofSeconds(30))
                    .join(request("{\"id\": \"u-1\"}"))
                    .join()
                    .questions(EDITION)
                    .get(0)
                    .user();
            User told = user("{\"consents\": " + stated.toString().replace('\'', '"') + "}");

            assertThat(known.consents().orElseThrow())
                    .as("%s", stated)
                    .containsExactlyInAnyOrderElementsOf(told.consents().orElseThrow());
        }
    }

    @Test
    void the_ledger_says_where_its_consents_were_given_and_the_question_may_say_otherwise() {
        record(describedAs("JP"));
        record(consent(Optional.empty(), "service"));
        record(describedAs("CN"));
        String stated = "{\"id\": \"u-1\", \"consents\": [{\"by\": \"user\", \"form\": \"explicit\","
                + " \"scope\": [\"service\"], \"givenAt\": \"2020-01-02T00:00:00Z\"%s}]}";

        assertThat(user("{\"id\": \"u-1\"}").country()).contains(new Place("CN"));
        assertThat(givenIn("{\"id\": \"u-1\"}")).contains(new Place("JP"));
        assertThat(givenIn(stated.formatted(""))).contains(new Place("JP"));
        assertThat(givenIn(stated.formatted(", \"givenIn\": \"KR\""))).contains(new Place("KR"));
    }

    private Optional<Place> givenIn(String user) {
        return user(user).consents().orElseThrow().get(0).givenIn();
    }

    @Test
    void a_withdrawal_in_words_that_this_vocabulary_lacks_ends_what_it_may_have_named_and_is_no_consent() {
        record(consent(Optional.empty(), "marketing"));
        record(new Event.Consented(new Consent(
                Consent.By.USER,
                Consent.Form.EXPLICIT,
                Set.of(new Key("marketing"), new Key("bygone")),
                GIVEN,
                Optional.of(GIVEN.plusSeconds(60)))));

        assertThat(user("{\"id\": \"u-1\"}").consents().orElseThrow())
                .contains(Consent.withdrawal(Consent.By.USER, Set.of(new Key("marketing")), GIVEN.plusSeconds(60)));
    }

    @Test
    void a_consent_that_the_ledger_knows_to_be_withdrawn_does_not_come_back_by_a_question() {
        record(consent(Optional.of(GIVEN.plusSeconds(60)), "service"));

        User user = user("{\"id\": \"u-1\", \"consents\": [{\"by\": \"user\", \"form\": \"explicit\","
                + " \"scope\": [\"service\"], \"givenAt\": \"2020-01-02T00:00:00Z\"}]}");

        assertThat(user.consents().orElseThrow())
                .extracting(Consent::withdrawnAt)
                .containsExactly(Optional.of(GIVEN.plusSeconds(60)));
    }

    @Test
    void a_consent_that_is_stated_open_and_withdrawn_is_withdrawn_with_an_id_and_without() {
        String open = "{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"service\"],"
                + " \"givenAt\": \"2020-01-02T00:00:00Z\"}";
        String withdrawn = open.replace("}", ", \"withdrawnAt\": \"2020-01-03T00:00:00Z\"}");

        for (String id : List.of("", "\"id\": \"u-1\", ", "\"id\": \"nobody\", ")) {
            for (String list : List.of(open + "," + withdrawn, withdrawn + "," + open)) {
                assertThat(user("{" + id + "\"consents\": [" + list + "]}")
                                .consents()
                                .orElseThrow())
                        .as(id + list)
                        .extracting(Consent::withdrawnAt)
                        .containsExactly(Optional.of(Instant.parse("2020-01-03T00:00:00Z")));
            }
        }
    }

    @Test
    void an_objection_that_is_stated_open_and_lifted_stands_with_an_id_and_without() {
        String open = "{\"scope\": [\"marketing\"], \"madeAt\": \"2020-01-02T00:00:00Z\"}";
        String lifted = open.replace("}", ", \"liftedAt\": \"2020-01-03T00:00:00Z\"}");

        for (String id : List.of("", "\"id\": \"u-1\", ", "\"id\": \"nobody\", ")) {
            for (String list : List.of(open + "," + lifted, lifted + "," + open)) {
                assertThat(user("{" + id + "\"objections\": [" + list + "]}")
                                .objections()
                                .orElseThrow())
                        .as(id + list)
                        .extracting(Objection::liftedAt)
                        .contains(Optional.empty());
            }
        }
    }

    @Test
    void of_an_unknown_user_nothing_is_recorded() {
        User nobody = user("{\"id\": \"u-2\"}");

        assertThat(nobody).isEqualTo(User.UNSTATED);
        assertThat(sources("{\"id\": \"u-2\"}")).isEmpty();
    }

    @Test
    void a_user_without_any_recorded_use_may_have_used_the_service_all_the_same() {
        record(describedAs("JP"));

        assertThat(user("{\"id\": \"u-1\"}").uses()).isEmpty();
    }

    @Test
    void uses_of_another_policy_and_acceptances_count_where_they_belong() {
        record(new Event.Used(GIVEN, Optional.of("forum")));
        record(new Event.Used(GIVEN.plusSeconds(1), Optional.of("shop")));
        record(new Event.Accepted(new Acceptance("shop", "1", GIVEN)));

        assertThat(user("{\"id\": \"u-1\"}").uses()).contains(List.of(GIVEN.plusSeconds(1)));
        assertThat(user("{\"id\": \"u-1\"}").acceptances()).containsExactly(new Acceptance("shop", "1", GIVEN));
        assertThat(joined("{\"id\": \"u-1\"}").ask().uses()).contains(List.of(GIVEN.plusSeconds(1)));
        assertThat(joined("{\"id\": \"u-1\"}").ask().acceptances()).hasSize(1);
    }

    @Test
    void a_word_that_this_version_does_not_know_never_widens_a_consent() {
        record(consent(Optional.empty(), "service", "health"));
        record(consent(Optional.empty(), "service", "email", "email.work"));
        record(consent(Optional.empty(), "service", "email.work"));
        record(consent(Optional.empty(), "marketing", "marketing.calls"));

        assertThat(user("{\"id\": \"u-1\"}").consents().orElseThrow())
                .extracting(Consent::scope)
                .containsExactly(Set.of(new Key("service"), new Key("email")), Set.of(new Key("marketing")));
    }

    @Test
    void an_objection_to_what_this_version_does_not_know_covers_nothing_of_it() {
        record(objection("research"));
        record(objection("marketing"));
        record(new Event.Objected(new Objection(true, Set.of(new Key("research")), GIVEN, Optional.empty())));
        record(new Event.Refused(new Refusal(Set.of(new Key("direct")), Optional.empty(), Optional.empty())));

        assertThat(user("{\"id\": \"u-1\"}").objections().orElseThrow())
                .extracting(Objection::everything, Objection::scope)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, Set.of(new Key("marketing"))),
                        org.assertj.core.groups.Tuple.tuple(true, Set.of()));
        assertThat(user("{\"id\": \"u-1\"}").refusals().orElseThrow()).hasSize(1);
    }

    @Test
    void a_question_without_an_id_does_not_touch_the_ledger() {
        Executor never = work -> {
            throw new AssertionError("the ledger was read");
        };

        DecisionRequest request = join("{\"country\": \"CN\"}", never).join();

        assertThat(request.facts()).isEmpty();
    }

    @Test
    void a_ledger_that_cannot_be_read_or_has_too_much_to_do_gives_no_facts() {
        Executor failing = work -> {
            throw new RejectedExecutionException("too much");
        };
        UserLedger broken = new InMemoryUserLedger() {
            @Override
            public synchronized List<dev.proviso.ledger.Recorded> everything(String user) {
                throw new IllegalStateException("no connection");
            }
        };

        assertThatThrownBy(() -> join("{\"id\": \"u-1\"}", failing).join())
                .hasCauseInstanceOf(CannotAsk.LedgerUnread.class);
        assertThatThrownBy(() -> new KnownUsers(broken, caller -> HERE, Duration.ofSeconds(30))
                        .join(request("{\"id\": \"u-1\"}"))
                        .join())
                .hasCauseInstanceOf(CannotAsk.LedgerUnread.class)
                .hasRootCauseMessage("no connection");
        assertThatThrownBy(() -> new KnownUsers(ledger, caller -> work -> {}, Duration.ofMillis(1))
                        .join(request("{\"id\": \"u-1\"}"))
                        .join())
                .as("a ledger that never answers")
                .hasCauseInstanceOf(CannotAsk.LedgerUnread.class);
    }

    @Test
    void questions_that_belong_together_see_of_a_user_what_was_known_at_first() {
        AtomicInteger reads = new AtomicInteger();
        UserLedger counted = new InMemoryUserLedger() {
            @Override
            public synchronized List<dev.proviso.ledger.Recorded> everything(String user) {
                reads.incrementAndGet();
                return super.everything(user);
            }
        };
        KnownUsers users = new KnownUsers(counted, caller -> HERE, Duration.ofSeconds(30));
        KnownUsers together = users.once();
        counted.append("u-1", consent(Optional.empty(), "service"), "shop", Optional.empty(), THEN);

        int first = consents(together, "u-1");
        counted.append("u-1", consent(Optional.empty(), "marketing"), "shop", Optional.empty(), THEN);
        int later = consents(together, "u-1");
        int another = consents(together, "u-2");

        assertThat(List.of(first, later, another)).containsExactly(1, 1, 0);
        assertThat(reads).hasValue(2);
        assertThat(consents(users, "u-1")).as("asked alone").isEqualTo(2);
        assertThat(consents(users.once(), "u-1"))
                .as("the next that belong together")
                .isEqualTo(2);
    }

    private static int consents(KnownUsers users, String id) {
        DecisionRequest joined = users.join(request("{\"id\": \"" + id + "\"}")).join();
        return joined.questions(EDITION).get(0).user().consents().orElseThrow().size();
    }

    @Test
    void one_who_may_learn_nothing_from_the_ledger_asks_with_facts_of_their_own() {
        DecisionRequest asked = request("{\"id\": \"u-1\"}");

        assertThat(KnownUsers.none().join(asked).join()).isSameAs(asked);
        assertThat(KnownUsers.none().once().join(asked).join()).isSameAs(asked);
    }

    @Test
    void an_id_that_cannot_be_one_is_a_mistake_of_the_question() {
        assertThatThrownBy(() -> request("{\"id\": \"a\\u0000b\"}"))
                .isInstanceOf(BadJson.class)
                .hasMessage("user.id: A user's id is printable; this one has the character U+0000 NULL.");
    }
}
