package dev.proviso.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.drools.DroolsRuleCompiler;
import dev.proviso.library.Library;
import dev.proviso.publication.DocumentFolder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered is what would be decided again, and nothing else. */
class RememberedAnswersTest {

    private static final UUID ID = UUID.fromString("01a22cfd-2c0c-7ad6-8482-e9544d65c339");
    private static final UUID OTHER = UUID.fromString("01a22cfd-2c0c-7ad6-8482-e9544d65c33a");
    private static final Instant AT = Instant.parse("2020-02-01T00:00:00Z");
    private static final Library LIBRARY = library();
    private static final String ADULT = "\"user\": {\"country\": \"CN\", \"birthDate\": \"1986-03-01\"}";

    private final PolicyDecisionPoint asking = asking();

    private static PolicyDecisionPoint asking() {
        return new PolicyDecisionPoint(LIBRARY, new DroolsRuleCompiler(), Runnable::run, Duration.ofMinutes(1), "1");
    }

    /** A shop whose law asks for consents, with a row that starts later. */
    private static Library library() {
        SortedMap<String, byte[]> files = new TreeMap<>(Small.files());
        files.put("shop/1.md", Small.bytes(Small.policy("1", "2020-01-01T00:00:00Z", """
                (1) Permit use of any data for service unless the user objected.
                (2) Permit use of any data for marketing if the user consented and the user is not a minor.""") + """

                ```table age-of-consent
                | place | majority | consent | jointly-from | from       |
                | ----- | -------- | ------- | ------------ | ---------- |
                | CN    | 18       | 14      |              | 2019-01-01 |
                ```
                """));
        return Library.of(DocumentFolder.read(files, Instant.parse("2023-01-01T00:00:00Z")));
    }

    private static DecisionRequest question(String purpose, String more) {
        return DecisionRequest.read(
                Small.bytes(
                        "{\"policy\": \"shop\", \"data\": \"email\", \"purpose\": \"" + purpose + "\", " + more + "}"),
                AT);
    }

    private static DecisionRequest at(String time, String more) {
        return question("marketing", "\"at\": \"" + time + "\", " + more);
    }

    private static Decided ask(PolicyDecisionPoint asking, DecisionRequest request) {
        return asking.ask(request.ask(), request::questions).join();
    }

    private DecisionAnswer worded(DecisionRequest request) {
        Decided decided = ask(asking, request);
        DecisionAnswer answer = DecisionAnswer.of(ID, request, decided, false);
        asking.remember(decided, answer);
        return answer;
    }

    private Optional<AnswerTemplate> remembered(DecisionRequest request) {
        return ask(asking, request).template();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Test
    void the_same_facts_get_the_same_letters_as_long_as_nothing_changes() {
        DecisionRequest first = at("2020-02-01T00:00:00Z", ADULT);
        DecisionRequest later = at("2020-02-20T10:00:00+08:00", ADULT);
        DecisionAnswer answer = worded(first);
        assertThat(answer.validUntil()).contains("2020-03-01T02:00:00+08:00");
        assertThat(answer.remedies()).isNotEmpty();

        Decided again = ask(asking, later);
        DecisionAnswer template = again.template().orElseThrow().answer(OTHER, later, again);

        DecisionAnswer fresh = DecisionAnswer.of(OTHER, later, ask(asking(), later), false);
        assertThat(template).isEqualTo(fresh);
        assertThat(text(again.template().orElseThrow().text(template))).isEqualTo(text(AnswerText.compact(fresh)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-31T23:59:59Z", // before it was decided
                "2020-02-29T18:00:00Z", // the birthday
                "2020-06-01T00:00:00Z", // a law starts
            })
    void at_an_instant_at_which_something_may_differ_it_is_decided_again(String time) {
        worded(at("2020-02-01T00:00:00Z", ADULT));

        assertThat(remembered(at(time, ADULT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user\": {\"country\": \"CN\", \"birthDate\": \"1986-03-02\"}",
                "\"user\": {\"country\": \"CN\", \"birthDate\": \"1986-03-01\", \"timeZone\": \"Asia/Urumqi\"}",
                "\"user\": {\"country\": \"CN\", \"birthDate\": \"1986-03-01\", \"consents\": null}",
                "\"source\": \"direct\", " + ADULT,
                "\"trial\": true, " + ADULT,
                "\"version\": \"1\", " + ADULT,
                "\"version\": \"in-force\", " + ADULT,
                "\"circumstances\": {\"asked\": true}, " + ADULT,
                "\"operation\": \"use\", \"user\": {\"country\": \"CN\", \"birthDate\": \"1986-03-01\","
                        + " \"objections\": [{\"scope\": [\"*\"], \"madeAt\": \"2020-01-05T00:00:00Z\"}]}",
            })
    void other_facts_are_others(String more) {
        worded(at("2020-02-01T00:00:00Z", ADULT));

        assertThat(remembered(at("2020-02-01T00:00:00Z", more))).isEmpty();
    }

    @Test
    void a_list_of_data_is_answered_in_parts_though_one_key_is_the_same_question() {
        DecisionRequest one = question("service", ADULT);
        DecisionRequest list = DecisionRequest.read(
                Small.bytes("{\"policy\": \"shop\", \"data\": [\"email\"], \"purpose\": \"service\", " + ADULT + "}"),
                AT);
        worded(one);

        assertThat(remembered(one)).get().extracting(AnswerTemplate::hasParts).isEqualTo(false);
        worded(list);
        assertThat(remembered(list)).get().extracting(AnswerTemplate::hasParts).isEqualTo(true);
    }

    @Test
    void what_is_published_later_leaves_nothing_remembered() {
        worded(question("service", ADULT));
        assertThat(remembered(question("service", ADULT))).isPresent();

        asking.replace(
                        LIBRARY.with(Stream.concat(
                                        LIBRARY.documents().stream(),
                                        Stream.of(Small.published(
                                                "3", "2020-02-10T00:00:00Z", "Forbid use of any data for service.")))
                                .toList()),
                        AT)
                .join();

        assertThat(remembered(question("service", ADULT))).isEmpty();
        assertThat(worded(question("service", ADULT)).validUntil()).contains("2020-02-10T08:00:00+08:00");
    }

    @Test
    void random_questions_are_answered_as_if_nothing_were_remembered() {
        PolicyDecisionPoint forgetful = asking();
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            DecisionRequest request = random(random);
            Decided decided = ask(asking, request);
            DecisionAnswer fresh = DecisionAnswer.of(ID, request, ask(forgetful, request), false);
            if (decided.template().isPresent()) {
                found++;
                AnswerTemplate template = decided.template().get();
                DecisionAnswer answer = template.answer(ID, request, decided);
                assertThat(answer).as("%s", request.json()).isEqualTo(fresh);
                assertThat(text(template.text(answer))).isEqualTo(text(AnswerText.compact(fresh)));
            } else {
                asking.remember(decided, DecisionAnswer.of(ID, request, decided, false));
            }
        }
        assertThat(found).isBetween(500, 2_800);
    }

    private static DecisionRequest random(SplittableRandom random) {
        List<String> purposes = List.of("service", "marketing");
        List<String> countries = List.of("\"CN\"", "\"DE\"", "null");
        List<String> births = List.of("1986-03-01", "2005-06-02", "2004-02-29", "2006-01-01");
        Instant at = AT.plusSeconds(random.nextInt(900) * 86_400L + random.nextInt(3) * 40_000L);
        Instant given = AT.plusSeconds(random.nextInt(3) * 20_000_000L);
        String consents =
                switch (random.nextInt(3)) {
                    case 0 -> "[]";
                    case 1 -> "null";
                    default ->
                        "[{\"by\": \"user\", \"form\": \"explicit\", \"scope\": [\"marketing\"], \"givenAt\": \""
                                + given + "\"}]";
                };
        return question(
                purposes.get(random.nextInt(2)),
                "\"at\": \"" + at + "\", \"user\": {\"country\": " + countries.get(random.nextInt(3))
                        + ", \"birthDate\": \"" + births.get(random.nextInt(4)) + "\", \"consents\": " + consents
                        + "}");
    }

    @Test
    void a_question_that_says_very_much_is_not_remembered() {
        String version = "v".repeat(9_000);
        String acceptances = IntStream.range(0, 20)
                .mapToObj(
                        i -> "{\"policy\": \"p\", \"version\": \"" + version + "\", \"at\": \"2020-01-05T00:00:00Z\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        DecisionRequest large =
                question("service", "\"user\": {\"country\": \"CN\", \"acceptances\": " + acceptances + "}");
        worded(large);

        assertThat(remembered(large)).isEmpty();
    }

    @Test
    void what_was_decided_before_a_publication_is_not_remembered_after_it() {
        DecisionRequest request = question("service", ADULT);
        Decided before = ask(asking, request);
        asking.replace(LIBRARY.with(LIBRARY.documents()), AT).join();

        asking.remember(before, DecisionAnswer.of(ID, request, before, false));

        assertThat(remembered(request)).isEmpty();
    }

    @Test
    void a_flood_of_questions_fills_no_more_than_the_room_there_is() {
        RememberedAnswers small = new RememberedAnswers(200_000);
        for (int i = 0; i < 2_000; i++) {
            DecisionRequest request =
                    question("service", "\"user\": {\"country\": \"CN\", \"uses\": [\"" + AT.minusSeconds(i) + "\"]}");
            Decided decided = ask(asking, request);
            small.remember(decided, AnswerTemplate.of(DecisionAnswer.of(ID, request, decided, false), decided));
        }
        assertThat(small.size()).isBetween(1L, 100L);
    }
}
