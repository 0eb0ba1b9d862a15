package dev.proviso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.engine.User.Consent.Form;
import dev.proviso.engine.User.Objection;
import dev.proviso.policy.Days;
import dev.proviso.policy.Key;
import dev.proviso.policy.Place;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Consents and objections of one leaf: the use of the e-mail address for a newsletter, at noon on 1 June 2022. */
class ConsentsTest {

    private static final Instant AT = Instant.parse("2022-06-01T12:00:00Z");
    private static final List<Form> FORMS = List.of(Form.values());
    private static final Set<Form> EXPLICIT = Set.of(Form.EXPLICIT, Form.SEPARATE);
    private static final Words WORDS = new Words(
            Documents.vocabulary(new Source("v.vocabulary.yaml", """
                    vocabulary: v
                    purposes: {news: {}, service: {}}
                    operations: {use: {noun: use}, disclose: {noun: disclosure}}
                    data: {email: {}, name: {}}
                    sources: {direct: {}}
                    recipients: {self: {}, partner: {}, printer: {}}
                    """)).value().orElseThrow());

    /** Of age at 18; who is 16 or older consents alone, from 14 on together with a guardian. */
    private static final Tables TABLES = new Tables(
            List.of(new Row.Age(
                    new Place("DE"),
                    OptionalInt.of(18),
                    OptionalInt.of(16),
                    OptionalInt.of(14),
                    Days.ALWAYS,
                    Row.Provenance.NONE)),
            new Tables.Found());

    private static Capacity capacity(User user, Tables tables) {
        return new Capacity.ByAge(new Ages(user.birth(), new UserTime(user, AT), tables));
    }

    private static By party(int number) {
        return number == 0 ? By.USER : By.GUARDIAN;
    }

    private static Key key(String word) {
        return new Key(word);
    }

    private static Facts.Leaf leaf(String operation, Optional<Key> recipient) {
        return new Facts.Leaf(key(operation), key("news"), key("email"), Optional.of(key("direct")), recipient);
    }

    private static Set<Key> scope(String words) {
        return Stream.of(words.split(" ")).map(Key::new).collect(Collectors.toSet());
    }

    private static Instant day(int day) {
        return Instant.parse("2022-05-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
    }

    private static Consent consent(By by, int day) {
        return consent(by, Form.EXPLICIT, "news", day);
    }

    private static Consent consent(By by, Form form, String scope, int day) {
        return new Consent(by, form, scope(scope), day(day), Optional.empty());
    }

    private static Objection objection(int day) {
        return new Objection(false, scope("news"), day(day), Optional.empty());
    }

    /** Someone who lives in Germany, and what he or she says of the newsletter. */
    private record Person(Optional<Birth> born, List<Consent> consents, List<Objection> objections) {

        static Person aged(int years, Consent... consents) {
            LocalDate born = LocalDate.of(2022 - years, 1, 1);
            return new Person(Optional.of(new Birth(born, born)), List.of(consents), List.of());
        }

        Person bornWithin(Birth range) {
            return new Person(Optional.of(range), consents, objections);
        }

        Person objecting(Objection... more) {
            return new Person(born, consents, List.of(more));
        }

        private User user() {
            return User.UNSTATED.but(user -> {
                user.country = Optional.of(new Place("DE"));
                user.timeZone = Optional.of(ZoneOffset.UTC);
                user.birth = born;
                user.consents = Optional.of(consents);
                user.objections = Optional.of(objections);
            });
        }

        Consents about(Facts.Leaf leaf) {
            User user = user();
            return new Consents(user, capacity(user, TABLES), WORDS, AT, leaf);
        }

        Truth consented() {
            return about(leaf("use", Optional.of(Key.SELF)))
                    .consented(Optional.empty(), EXPLICIT, Optional.empty())
                    .truth();
        }

        Truth guardianConsented() {
            return about(leaf("use", Optional.of(Key.SELF)))
                    .consented(Optional.of(By.GUARDIAN), EXPLICIT, Optional.empty())
                    .truth();
        }

        Evaluation objected() {
            return about(leaf("use", Optional.of(Key.SELF))).objected(Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        // age, the user alone, a guardian alone, both
        "13, FALSE, TRUE, TRUE",
        "14, FALSE, FALSE, TRUE",
        "15, FALSE, FALSE, TRUE",
        "16, TRUE, FALSE, TRUE",
        "18, TRUE, FALSE, TRUE",
    })
    void each_alone_or_both_together(int age, Truth user, Truth guardian, Truth both) {
        Consent own = consent(By.USER, 1);
        Consent guardians = consent(By.GUARDIAN, 3);

        assertThat(Person.aged(age, own).consented()).isEqualTo(user);
        assertThat(Person.aged(age, guardians).consented()).isEqualTo(guardian);
        assertThat(Person.aged(age, own, guardians).consented()).isEqualTo(both);
        assertThat(Person.aged(age, guardians, own).consented()).isEqualTo(both);
    }

    @Test
    void that_a_guardian_consented_takes_a_consent_of_the_guardian_and_for_both_the_childs_too() {
        Consent own = consent(By.USER, 1);
        Consent guardians = consent(By.GUARDIAN, 1);

        assertThat(Person.aged(15, own, guardians).guardianConsented()).isEqualTo(Truth.TRUE);
        assertThat(Person.aged(15, guardians).guardianConsented()).isEqualTo(Truth.FALSE);
        assertThat(Person.aged(16, guardians).guardianConsented()).isEqualTo(Truth.TRUE);
        assertThat(Person.aged(17, own).guardianConsented()).isEqualTo(Truth.FALSE);
        assertThat(Person.aged(18, own, guardians).guardianConsented()).isEqualTo(Truth.FALSE);
    }

    @ParameterizedTest
    @CsvSource({
        // the years between which the age is known to be, whether a guardian could consent alone, and for unknown what
        // is missing
        "10, 13, TRUE",
        "13, 14, UNKNOWN",
        "14, 15, FALSE",
        "15, 16, UNKNOWN",
        "16, 17, TRUE",
        "17, 18, UNKNOWN",
        "18, 30, FALSE",
    })
    void a_guardian_of_a_minor_counts_alone_but_while_both_are_asked_and_a_range_of_ages_is_open_where_it_crosses(
            int from, int to, Truth expected) {
        Person person = Person.aged(from, consent(By.GUARDIAN, 1));
        Birth range = new Birth(LocalDate.of(2022 - to, 1, 1), LocalDate.of(2022 - from, 1, 1));

        assertThat(person.bornWithin(range).guardianConsented()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"13, FALSE", "15, TRUE", "16, TRUE", "17, TRUE"})
    void a_guardian_ends_the_objection_of_who_has_no_say_and_of_nobody_who_may_consent_alone(int age, Truth stands) {
        Person person = Person.aged(age, consent(By.GUARDIAN, 3));

        assertThat(person.objecting(objection(2)).objected().truth()).isEqualTo(stands);
    }

    @Test
    void the_partner_of_a_separate_consent_need_not_be_separate_and_never_counts_as_deemed() {
        Consents separate = Person.aged(
                        15, consent(By.USER, Form.SEPARATE, "news", 1), consent(By.GUARDIAN, Form.EXPLICIT, "news", 1))
                .about(leaf("use", Optional.of(Key.SELF)));
        Consents deemed = Person.aged(
                        15, consent(By.USER, Form.SEPARATE, "news", 1), consent(By.GUARDIAN, Form.DEEMED, "news", 1))
                .about(leaf("use", Optional.of(Key.SELF)));

        assertThat(separate.consented(Optional.empty(), Set.of(Form.SEPARATE), Optional.empty())
                        .truth())
                .isEqualTo(Truth.TRUE);
        assertThat(separate.consented(Optional.of(By.GUARDIAN), Set.of(Form.SEPARATE), Optional.empty())
                        .truth())
                .isEqualTo(Truth.FALSE);
        assertThat(deemed.consented(Optional.empty(), Set.of(Form.SEPARATE), Optional.empty())
                        .truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void a_deemed_consent_counts_as_deemed_and_for_nothing_else() {
        Person person = Person.aged(30, consent(By.USER, Form.DEEMED, "news", 1));

        assertThat(person.consented()).isEqualTo(Truth.FALSE);
        assertThat(person.about(leaf("use", Optional.of(Key.SELF)))
                        .consented(Optional.empty(), Set.of(Form.DEEMED), Optional.empty())
                        .truth())
                .isEqualTo(Truth.TRUE);
        assertThat(person.objecting(new Objection(false, scope("news"), day(1).minusSeconds(9), Optional.empty()))
                        .objected()
                        .truth())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void a_disclosure_has_to_be_named_and_a_recipient_that_is_named_narrows_the_consent() {
        Consent toAnyone = consent(By.USER, Form.EXPLICIT, "news disclose", 1);
        Consent toPartner = consent(By.USER, Form.EXPLICIT, "news disclose partner", 1);
        Facts.Leaf partner = leaf("disclose", Optional.of(key("partner")));
        Facts.Leaf printer = leaf("disclose", Optional.of(key("printer")));
        Facts.Leaf someone = leaf("disclose", Optional.empty());

        assertThat(consented(partner, consent(By.USER, 1))).isEqualTo(Evaluation.FALSE);
        assertThat(consented(printer, toAnyone)).isEqualTo(Evaluation.TRUE);
        assertThat(consented(partner, toPartner)).isEqualTo(Evaluation.TRUE);
        assertThat(consented(printer, toPartner)).isEqualTo(Evaluation.FALSE);
        assertThat(consented(someone, toPartner)).isEqualTo(Evaluation.unknown("recipient"));
        assertThat(consented(someone, toPartner, toAnyone)).isEqualTo(Evaluation.TRUE);
    }

    private static Evaluation consented(Facts.Leaf leaf, Consent... consents) {
        return Person.aged(30, consents).about(leaf).consented(Optional.empty(), EXPLICIT, Optional.empty());
    }

    @Test
    void an_objection_is_ended_by_a_later_consent_and_not_by_one_of_the_same_instant_or_before() {
        assertThat(Person.aged(30).objecting(objection(5)).objected()).isEqualTo(Evaluation.TRUE);
        assertThat(Person.aged(30, consent(By.USER, 4)).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.TRUE);
        assertThat(Person.aged(30, consent(By.USER, 5)).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.TRUE);
        assertThat(Person.aged(30, consent(By.USER, 6)).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.FALSE);
        assertThat(Person.aged(30, consent(By.USER, 6))
                        .objecting(objection(5), objection(7))
                        .objected())
                .isEqualTo(Evaluation.TRUE);
    }

    @Test
    void that_a_consent_is_withdrawn_later_does_not_bring_the_objection_back_but_the_consent_counts_no_more() {
        Consent withdrawn = new Consent(By.USER, Form.EXPLICIT, scope("news"), day(6), Optional.of(day(8)));
        Person person = Person.aged(30, withdrawn).objecting(objection(5));

        assertThat(person.objected()).isEqualTo(Evaluation.FALSE);
        assertThat(person.consented()).isEqualTo(Truth.FALSE);
    }

    @Test
    void a_consent_given_after_the_question_or_for_something_else_ends_no_objection() {
        Consent tomorrow = consent(By.USER, 40);
        Consent forService = consent(By.USER, Form.EXPLICIT, "service", 6);

        assertThat(Person.aged(30, tomorrow, forService).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.TRUE);
    }

    @Test
    void where_both_must_consent_both_do_so_after_the_objection() {
        Consent before = consent(By.GUARDIAN, 4);
        Consent after = consent(By.GUARDIAN, 7);
        Consent own = consent(By.USER, 6);

        assertThat(Person.aged(15, before, own).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.TRUE);
        assertThat(Person.aged(15, before, own, after).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.FALSE);
        assertThat(Person.aged(15, before, own, after).objecting(objection(6)).objected())
                .isEqualTo(Evaluation.TRUE);
    }

    @ParameterizedTest
    @CsvSource({
        // what is withdrawn on day 5 by the user, what stands of the user's of day 3 for the use, and for the
        // disclosure
        "news, FALSE, FALSE",
        "news disclose, FALSE, FALSE",
        "news disclose partner, UNKNOWN, UNKNOWN",
        "news email, FALSE, FALSE",
        "news name, TRUE, TRUE",
        "service, TRUE, TRUE",
        "service news, FALSE, FALSE",
    })
    void a_withdrawal_ends_for_all_that_it_names_every_earlier_consent_of_the_same_giver(
            String withdrawn, Truth use, Truth disclosure) {
        Person person = Person.aged(
                30,
                consent(By.USER, Form.SEPARATE, "news service disclose", 3),
                consent(By.USER, Form.EXPLICIT, "news disclose email", 2),
                new Consent(By.USER, Form.EXPLICIT, scope(withdrawn), day(1), Optional.of(day(5))));

        assertThat(person.about(leaf("use", Optional.empty()))
                        .consented(Optional.empty(), EXPLICIT, Optional.empty())
                        .truth())
                .isEqualTo(use);
        assertThat(person.about(leaf("disclose", Optional.empty()))
                        .consented(Optional.empty(), EXPLICIT, Optional.empty())
                        .truth())
                .isEqualTo(disclosure);
    }

    @Test
    void a_withdrawal_ends_nothing_that_was_given_later_or_by_the_other_party_and_nothing_before_its_time() {
        Consent withdrawal = Consent.withdrawal(By.USER, scope("news"), day(5));
        Consent tomorrow = Consent.withdrawal(By.USER, scope("news"), AT.plusNanos(1));
        Consent now = Consent.withdrawal(By.USER, scope("news"), AT);

        assertThat(Person.aged(30, consent(By.USER, 4), withdrawal).consented()).isEqualTo(Truth.FALSE);
        assertThat(Person.aged(30, consent(By.USER, Form.EXPLICIT, "news disclose", 5), withdrawal)
                        .consented())
                .as("in the same instant the withdrawal wins")
                .isEqualTo(Truth.FALSE);
        assertThat(Person.aged(30, consent(By.USER, 6), withdrawal).consented()).isEqualTo(Truth.TRUE);
        assertThat(Person.aged(12, consent(By.GUARDIAN, 4), withdrawal).consented())
                .isEqualTo(Truth.TRUE);
        assertThat(Person.aged(30, consent(By.USER, 4), tomorrow).consented()).isEqualTo(Truth.TRUE);
        assertThat(Person.aged(30, consent(By.USER, 4), now).consented()).isEqualTo(Truth.FALSE);
    }

    @Test
    void a_withdrawal_of_everything_to_a_purpose_is_no_consent_and_ends_no_objection() {
        Consent withdrawal = Consent.withdrawal(By.USER, scope("news"), day(6));

        assertThat(Person.aged(30, withdrawal).consented()).isEqualTo(Truth.FALSE);
        assertThat(Person.aged(30, withdrawal).objecting(objection(5)).objected())
                .isEqualTo(Evaluation.TRUE);
    }

    @Test
    void who_is_of_unknown_age_may_have_ended_the_objection() {
        Person unknown =
                new Person(Optional.empty(), List.of(consent(By.USER, 6)), List.of(objection(5), objection(7)));
        Person perhaps = new Person(Optional.empty(), List.of(consent(By.USER, 6)), List.of(objection(5)));

        assertThat(perhaps.consented()).isEqualTo(Truth.UNKNOWN);
        assertThat(perhaps.objected()).isEqualTo(Evaluation.unknown("user.birthDate"));
        assertThat(unknown.objected()).as("another one stands anyway").isEqualTo(Evaluation.TRUE);
    }

    /** What the words mean, one sentence after another, however long it takes. */
    private record Meaning(User user, Capacity capacity, Facts.Leaf leaf) {

        Evaluation consented(Optional<By> by, Set<Form> forms) {
            Set<Form> partners = forms.contains(Form.DEEMED) ? forms : EXPLICIT;
            Meaning able = by.isPresent() ? new Meaning(user, capacity.ofGuardian(), leaf) : this;
            return any(
                    consents(),
                    consent -> all(
                            Evaluation.of(by.map(giver -> giver == consent.by()).orElse(true)),
                            counts(consent, forms),
                            able.valid(consent, other -> counts(other, partners))));
        }

        Evaluation objected() {
            return any(user.objections().orElseThrow(), objection -> {
                Function<Consent, Evaluation> later = consent -> Evaluation.of(consent.form() != Form.DEEMED
                        && consent.scope().contains(leaf.purpose())
                        && consent.givenAt().isAfter(objection.madeAt())
                        && !consent.withdrawnAt().equals(Optional.of(consent.givenAt()))
                        && !consent.givenAt().isAfter(AT));
                Evaluation ended = any(consents(), consent -> all(later.apply(consent), valid(consent, later)));
                return all(
                        Evaluation.of(!objection.madeAt().isAfter(AT)),
                        Evaluation.of(objection.liftedAt().map(AT::isBefore).orElse(true)),
                        admits(objection.scope()),
                        ended.not());
            });
        }

        private List<Consent> consents() {
            return user.consents().orElseThrow();
        }

        private Evaluation counts(Consent consent, Set<Form> forms) {
            return all(
                    Evaluation.of(forms.contains(consent.form())),
                    Evaluation.of(!consent.givenAt().isAfter(AT)),
                    Evaluation.of(consent.withdrawnAt().map(AT::isBefore).orElse(true)),
                    any(consents(), other -> ends(other, consent)).not(),
                    Evaluation.of(consent.scope().contains(leaf.purpose())),
                    Evaluation.of(consent.scope().contains(leaf.operation())),
                    admits(consent.scope()));
        }

        /** Operations narrow a withdrawal if it names any; of these words "disclose" is the only one. */
        private Evaluation ends(Consent withdrawn, Consent consent) {
            return all(
                    Evaluation.of(withdrawn.by() == consent.by()),
                    Evaluation.of(withdrawn
                            .withdrawnAt()
                            .filter(end -> !end.isAfter(AT) && !end.isBefore(consent.givenAt()))
                            .isPresent()),
                    Evaluation.of(withdrawn.scope().contains(leaf.purpose())),
                    admits(withdrawn.scope()));
        }

        private Evaluation admits(Set<Key> scope) {
            return scope.contains(key("partner")) ? Evaluation.unknown("recipient") : Evaluation.TRUE;
        }

        private Evaluation valid(Consent consent, Function<Consent, Evaluation> partner) {
            Evaluation other = any(
                    consents(),
                    each -> all(Evaluation.of(each.by() != consent.by()), partner.apply(each), capacity.jointly(each)));
            return capacity.alone(consent).or(all(capacity.jointly(consent), other));
        }

        private static Evaluation all(Evaluation... parts) {
            return Arrays.stream(parts).reduce(Evaluation.TRUE, Evaluation::and);
        }

        private static <T> Evaluation any(List<T> items, Function<T, Evaluation> test) {
            return items.stream().map(test).reduce(Evaluation.FALSE, Evaluation::or);
        }
    }

    /** Whatever parties are able to do, for every other seed only together: true, false, or unknown for want of many things. */
    private record AnyCapacity(long seed, int certain) implements Capacity {

        @Override
        public Evaluation alone(Consent consent) {
            return seed % 2 == 0 ? Evaluation.FALSE : drawn(consent, 1);
        }

        @Override
        public Evaluation jointly(Consent consent) {
            return drawn(consent, 2);
        }

        @Override
        public Capacity ofGuardian() {
            return new AnyCapacity(seed + 2, certain);
        }

        private Evaluation drawn(Consent consent, int salt) {
            long mixed = java.util.Objects.hash(seed, salt, consent.by() == By.USER, consent.givenAt())
                    * 0x9E3779B97F4A7C15L;
            int roll = new Random(mixed).nextInt(100);
            if (roll < 60) {
                return Evaluation.FALSE;
            }
            if (roll < 60 + certain) {
                return Evaluation.TRUE;
            }
            return Evaluation.unknown("path-" + roll);
        }
    }

    @Test
    void random_lists_of_up_to_forty_mean_what_the_words_say() {
        int unknown = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            int most = 1 + random.nextInt(seed % 10 == 0 ? 40 : 8);
            List<Consent> consents = new ArrayList<>();
            List<Objection> objections = new ArrayList<>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                consents.add(randomConsent(random));
                objections.add(new Objection(
                        false,
                        scope(random.nextInt(4) == 0 ? "news partner" : "news"),
                        day(1 + random.nextInt(40)),
                        Optional.ofNullable(random.nextInt(3) == 0 ? day(20 + random.nextInt(40)) : null)));
            }
            User user = User.UNSTATED.but(other -> {
                other.consents = Optional.of(consents);
                other.objections = Optional.of(objections);
            });
            Capacity capacity = new AnyCapacity(seed, random.nextInt(3) == 0 ? 20 : 2);
            Facts.Leaf leaf = leaf("disclose", Optional.empty());
            Consents engine = new Consents(user, capacity, WORDS, AT, leaf);
            Meaning meaning = new Meaning(user, capacity, leaf);

            assertThat(engine.objected(Optional.empty())).as("seed %s", seed).isEqualTo(meaning.objected());
            for (Set<Form> forms : List.of(EXPLICIT, Set.of(Form.SEPARATE), Set.of(Form.DEEMED))) {
                for (Optional<By> by : List.of(Optional.<By>empty(), Optional.of(By.GUARDIAN))) {
                    Evaluation consented = engine.consented(by, forms, Optional.empty());
                    assertThat(consented).as("seed %s", seed).isEqualTo(meaning.consented(by, forms));
                    unknown += consented.truth().isUnknown() ? 1 : 0;
                }
            }
        }
        assertThat(unknown).isGreaterThan(1_000);
    }

    private static Consent randomConsent(Random random) {
        String scope = List.of("news disclose", "news disclose partner", "news", "service disclose")
                .get(random.nextInt(4));
        return new Consent(
                party(random.nextInt(2)),
                FORMS.get(random.nextInt(3)),
                scope(scope),
                day(1 + random.nextInt(40)),
                Optional.ofNullable(random.nextInt(4) == 0 ? day(20 + random.nextInt(40)) : null));
    }

    /** What is asked about givers, one after another. */
    private static final class Counted implements Capacity {
        private final Evaluation able;
        private long asked;

        Counted(Evaluation able) {
            this.able = able;
        }

        @Override
        public Capacity ofGuardian() {
            return this;
        }

        @Override
        public Evaluation alone(Consent consent) {
            asked++;
            return Evaluation.FALSE;
        }

        @Override
        public Evaluation jointly(Consent consent) {
            asked++;
            return consent.by() == By.USER ? able : Evaluation.FALSE;
        }
    }

    /** How often givers are judged, where no consent is valid and each objection stands, so that all must be gone through. */
    private static long judged(int size, Evaluation able) {
        List<Consent> consents = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            consents.add(
                    new Consent(party(i % 2), Form.EXPLICIT, scope("news"), day(1).plusSeconds(i), Optional.empty()));
            objections.add(new Objection(false, scope("news"), day(1).plusSeconds(i), Optional.of(day(2))));
            objections.add(new Objection(false, scope("service"), day(1).plusSeconds(i), Optional.empty()));
        }
        User user = User.UNSTATED.but(other -> {
            other.consents = Optional.of(consents);
            other.objections = Optional.of(objections);
        });
        Counted capacity = new Counted(able);
        Consents engine = new Consents(user, capacity, WORDS, AT, leaf("use", Optional.of(Key.SELF)));
        assertThat(engine.consented(Optional.empty(), EXPLICIT, Optional.empty())
                        .truth()
                        .isTrue())
                .isFalse();
        assertThat(engine.objected(Optional.empty())).isEqualTo(Evaluation.FALSE);
        User open = user.but(other -> other.objections = Optional.of(objections.stream()
                .map(one -> new Objection(false, scope("news partner"), one.madeAt(), Optional.empty()))
                .toList()));
        assertThat(new Consents(open, capacity, WORDS, AT, leaf("use", Optional.empty())).objected(Optional.empty()))
                .isEqualTo(Evaluation.unknown("recipient"));
        return capacity.asked;
    }

    @ParameterizedTest
    @EnumSource
    void twice_as_many_consents_and_objections_are_judged_about_twice_as_often(Truth able) {
        Evaluation known = Evaluation.of(able, "user.birthDate");
        long once = judged(1_000, known);

        assertThat(once).isBetween(1_000L, 8_000L);
        assertThat(judged(2_000, known)).isBetween(once, once * 5 / 2);
    }
}
