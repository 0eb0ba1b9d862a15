package dev.proviso.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Shipped;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.engine.Answer;
import dev.proviso.engine.Birth;
import dev.proviso.engine.Budget;
import dev.proviso.engine.Citation;
import dev.proviso.engine.Decider;
import dev.proviso.engine.Decision;
import dev.proviso.engine.Question;
import dev.proviso.engine.Question.Stated;
import dev.proviso.engine.Rulebook;
import dev.proviso.engine.User;
import dev.proviso.policy.Key;
import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which rows of tables a reason names. */
class CitationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final Instant AT = Instant.parse("2025-03-01T12:00:00Z");
    private static final Optional<Set<Key>> NONE = Optional.of(Set.of());
    private static final Key CONTRACT = new Key("standard-contract");

    private static final String POLICY = """
            ---
            policy: shop
            version: "1"
            kind: policy
            title: Shop
            controller: {name: Shop Ltd., country: CN}
            held-in: CN
            vocabulary: privacy
            timezone: UTC
            effective: 2020-01-01T00:00:00Z
            ---

            # Shop

            ## 1 Use

            ```rules
            (1) Permit transfer and use of contact.email for service.requested to any recipient.
            (2) Forbid use of any data if the user is a minor.
            ```
            """;

    private static final String LAW = """
            ---
            policy: law-cn
            version: "7"
            kind: law
            title: Law
            scope: the origin is in CN
            vocabulary: privacy
            timezone: UTC
            effective: 2020-01-01T00:00:00Z
            ---

            # Law

            ## 1 Export

            ```rules
            Forbid transfer of any data if the data leaves the country,
                unless the destination is adequate or a safeguard is in place.
            ```

            ```table transfers
            | origin | destination | mechanism | accepts           | when                                            | from       | until | citation | confidence | source | verified |
            | ------ | ----------- | --------- | ----------------- | ----------------------------------------------- | ---------- | ----- | -------- | ---------- | ------ | -------- |
            | CN     | *           | volume    | none-required     | the request's records-this-year is below 100000 | 2024-03-22 |       | Art. 5   | high       | a      | no       |
            | CN     | *           | contract  | standard-contract |                                                 | 2023-06-01 |       | Art. 8   | high       | b      | no       |
            ```

            ## 2 Ages

            ```rules
            No rule: the rows are facts.
            ```

            ```table age-of-consent
            | place | majority | consent | jointly-from | from | until | citation     | confidence | source | verified |
            | ----- | -------- | ------- | ------------ | ---- | ----- | ------------ | ---------- | ------ | -------- |
            | CN    | 18       | 14      |              |      |       | Civil Code   | high       | c      | no       |
            ```
            """;

    private static final Rulebook RULEBOOK = rulebook();

    private static Rulebook rulebook() {
        var vocabulary = Shipped.vocabulary();
        Policy policy = check("shop.md", POLICY);
        List<Policy> laws = List.of(check("law.md", LAW));
        DroolsRuleCompiler compiler = new DroolsRuleCompiler();
        return new Rulebook(
                policy,
                policy.effective().orElseThrow(),
                vocabulary,
                laws,
                compiler.policy(policy, vocabulary),
                compiler.law(laws, vocabulary));
    }

    private static Policy check(String name, String text) {
        var checked = Documents.policy(new Source(name, text), List.of(Shipped.vocabulary()));
        return checked.value()
                .orElseThrow(() -> new AssertionError(Shipped.diagnostics(checked)))
                .policy();
    }

    private static Question sending(Optional<Set<Key>> safeguards, int age, Optional<Long> records) {
        SortedMap<Key, Optional<Literal>> circumstances = new TreeMap<>();
        records.ifPresent(number -> circumstances.put(
                new Key("records-this-year"), Optional.of(new Literal.Number(java.math.BigDecimal.valueOf(number)))));
        return new Question(
                AT,
                new Key("service.requested"),
                new Key("use"),
                new Key("contact.email"),
                Optional.of(new Key("direct")),
                Optional.of(Key.SELF),
                Optional.empty(),
                Stated.LEFT_OUT,
                Stated.at(new Place("US")),
                safeguards,
                Optional.empty(),
                Optional.empty(),
                circumstances,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                user(age));
    }

    private static User user(int age) {
        return new User(
                Optional.of(new Place("CN")),
                Optional.empty(),
                Optional.of(Birth.on(DAY.minusYears(age), DAY)),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Optional.of(List.of()),
                Collections.emptySortedMap());
    }

    private static List<Citation> cited(Question question, Decision decision) {
        Answer answer = Decider.decide(question, RULEBOOK);
        assertThat(answer.decision()).as(answer.toString()).isEqualTo(decision);
        assertThat(answer.reasons()).hasSize(1);
        return Citation.of(answer.reasons().get(0), List.of(question), RULEBOOK, Budget.unlimited());
    }

    private static String written(Citation citation) {
        String name = citation.row() instanceof Row.Transfer transfer
                ? transfer.mechanism()
                : citation.row().key().get(0);
        return citation.document() + "@" + citation.version() + " " + name + " "
                + citation.row().provenance().citation() + " " + citation.value();
    }

    @Test
    void a_permit_names_the_row_that_let_the_data_leave() {
        assertThat(cited(sending(NONE, 30, Optional.of(99_999L)), Decision.PERMIT))
                .extracting(CitationTest::written)
                .containsExactly("law-cn@7 volume Art. 5 TRUE");
        assertThat(cited(sending(Optional.of(Set.of(CONTRACT)), 30, Optional.of(100_000L)), Decision.PERMIT))
                .extracting(CitationTest::written)
                .containsExactly("law-cn@7 contract Art. 8 TRUE");
    }

    @Test
    void a_denial_names_the_ways_that_were_not_open() {
        assertThat(cited(sending(NONE, 30, Optional.of(100_000L)), Decision.DENY))
                .extracting(CitationTest::written)
                .containsExactly("law-cn@7 volume Art. 5 FALSE", "law-cn@7 contract Art. 8 FALSE");
    }

    @Test
    void an_open_question_names_the_way_that_may_be_open() {
        assertThat(cited(sending(NONE, 30, Optional.empty()), Decision.INDETERMINATE))
                .extracting(CitationTest::written)
                .containsExactly("law-cn@7 volume Art. 5 UNKNOWN", "law-cn@7 contract Art. 8 FALSE");
    }

    @Test
    void a_rule_about_minors_names_the_row_of_ages() {
        assertThat(cited(sending(NONE, 17, Optional.of(1L)), Decision.DENY))
                .extracting(CitationTest::written)
                .containsExactly("law-cn@7 age-of-consent Civil Code TRUE");
        assertThat(((Row.Age) cited(sending(NONE, 17, Optional.of(1L)), Decision.DENY)
                                .get(0)
                                .row())
                        .place())
                .isEqualTo(new Place("CN"));
    }
}
