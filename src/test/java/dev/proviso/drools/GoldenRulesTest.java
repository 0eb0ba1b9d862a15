package dev.proviso.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Documents;
import dev.proviso.document.Golden;
import dev.proviso.document.Source;
import dev.proviso.document.Vocabularies;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of the parser's golden folder, compiled: what stands in the expected files is what Drools gets. */
class GoldenRulesTest {

    private static final Golden RULES = Golden.folders("parsing", "drl");

    static List<Path> documents() throws IOException {
        return RULES.inputs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_becomes_the_rules_that_are_written_for_it(Path input) throws IOException {
        Source source = new Source(input.getFileName().toString(), Files.readString(input));
        CheckedPolicy checked =
                Documents.policy(source, Vocabularies.ALL).value().orElseThrow();
        Policy policy = checked.policy();
        Vocabulary vocabulary = Vocabularies.ALL.stream()
                .filter(each -> each.name().equals(policy.vocabulary()))
                .findFirst()
                .orElseThrow();

        String rules = new DrlWriter(policy, vocabulary).write(checked::sentence);

        RuleBase.compile(List.of(rules))
                .require(policy.rules().stream()
                        .map(rule -> DrlWriter.packageName(policy) + "/" + rule.id())
                        .collect(Collectors.toSet()));
        RULES.check(input, rules);
    }

    @Test
    void no_expected_file_is_without_its_document() throws IOException {
        assertThat(RULES.orphans()).isEmpty();
    }
}
