package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where what would permit, or a row that is cited, turns at an instant at which the decision stays, nothing older is answered. */
class AnswersThatTurnTest {

    private static final UUID ID = UUID.fromString("01a22cfd-2c0c-7ad6-8482-e9544d65c339");

    private static Library library(String rule) {
        SortedMap<String, byte[]> files = new TreeMap<>(Small.files());
        files.keySet().removeIf(name -> !name.equals("small.vocabulary.yaml"));
        files.put("shop/1.md", Small.bytes(Small.policy("1", "2020-01-01T00:00:00Z", rule) + """

                ```table age-of-consent
                | place | majority | consent | jointly-from |
                | ----- | -------- | ------- | ------------ |
                | CN    | 18       | 14      |              |
                | DE    | 18       | 16      |              |
                | US    | 21       | 13      |              |
                ```

                ```table retention
                | purpose | period |
                | ------- | ------ |
                | service | P1Y    |
                ```
                """));
        return Library.of(DocumentFolder.read(files, Instant.parse("2023-01-01T00:00:00Z")));
    }

    private static PolicyDecisionPoint asking(Library library) {
        return new PolicyDecisionPoint(library, new DroolsRuleCompiler(), Runnable::run, Duration.ofMinutes(1), "1");
    }

    private static DecisionRequest question(String at, String more) {
        return DecisionRequest.read(
                Small.bytes("{'policy': 'shop', 'data': 'email', 'purpose': 'service', 'at': '%s', %s}"
                        .formatted(at, more)
                        .replace('\'', '"')),
                Instant.EPOCH);
    }

    private static DecisionAnswer worded(PolicyDecisionPoint asking, DecisionRequest request) {
        Decided decided = asking.ask(request.ask(), request::questions).join();
        return decided.template()
                .map(template -> template.answer(ID, request, decided))
                .orElseGet(() -> {
                    DecisionAnswer answer = DecisionAnswer.of(ID, request, decided, false);
                    asking.remember(decided, answer);
                    return answer;
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
    # a birthday in a country that is not stated
    the user is not a minor and the user lives in DE | 'user': {'birthDate': '2002-07-15'} | 2020-07-14T21:50:00Z | 2020-07-14T22:01:00Z
    # an end in a country that is not stated
    the user lives in DE and the retention period is not over | 'collectedAt': '2020-02-29T23:30:07Z', 'user': {} | 2021-02-28T23:25:00Z | 2021-02-28T23:31:00Z
    # a birth date that is not stated
    the user is not under 18 and a guardian consented | 'user': {'country': 'CN', 'consents': [{'by': 'guardian', 'form': 'explicit', 'scope': ['service'], 'givenAt': '2020-07-14T03:00:00Z'}]} | 2020-07-14T17:50:00Z | 2020-07-14T18:01:00Z
    # a row that is cited, beside another reason to permit
    the user asked for it or the retention period is not over | 'circumstances': {'asked': true}, 'collectedAt': '2020-02-01T10:00:00Z', 'user': {'country': 'CN'} | 2021-02-01T09:55:00Z | 2021-02-01T10:01:00Z
    """)
    void what_turns_is_decided_again(String condition, String more, String before, String after) {
        Library library = library("(1) Permit use of any data for service if " + condition + ".");
        PolicyDecisionPoint asking = asking(library);
        DecisionAnswer first = worded(asking, question(before, more));

        DecisionAnswer second = worded(asking, question(after, more));

        DecisionAnswer fresh = worded(asking(library), question(after, more));
        assertThat(second).isEqualTo(fresh);
        assertThat(second.at(first.id(), first.at(), first.facts()))
                .as("something turned in between")
                .isNotEqualTo(first);
    }
}
