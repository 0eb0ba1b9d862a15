package dev.proviso.reference;

import static dev.proviso.reference.Sample.AT;
import static dev.proviso.reference.Sample.anything;
import static dev.proviso.reference.Sample.decide;
import static dev.proviso.reference.Sample.forbidIf;
import static dev.proviso.reference.Sample.law;
import static dev.proviso.reference.Sample.permit;
import static dev.proviso.reference.Sample.permittedIf;
import static dev.proviso.reference.Sample.policy;
import static dev.proviso.reference.Sample.question;
import static dev.proviso.reference.Sample.rule;
import static dev.proviso.reference.Sample.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.User;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.policy.Act;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Effect;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Cases of each part of the description, with answers worked out by hand. */
class ReferenceEvaluatorTest {

    private static final Atom CONSENTED = new Atom.Consented(Atom.Consented.By.USER, false, Optional.empty());
    private static final Atom DEMAND = new Atom.Circumstance(new Key("legal-demand"));
    private static final LocalDate GROWN = LocalDate.of(1980, 1, 1);
    private static final Row.Age ALONE_FROM_14 = Sample.age("*", 18, 14, OptionalInt.empty());
    private static final Row.Age JOINTLY_FROM_7 = Sample.age("*", 18, 14, OptionalInt.of(7));

    @Test
    void what_no_clause_permits_is_denied_by_default() {
        ReferenceAnswer answer = decide(policy(List.of()), question());
        assertThat(answer.decision()).isEqualTo(Decision.DENY);
        assertThat(answer.reasons()).hasToString("[policy default FORBID APPLIES]");
    }

    @Test
    void an_unknown_source_matches_any_and_may_match_a_list() {
        Question unknown =
                question().about(Sample.EMAIL, Key.USE, new Key("health"), Optional.empty(), Optional.of(Key.SELF));
        Act fromCookies = new Act(Keys.ANY, Keys.ANY, Keys.ANY, Keys.of("cookie"), Keys.ANY);
        assertThat(decide(policy(List.of(permit())), unknown).decision()).isEqualTo(Decision.PERMIT);
        ReferenceAnswer answer =
                decide(policy(List.of(rule("1(1)", Effect.PERMIT, fromCookies, Optional.empty()))), unknown);
        assertThat(answer.decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(answer.missing()).containsExactly("source");
    }

    @Test
    void an_inner_key_is_as_strict_as_the_strictest_leaf_below_it() {
        Act advertisements = new Act(Keys.ANY, Keys.ANY, Keys.of("marketing.ads.custom"), Keys.ANY, Keys.ANY);
        Policy policy = policy(List.of(permit(), rule("2", Effect.FORBID, advertisements, Optional.empty())));
        Question marketing = question()
                .about(
                        new Key("marketing"),
                        Key.USE,
                        new Key("contact"),
                        Optional.of(new Key("direct")),
                        Optional.of(Key.SELF));
        ReferenceAnswer answer = decide(policy, marketing);
        assertThat(answer.decision()).isEqualTo(Decision.DENY);
        assertThat(answer.reasons()).hasToString("[policy 2 FORBID APPLIES]");
    }

    @Test
    void data_that_leaves_the_country_must_be_permitted_as_a_transfer_too() {
        Policy policy = policy(List.of(permit(), rule("2", Effect.FORBID, Sample.of(Key.TRANSFER), Optional.empty())));
        assertThat(to(policy, Question.Stated.LEFT_OUT).decision()).isEqualTo(Decision.PERMIT);
        assertThat(to(policy, Question.Stated.at(new Place("CN"))).decision()).isEqualTo(Decision.PERMIT);
        assertThat(to(policy, Question.Stated.at(new Place("US"))).decision()).isEqualTo(Decision.DENY);
        ReferenceAnswer unknown = to(policy, Question.Stated.UNKNOWN);
        assertThat(unknown.decision()).isEqualTo(Decision.INDETERMINATE);
        assertThat(unknown.missing()).containsExactly("destination");
        assertThat(unknown.reasons()).hasToString("[policy 2 FORBID MAY_APPLY]");
    }

    private static ReferenceAnswer to(Policy policy, Question.Stated destination) {
        return decide(policy, question(Key.USE, User.UNSTATED, destination));
    }

    @Test
    void ranks_go_from_law_forbid_over_mandate_and_policy_forbid_to_permit() {
        Rule forbid = rule("2(1)", Effect.FORBID, anything(), Optional.empty());
        Rule mandate = rule("3(1)", Effect.MANDATE, anything(), Optional.empty());
        Rule lawForbid = rule("4(1)", Effect.FORBID, anything(), Optional.empty());
        Policy policy = policy(List.of(permit(), forbid));
        assertThat(decide(policy, question()).reasons()).hasToString("[policy 2(1) FORBID APPLIES]");
        ReferenceAnswer mandated = decide(policy, question(), law(Optional.empty(), mandate));
        assertThat(mandated.decision()).isEqualTo(Decision.PERMIT);
        assertThat(mandated.obligations()).hasSize(1);
        assertThat(decide(policy, question(), law(Optional.empty(), mandate, lawForbid))
                        .reasons())
                .hasToString("[law 3(1) MANDATE APPLIES conflict of laws, law 4(1) FORBID APPLIES conflict of laws]");
    }

    @Test
    void a_permit_notwithstanding_defeats_the_forbid_it_names_and_no_other() {
        Rule exception = rule("3(1)", Effect.PERMIT, anything(), Optional.empty(), Sample.id("2"));
        Rule named = rule("2(1)", Effect.FORBID, anything(), Optional.empty());
        Rule other = rule("4(1)", Effect.FORBID, anything(), Optional.empty());
        assertThat(decide(policy(List.of(exception, named)), question()).decision())
                .isEqualTo(Decision.PERMIT);
        ReferenceAnswer answer = decide(policy(List.of(exception, named, other)), question());
        assertThat(answer.reasons()).hasToString("[policy 4(1) FORBID APPLIES]");
    }

    @Test
    void an_exclusion_takes_the_question_out_of_the_policy() {
        Rule exclude = rule("5", Effect.EXCLUDE, anything(), Optional.empty());
        assertThat(decide(policy(List.of(permit(), exclude)), question()).decision())
                .isEqualTo(Decision.NOT_APPLICABLE);
    }

    @Test
    void only_rules_that_could_change_the_answer_are_reasons_of_an_indeterminate_one() {
        Condition young = new Atom.Under(18);
        Condition leaves = new Atom.Located(Atom.Located.Party.USER, new TreeSet<>(Set.of(new Place("DE"))));
        Rule hidden = rule("3(1)", Effect.PERMIT, anything(), Optional.of(leaves));
        ReferenceAnswer answer = decide(policy(List.of(permit(), hidden, forbidIf(young))), question());
        assertThat(answer.reasons()).hasToString("[policy 2(1) FORBID MAY_APPLY]");
        assertThat(answer.missing()).containsExactly("user.birthDate");
    }

    @Test
    void a_duty_that_may_apply_comes_with_a_permit() {
        Rule duty = rule("6", Effect.REQUIRE, anything(), Optional.of(new Atom.Under(18)));
        ReferenceAnswer answer = decide(policy(List.of(permit(), duty)), question());
        assertThat(answer.decision()).isEqualTo(Decision.PERMIT);
        assertThat(answer.obligations().first().outcome()).hasToString("MAY_APPLY");
    }

    @Test
    void a_law_out_of_its_scope_does_not_apply() {
        Rule forbid = rule("4(1)", Effect.FORBID, anything(), Optional.empty());
        Policy policy = policy(List.of(permit()));
        assertThat(decide(policy, question(), law(Optional.of(DEMAND), forbid)).decision())
                .isEqualTo(Decision.PERMIT);
        assertThat(decide(policy, question(), law(Optional.of(new Condition.Not(DEMAND)), forbid))
                        .decision())
                .isEqualTo(Decision.DENY);
    }

    @Test
    void a_consent_holds_from_its_instant_until_just_before_it_is_withdrawn() {
        assertThat(consented(Optional.of(AT), Optional.empty())).isEqualTo(Decision.PERMIT);
        assertThat(consented(Optional.of(AT.plusSeconds(1)), Optional.empty())).isEqualTo(Decision.DENY);
        assertThat(consented(Optional.of(AT.minusSeconds(9)), Optional.of(AT.plusSeconds(1))))
                .isEqualTo(Decision.PERMIT);
        assertThat(consented(Optional.of(AT.minusSeconds(9)), Optional.of(AT))).isEqualTo(Decision.DENY);
    }

    private static Decision consented(Optional<Instant> given, Optional<Instant> withdrawn) {
        User.Consent consent = new User.Consent(
                By.USER, User.Consent.Form.EXPLICIT, Set.of(new Key("marketing")), given.orElseThrow(), withdrawn);
        return permittedIf(CONSENTED, question(Key.USE, user("CN", GROWN, consent)), ALONE_FROM_14)
                .decision();
    }

    @Test
    void a_consent_to_disclosure_names_the_operation() {
        User.Consent without = Sample.consent(By.USER, AT, "marketing.email");
        User.Consent with = Sample.consent(By.USER, AT, "marketing.email", "disclose", "transfer");
        Question.Stated home = Question.Stated.at(new Place("CN"));
        assertThat(permittedIf(CONSENTED, question(Key.DISCLOSE, user("CN", GROWN, without), home), ALONE_FROM_14)
                        .decision())
                .isEqualTo(Decision.DENY);
        assertThat(permittedIf(CONSENTED, question(Key.DISCLOSE, user("CN", GROWN, with), home), ALONE_FROM_14)
                        .decision())
                .isEqualTo(Decision.PERMIT);
    }

    @Test
    void capacity_is_judged_on_the_day_of_the_consent_with_leap_days_on_1_march() {
        LocalDate leapDay = LocalDate.of(2008, 2, 29);
        Instant eve = Instant.parse("2022-02-28T12:00:00Z");
        Instant birthday = Instant.parse("2022-03-01T00:00:00Z");
        assertThat(consented(leapDay, Sample.consent(By.USER, eve, "marketing")))
                .isEqualTo(Decision.DENY);
        assertThat(consented(leapDay, Sample.consent(By.USER, birthday, "marketing")))
                .isEqualTo(Decision.PERMIT);
        assertThat(consented(leapDay, Sample.consent(By.GUARDIAN, birthday, "marketing")))
                .isEqualTo(Decision.DENY);
    }

    @Test
    void a_guardian_who_is_asked_for_counts_below_majority_and_replaces_nobody_who_may_consent_alone() {
        LocalDate leapDay = LocalDate.of(2004, 2, 29);
        User.Consent eve = Sample.consent(By.GUARDIAN, Instant.parse("2022-02-28T12:00:00Z"), "marketing");
        User.Consent birthday = Sample.consent(By.GUARDIAN, Instant.parse("2022-03-01T00:00:00Z"), "marketing");
        Atom guardian = new Atom.Consented(Atom.Consented.By.GUARDIAN, false, Optional.empty());

        assertThat(permittedIf(guardian, question(Key.USE, user("CN", leapDay, eve)), JOINTLY_FROM_7)
                        .decision())
                .isEqualTo(Decision.PERMIT);
        assertThat(permittedIf(guardian, question(Key.USE, user("CN", leapDay, birthday)), JOINTLY_FROM_7)
                        .decision())
                .isEqualTo(Decision.DENY);
        assertThat(consented(leapDay, eve)).isEqualTo(Decision.DENY);
    }

    @Test
    void from_the_joint_age_on_both_must_consent() {
        LocalDate ten = LocalDate.of(2012, 1, 1);
        User.Consent own = Sample.consent(By.USER, AT, "marketing");
        User.Consent guardian = Sample.consent(By.GUARDIAN, AT, "marketing");
        assertThat(consented(ten, own)).isEqualTo(Decision.DENY);
        assertThat(consented(ten, guardian)).isEqualTo(Decision.DENY);
        assertThat(consented(ten, own, guardian)).isEqualTo(Decision.PERMIT);
        assertThat(consented(LocalDate.of(2018, 1, 1), guardian)).isEqualTo(Decision.PERMIT);
    }

    private static Decision consented(LocalDate born, User.Consent... consents) {
        return permittedIf(CONSENTED, question(Key.USE, user("CN", born, consents)), JOINTLY_FROM_7)
                .decision();
    }

    @Test
    void consents_that_are_null_are_unknown_and_no_consents_are_none() {
        User nobody = new User(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.empty(),
                new java.util.TreeMap<>());
        assertThat(permittedIf(CONSENTED, question(Key.USE, nobody)).missing()).containsExactly("user.consents");
        assertThat(permittedIf(CONSENTED, question()).decision()).isEqualTo(Decision.DENY);
    }

    @Test
    void an_objection_stands_until_a_later_explicit_consent_and_wins_in_the_same_instant() {
        Instant before = AT.minusSeconds(60);
        assertThat(objected(before, Sample.consent(By.USER, before, "marketing")))
                .isEqualTo(Decision.PERMIT);
        assertThat(objected(before, Sample.consent(By.USER, before.plusSeconds(1), "marketing")))
                .isEqualTo(Decision.DENY);
        assertThat(objected(before, Sample.consent(By.USER, AT, "research"))).isEqualTo(Decision.PERMIT);
    }

    private static Decision objected(Instant madeAt, User.Consent consent) {
        User.Objection objection = new User.Objection(true, Set.of(), madeAt, Optional.empty());
        User user = user("CN", GROWN, List.of(consent), List.of(objection));
        return permittedIf(new Atom.Objected(Optional.empty()), question(Key.USE, user), ALONE_FROM_14)
                .decision();
    }

    @Test
    void a_country_is_perhaps_in_its_subdivision_and_a_group_without_rows_is_unknown() {
        User british = user("GB", GROWN);
        assertThat(livesIn(british, "GB").decision()).isEqualTo(Decision.PERMIT);
        assertThat(livesIn(british, "FR").decision()).isEqualTo(Decision.DENY);
        assertThat(livesIn(british, "GB-SCT").missing()).containsExactly("user.country");
        assertThat(livesIn(british, "EU").missing()).containsExactly("table:groups/EU");
        Row member = new Row.Group(
                new Place("EU"),
                new Place("GB"),
                new Days(Optional.empty(), Optional.of(LocalDate.of(2022, 6, 1))),
                Row.Provenance.NONE);
        assertThat(livesIn(british, "EU", member).decision()).isEqualTo(Decision.PERMIT);
    }

    private static ReferenceAnswer livesIn(User user, String place, Row... rows) {
        Atom atom = new Atom.Located(Atom.Located.Party.USER, new TreeSet<>(Set.of(new Place(place))));
        return permittedIf(atom, question(Key.USE, user), rows);
    }

    @Test
    void a_row_is_in_force_until_the_next_one_with_its_key_starts() {
        LocalDate fifteen = LocalDate.of(2007, 1, 1);
        Row.Age old = Sample.age("CN", 18, 14, OptionalInt.empty());
        Row.Age today = new Row.Age(
                old.place(),
                old.majority(),
                OptionalInt.of(16),
                OptionalInt.empty(),
                new Days(Optional.of(LocalDate.of(2022, 6, 1)), Optional.empty()),
                Row.Provenance.NONE);
        Question question = question(Key.USE, user("CN", fifteen));
        assertThat(permittedIf(new Atom.BelowAgeOfConsent(), question, old).decision())
                .isEqualTo(Decision.DENY);
        assertThat(permittedIf(new Atom.BelowAgeOfConsent(), question, old, today)
                        .decision())
                .isEqualTo(Decision.PERMIT);
    }

    @Test
    void the_most_specific_row_of_a_mechanism_decides_on_adequacy_and_no_row_is_unknown() {
        Question toScotland = question(Key.USE, User.UNSTATED, Question.Stated.at(new Place("GB-SCT")));
        Row everywhere = transfer("*", Row.Transfer.ADEQUACY);
        Row britain = transfer("GB", new Key("clauses"));
        Atom adequate = new Atom.DestinationAdequate();
        assertThat(permittedIf(adequate, toScotland, everywhere).decision()).isEqualTo(Decision.PERMIT);
        assertThat(permittedIf(adequate, toScotland, everywhere, britain).decision())
                .isEqualTo(Decision.DENY);
        assertThat(permittedIf(adequate, toScotland).missing()).containsExactly("table:transfers/CN/GB-SCT");
    }

    private static Row transfer(String destination, Key accepts) {
        return new Row.Transfer(
                new Place("CN"),
                new Place(destination),
                "decision",
                new TreeSet<>(Set.of(accepts)),
                Optional.empty(),
                Days.ALWAYS,
                Row.Provenance.NONE);
    }

    @Test
    void a_disclosure_may_ask_whether_the_use_is_permitted() {
        Rule use = rule("1(1)", Effect.PERMIT, Sample.of(Key.USE), Optional.of(DEMAND));
        Rule disclose = rule(
                "1(2)",
                Effect.PERMIT,
                Sample.of(Key.DISCLOSE),
                Optional.of(new Condition.Not(new Atom.UsePermitted())));
        Question question = question(Key.DISCLOSE, User.UNSTATED, Question.Stated.at(new Place("CN")));
        assertThat(decide(policy(List.of(use, disclose)), question).reasons())
                .hasToString("[policy 1(2) PERMIT APPLIES]");
    }
}
