package dev.proviso.comparison;

import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.document.Vocabularies;
import dev.proviso.policy.Vocabulary;
import dev.proviso.ruletest.Corpus;
import dev.proviso.ruletest.TestedVersion;
import java.util.List;

/** A small policy in two versions, and a law: the documents that the tests of rule tests are about. */
public final class GardenLetter {

    private static final String FIRST = """
            ---
            policy: garden-letter
            version: "2020"
            kind: policy
            title: Privacy policy of the Garden Letter
            controller: {name: Garden Letter Ltd, country: GB}
            held-in: GB
            vocabulary: privacy
            timezone: Europe/London
            effective: 2020-01-01T00:00:00Z
            ---

            ## Article 1 The letter

            ```rules
            (1) Permit use of contact for marketing.messages.
            (2) Forbid use of any data for marketing.messages, unless the user consented.
            ```

            ## Article 2 Readers

            ```rules
            (1) Permit collection of contact.email for service.registration.
            (2) Forbid collection of any data if the user is under 13, unless a guardian consented.
            ```

            ## Article 3 Others

            ```rules
            (1) Permit disclosure of contact for legal.obligation to authority
                if a legal demand was made notwithstanding 3(2).
            (2) Forbid disclosure of any data to any recipient except self unless the user consented separately.
            (3) This policy does not apply to any processing of any data from linked-site.
            ```

            ## Article 4 Keeping

            ```rules
            (1) Permit retention of contact for marketing.messages if the use is permitted.
            (2) Forbid retention of any data if the retention period is over.
            ```
            """;

    private static final String SECOND = FIRST.replace("\"2020\"", "\"2022\"")
            .replace("2020-01-01", "2022-01-01")
            .replace("under 13", "under 16")
            .replace("unless the user consented.\n```", """
                    unless the user consented.
                    (3) Require opt-out-in-message with use of contact for marketing.messages.
                    ```""");

    private static final String LAW_HEAD = """
            ---
            policy: law-garden
            version: "1"
            kind: law
            title: Law of the garden
            scope: the user lives in GB or the controller is in GB
            vocabulary: privacy
            timezone: Europe/London
            effective: 2019-01-01T00:00:00Z
            ---

            """;

    private static final String LAW = LAW_HEAD + """
            ## 1 Objection

            ```rules
            From 2021-01-01: Forbid use of any data for marketing if the user objected.
            ```

            ## 2 Courts

            ```rules
            Mandate disclosure of contact.email for legal.obligation to authority.domestic if the law requires it.
            ```

            ## 3 Age

            ```rules
            No rule: ages are facts.
            ```

            ```table age-of-consent
            | place | majority | consent | jointly-from | citation |
            | ----- | -------- | ------- | ------------ | -------- |
            | GB    | 18       | 13      |              | made up  |
            ```
            """;

    private static final String PROBE = """
            ---
            policy: anything
            version: "1"
            kind: policy
            title: Anything
            controller: {name: Nobody, country: AQ}
            held-in: AQ
            vocabulary: privacy
            timezone: UTC
            effective: 1970-01-01T00:00:00Z
            ---

            ## 1 Anything

            ```rules
            Permit any processing of any data for any purpose to any recipient.
            ```
            """;

    private static final Vocabulary VOCABULARY = Vocabularies.ALL.get(0);
    private static final List<Text> LAWS = List.of(text("law/garden.md", LAW));

    /** Both versions, the law beside them, and a policy for tests of the law to ask. */
    public static final Corpus CORPUS = with(SECOND);

    private GardenLetter() {}

    /** The same, with a sentence of the second version replaced by another. */
    public static Corpus changed(String sentence, String other) {
        String changed = SECOND.replace(sentence, other);
        if (changed.equals(SECOND)) {
            throw new IllegalArgumentException("there is no \"" + sentence + "\"");
        }
        return with(changed);
    }

    /** The same, beside a law that says other things. */
    public static Corpus underLaw(String clauses) {
        return corpus(SECOND, List.of(text("law/garden.md", LAW_HEAD + clauses)));
    }

    private static Corpus with(String second) {
        return corpus(second, LAWS);
    }

    private static Corpus corpus(String second, List<Text> laws) {
        return new Corpus(List.of(
                version("garden-letter/2020.md", FIRST, laws),
                version("garden-letter/2022.md", second, laws),
                version("law/tests/anything.md", PROBE, laws)));
    }

    private static TestedVersion version(String file, String markdown, List<Text> laws) {
        Text text = text(file, markdown);
        return new TestedVersion(text, text.policy().effective().orElseThrow(), VOCABULARY, laws);
    }

    private static Text text(String file, String markdown) {
        Source source = new Source(file, markdown);
        Checked<CheckedPolicy> checked = Documents.policy(source, Vocabularies.ALL);
        return new Text(
                source,
                checked.value()
                        .orElseThrow(() ->
                                new IllegalStateException(checked.diagnostics().toString())));
    }
}
