package dev.proviso.engine;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.policy.Key;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A policy of one clause with a small vocabulary, compiled. */
final class SmallRulebook {

    private static final DroolsRuleCompiler COMPILER = new DroolsRuleCompiler();

    private static final Vocabulary VOCABULARY = Documents.vocabulary(new Source("small.vocabulary.yaml", """
                    vocabulary: small
                    purposes: {news: {}, service: {}}
                    operations: {use: {noun: use}, transfer: {noun: transfer}, disclose: {noun: disclosure}}
                    data: {email: {}, name: {}}
                    sources: [direct, cookie]
                    recipients: {self: {}, partner: {}}
                    safeguards: [clauses, rules]
                    obligations: [notice-to-user]
                    """))
            .value()
            .orElseThrow();

    private SmallRulebook() {}

    /** @param rules sentences, one a line */
    static Rulebook of(String rules) {
        return of("held-in: CN", rules, "");
    }

    /**
     * @param front a line of the front matter
     * @param tables more tables
     */
    static Rulebook of(String front, String rules, String tables) {
        Checked<CheckedPolicy> checked =
                Documents.policy(new Source("small.md", """
                ---
                policy: small
                version: "1"
                kind: policy
                title: Small
                controller: {name: Small Ltd., country: CN}
                %s
                vocabulary: small
                timezone: Asia/Shanghai
                effective: 2000-01-01T00:00:00Z
                ---

                # Small

                ## 1 Everything

                ```rules
                %s
                ```

                ```table age-of-consent
                | place | majority | consent | jointly-from |
                | --- | --- | --- | --- |
                | CN | 18 | 14 | |
                | DE | 18 | 16 | 12 |
                ```

                ```table transfers
                | origin | destination | mechanism | accepts | when |
                | --- | --- | --- | --- | --- |
                | CN | DE | contract | clauses | |
                ```

                %s
                """.formatted(front, rules, tables)), List.of(VOCABULARY));
        Policy policy = checked.value()
                .orElseThrow(() -> new AssertionError(checked.diagnostics().toString()))
                .policy();
        return new Rulebook(
                policy,
                policy.effective().orElseThrow(),
                VOCABULARY,
                List.of(),
                COMPILER.policy(policy, VOCABULARY),
                COMPILER.law(List.of(), VOCABULARY));
    }

    /** May the e-mail address be used for the newsletter? */
    static Question question(Instant at, User user) {
        return new Question(
                at,
                new Key("news"),
                Key.USE,
                new Key("email"),
                Optional.of(new Key("cookie")),
                Optional.of(Key.SELF),
                Optional.empty(),
                Question.Stated.LEFT_OUT,
                Question.Stated.LEFT_OUT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                user);
    }
}
