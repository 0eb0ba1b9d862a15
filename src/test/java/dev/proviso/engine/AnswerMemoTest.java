package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules are asked once about facts that are alike, and whatever is remembered is what they say. */
class AnswerMemoTest {

    private static final Instant AT = Instant.parse("2022-06-01T12:00:00Z");
    private static final Rulebook BOOK = SmallRulebook.of("""
            Permit use of any data for news if the user is not a minor and the user consented.
            Permit use of name for service.
            Permit disclosure of email for news to partner if the use is permitted and the user is under 90.
            From 2022-07-01: Forbid use of any data for news if the user lives in DE.
            Forbid any processing of any data for news from cookie if the user refused cookie.""");

    private static final Answer DENIED = new Answer(Decision.DENY, List.of(), new TreeSet<>(), List.of());

    private final AtomicInteger decided = new AtomicInteger();
    private final Rulebook counted = new Rulebook(
            BOOK.policy(),
            BOOK.start(),
            BOOK.vocabulary(),
            List.of(),
            (facts, law) -> {
                decided.incrementAndGet();
                return BOOK.rules().decide(facts, law);
            },
            BOOK.lawRules());

    private static Question about(Optional<Place> country, Optional<LocalDate> birth, boolean consented) {
        List<User.Consent> consents = consented
                ? List.of(new User.Consent(
                        User.Consent.By.USER,
                        User.Consent.Form.EXPLICIT,
                        Set.of(new Key("news")),
                        AT.minusSeconds(60),
                        Optional.empty()))
                : List.of();
        return SmallRulebook.question(AT, User.UNSTATED.but(user -> {
            user.country = country;
            user.birth = birth.map(day -> new Birth(day, day));
            user.consents = Optional.of(consents);
            user.refusals = Optional.of(List.of());
        }));
    }

    private static Optional<Place> place(String code) {
        return Optional.of(new Place(code));
    }

    @Test
    void facts_that_are_alike_are_decided_once() {
        Question one = about(place("CN"), Optional.of(LocalDate.of(1986, 3, 1)), true);
        Question other = about(place("DE"), Optional.of(LocalDate.of(1990, 5, 5)), true);

        Answer first = Decider.decide(one, counted);
        Answer second = Decider.decide(other, counted);

        assertThat(first.decision()).isEqualTo(Decision.PERMIT);
        assertThat(second).isEqualTo(first);
        assertThat(decided).hasValue(1);
    }

    @Test
    void other_facts_another_day_and_another_missing_fact_are_decided_by_the_rules() {
        LocalDate adult = LocalDate.of(1986, 3, 1);
        Answer permitted = Decider.decide(about(place("DE"), Optional.of(adult), true), counted);

        Answer without = Decider.decide(about(place("DE"), Optional.of(adult), false), counted);
        Answer later = Decider.decide(
                about(place("DE"), Optional.of(adult), true).asOf(Instant.parse("2022-07-02T00:00:00Z")), counted);
        Answer ageless = Decider.decide(about(place("DE"), Optional.empty(), true), counted);
        Answer homeless = Decider.decide(about(Optional.empty(), Optional.of(LocalDate.of(2005, 1, 1)), true), counted);

        assertThat(permitted.decision()).isEqualTo(Decision.PERMIT);
        assertThat(without.decision()).isEqualTo(Decision.DENY);
        assertThat(later.decision()).isEqualTo(Decision.DENY);
        assertThat(ageless.missing()).containsExactly("user.birthDate");
        assertThat(homeless.decision()).isEqualTo(Decision.DENY);
        assertThat(decided.get()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void whatever_is_remembered_is_what_the_rules_say() {
        SplittableRandom random = new SplittableRandom(17);
        List<Optional<Place>> homes = List.of(place("CN"), place("DE"), place("FR"), Optional.empty());
        for (int i = 0; i < 3_000; i++) {
            Optional<LocalDate> birth = random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(1930 + random.nextInt(90), 1, 1));
            Question plain = about(homes.get(random.nextInt(homes.size())), birth, random.nextBoolean());
            Question question = plain.but(other -> {
                other.at = AT.plusSeconds(random.nextLong(90L * 86_400));
                other.operation = random.nextBoolean() ? Key.USE : Key.DISCLOSE;
                other.recipient = random.nextBoolean() ? Optional.of(new Key("partner")) : Optional.empty();
                other.source = random.nextBoolean() ? Optional.of(new Key("cookie")) : Optional.empty();
                other.data = new Key(random.nextBoolean() ? "email" : "name");
            });
            DecisionContext asked = new DecisionContext(question, counted);
            Facts.Leaf leaf = asked.leaves().get(0);

            assertThat(asked.answer(leaf)).isEqualTo(asked.decide(leaf).answer());
        }
        assertThat(decided.get()).as("of these, half were asked to compare").isLessThan(3_000 + 6_000);
    }

    @Test
    void a_flood_of_facts_neither_fills_the_memory_nor_drives_out_what_is_asked_all_the_time() {
        long most = 500_000;
        MemoRoom room = new MemoRoom(most);
        AnswerMemo memo = room.memo();
        CandidateKey often = new CandidateKey(0);
        memo.put(often.act(), often.facts(), often::value, DENIED);

        int found = 0;
        for (int i = 1; i <= 20_000; i++) {
            CandidateKey once = new CandidateKey(i);
            assertThat(memo.find(once.act(), once::value)).isEmpty();
            memo.put(once.act(), once.facts(), once::value, DENIED);
            if (i % 100 == 0 && memo.find(often.act(), often::value).isPresent()) {
                found++;
            }
            assertThat(memo.size()).isLessThanOrEqualTo(2 * (most + 2_000));
        }
        assertThat(found).isEqualTo(200);
    }

    @Test
    void all_rulebooks_together_hold_no_more_than_one_may() {
        long most = 200_000;
        MemoRoom room = new MemoRoom(most);
        List<AnswerMemo> memos = Stream.generate(room::memo).limit(50).toList();

        for (AnswerMemo memo : memos) {
            for (int i = 0; i < 1_000; i++) {
                CandidateKey once = new CandidateKey(i);
                memo.put(once.act(), once.facts(), once::value, DENIED);
            }
        }

        assertThat(memos.stream().mapToLong(AnswerMemo::size).sum()).isBetween(1L, 2 * (most + 2_000));
        assertThat(memos.get(0).size()).as("that nobody asks any more").isZero();
    }

    @Test
    void nobody_waits_while_facts_are_found_out_for_another() {
        AnswerMemo memo = MemoRoom.SHARED.memo();
        CandidateKey one = new CandidateKey(1);
        memo.put(one.act(), one.facts(), one::value, DENIED);

        memo.put(
                one.act(),
                Map.of(),
                atom -> {
                    assertThat(CompletableFuture.supplyAsync(memo::size).orTimeout(10, TimeUnit.SECONDS))
                            .succeedsWithin(Duration.ofSeconds(20));
                    return Evaluation.TRUE;
                },
                DENIED);

        assertThat(memo.find(one.act(), atom -> Evaluation.TRUE)).contains(DENIED);
    }

    /** An act of which one atom is known, missing another fact each time. */
    private record CandidateKey(int number) {

        private static final CandidateRules RULES =
                new CandidateRules(List.of(), List.of(), Set.of(), Set.of(), List.of());

        AnswerMemo.Act act() {
            return new AnswerMemo.Act(RULES, 0, true, true, false);
        }

        Map<Atom, Evaluation> facts() {
            Atom atom = new Atom.Minor();
            return Map.of(atom, value(atom));
        }

        Evaluation value(Atom atom) {
            return Evaluation.unknown("fact-" + number);
        }
    }
}
