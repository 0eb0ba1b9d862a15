package dev.proviso.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.PlaceCodesTest;
import dev.proviso.policy.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of the list may stand wherever a question has a place, and nothing else may. */
class PlacesInQuestionsTest {

    private static final Vocabulary VOCABULARY = Documents.vocabulary(new Source("places.vocabulary.yaml", """
            vocabulary: places
            purposes:
              service: {}
            operations:
              use: {noun: use}
            data:
              email: {}
            sources:
              direct: {}
            recipients:
              self: {}
            attributes:
              user: {citizenship: place}
              data: {stored-in: place}
              request: {sent-from: place}
            """))
            .value()
            .orElseThrow();

    private static List<Mistake> mistakes(String field, String place) {
        String question = "{\"purpose\": \"service\", \"data\": \"email\", "
                + field.replace("PLACE", "\"" + place + "\"").replace('\'', '"') + "}";
        BadJson bad = catchThrowableOfType(
                BadJson.class,
                () -> QuestionReader.read(
                        JsonText.object(question.getBytes(StandardCharsets.UTF_8)),
                        Instant.EPOCH,
                        VOCABULARY,
                        UserReader.Whereabouts.UNKNOWN));
        return bad == null ? List.of() : bad.mistakes();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user': {'country': PLACE}",
                "'origin': PLACE",
                "'destination': PLACE",
                "'recipient': {'country': PLACE}",
                "'user': {'attributes': {'citizenship': PLACE}}",
                "'dataAttributes': {'stored-in': PLACE}",
                "'attributes': {'sent-from': PLACE}"
            })
    void places_of_the_list_are_read_and_no_others(String field) {
        List<String> right = new ArrayList<>(PlaceCodes.countries());
        List<String> subdivisions = new ArrayList<>(PlaceCodes.subdivisions());
        Collections.sort(subdivisions);
        right.addAll(subdivisions);

        assertThat(right).allSatisfy(place -> assertThat(mistakes(field, place)).isEmpty());
        assertThat(PlaceCodesTest.wrongCodes(field.hashCode(), 500))
                .allSatisfy(place -> assertThat(mistakes(field, place)).hasSize(1));
        assertThat(Stream.of("EU", "EEA", "UN", "*", "", "de", "UK", "XX"))
                .allSatisfy(place -> assertThat(mistakes(field, place)).hasSize(1));
        assertThat(mistakes(field, "UK").get(0).nearest()).contains("GB");
    }
}
