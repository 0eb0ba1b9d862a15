package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list that a caller sends has a limit. */
class ListLimitsTest {

    private static final Instant NOW = Instant.parse("2023-01-01T00:00:00Z");
    private static final Library LIBRARY = Small.library();
    private static final Edition EDITION = LIBRARY.version("shop", "1").orElseThrow();

    private static final String CONSENT =
            "{'by': 'user', 'form': 'explicit', 'scope': ['service'], 'givenAt': '2020-01-01T00:00:00Z'}";
    private static final String OBJECTION = "{'scope': ['service'], 'madeAt': '2020-01-01T00:00:00Z'}";
    private static final String REFUSAL = "{'scope': ['direct']}";
    private static final String ACCEPTANCE = "{'policy': 'shop', 'version': '1', 'at': '2020-01-01T00:00:00Z'}";

    /** Where a list stands in a question, its limit, an element, and the question around it. */
    static Stream<Arguments> listsOfAQuestion() {
        return Stream.of(
                Arguments.of("safeguards", 100, "''", ", 'safeguards': LIST"),
                Arguments.of("collectedFor", 100, "'service'", ", 'collectedFor': LIST"),
                Arguments.of("user.consents", 1_000, CONSENT, ", 'user': {'consents': LIST}"),
                Arguments.of("user.objections", 1_000, OBJECTION, ", 'user': {'objections': LIST}"),
                Arguments.of("user.refusals", 1_000, "'direct'", ", 'user': {'refusals': LIST}"),
                Arguments.of("user.uses", 1_000, "'2020-01-01T00:00:00Z'", ", 'user': {'uses': LIST}"),
                Arguments.of("user.acceptances", 1_000, ACCEPTANCE, ", 'user': {'acceptances': LIST}"),
                Arguments.of(
                        "user.consents[0].scope",
                        100,
                        "'service'",
                        ", 'user': {'consents': [" + CONSENT.replace("['service']", "LIST") + "]}"),
                Arguments.of(
                        "user.objections[0].scope",
                        100,
                        "'service'",
                        ", 'user': {'objections': [" + OBJECTION.replace("['service']", "LIST") + "]}"),
                Arguments.of(
                        "user.refusals[0].scope",
                        100,
                        "'direct'",
                        ", 'user': {'refusals': [" + REFUSAL.replace("['direct']", "LIST") + "]}"));
    }

    private static String listOf(int size, String element) {
        return Collections.nCopies(size, element).stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String question(String more) {
        return ("{'policy': 'shop', 'purpose': 'service', 'data': 'email'" + more + "}").replace('\'', '"');
    }

    private static List<Mistake> mistakes(Runnable reading) {
        BadJson bad = catchThrowableOfType(BadJson.class, reading::run);
        return bad == null ? List.of() : bad.mistakes();
    }

    private static List<Mistake> mistakes(String question) {
        return mistakes(() -> DecisionRequest.read(Small.bytes(question), NOW).questions(EDITION));
    }

    private static String sentence(int most) {
        return "This list has " + (most + 1) + " elements; at most " + most + " may stand in it.";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listsOfAQuestion")
    void a_list_of_a_question_has_a_limit(String at, int most, String element, String more) {
        String full = question(more.replace("LIST", listOf(most, element)));
        String tooLong = question(more.replace("LIST", listOf(most + 1, element)));

        // No word of a vocabulary is a safeguard here; elsewhere a full list is right.
        assertThat(mistakes(full)).noneMatch(mistake -> mistake.detail().contains("elements"));
        assertThat(mistakes(tooLong))
                .filteredOn(mistake -> mistake.at().equals(at))
                .extracting(Mistake::detail)
                .containsExactly(sentence(most));
    }

    @ParameterizedTest
    @MethodSource("scopesOfStatements")
    void a_scope_that_is_to_be_recorded_has_a_limit(String kind, String element, String text) {
        String full = text.replace("LIST", listOf(100, element)).replace('\'', '"');
        String tooLong = text.replace("LIST", listOf(101, element)).replace('\'', '"');

        assertThat(mistakes(() -> read(kind, full))).isEmpty();
        assertThat(mistakes(() -> read(kind, tooLong)))
                .extracting(Mistake::at, Mistake::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("scope", sentence(100)));
    }

    static Stream<Arguments> scopesOfStatements() {
        return Stream.of(
                Arguments.of("consent", "'service'", CONSENT.replace("['service']", "LIST")),
                Arguments.of("objection", "'service'", OBJECTION.replace("['service']", "LIST")),
                Arguments.of("refusal", "'direct'", REFUSAL.replace("['direct']", "LIST")));
    }

    private static void read(String kind, String text) {
        UserStatements statements = new UserStatements(LIBRARY, NOW);
        switch (kind) {
            case "consent" -> statements.consent(Small.bytes(text));
            case "objection" -> statements.objection(Small.bytes(text));
            default -> statements.refusal(Small.bytes(text));
        }
    }
}
