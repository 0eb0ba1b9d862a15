package dev.proviso.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static ObjectNode read(String text) {
        return JsonText.object(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> numbersThatNobodyMeans() {
        return List.of(
                "1e2147483647",
                "1e2147483648",
                "10e2147483647",
                "-10e2147483647",
                "-1e2147483648",
                "1E+2147483649",
                "1e-2147483648",
                "1e-2147483649",
                "1.5e99999999999999999999",
                "1e" + "9".repeat(100_000),
                "9".repeat(1_000),
                "9".repeat(100_000),
                "-" + "9".repeat(100_000),
                "0." + "9".repeat(100_000),
                "9".repeat(100_000) + "e5",
                "1e400");
    }

    @ParameterizedTest
    @MethodSource("numbersThatNobodyMeans")
    void a_monstrous_number_is_a_mistake_where_it_stands_and_hinders_nothing_else(String number) {
        List<Mistake> mistakes = new ArrayList<>();

        Fields fields = Fields.open(read("{\"a\": " + number + ", \"b\": 17, \"c\": [" + number + "]}"), mistakes);

        assertThat(fields.number("a")).isEmpty();
        assertThat(fields.count("a", 130)).isEmpty();
        assertThat(fields.number("b")).contains(new BigDecimal(17));
        assertThat(mistakes)
                .containsOnly(new Mistake("a", "This is not a number of a sensible size.", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "17.50", "1e3", "123456789012345678901234567890"})
    void a_number_of_a_sensible_size_keeps_its_value(String number) {
        Fields fields = Fields.open(read("{\"a\": " + number + "}"), new ArrayList<>());

        assertThat(fields.number("a").orElseThrow()).isEqualByComparingTo(number);
    }

    @Test
    void what_is_nested_too_deep_is_told_so() {
        assertThat(read("{\"a\": " + "[".repeat(63) + "]".repeat(63) + "}")).isNotNull();
        assertThatThrownBy(() -> read("{\"a\": " + "[".repeat(64) + "]".repeat(64) + "}"))
                .isInstanceOf(BadJson.class)
                .hasMessageStartingWith("The text is nested more than 64 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{} {}", "{\"a\": 1, \"a\": 2}", "{\"a\": NaN}", "{\"a\": 1e}", "{\"a\": 01}", "[]", "{"})
    void what_is_only_nearly_json_is_none(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadJson.class);
    }

    @Test
    void a_text_that_is_too_long_is_a_mistake() {
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.open(read("{\"a\": \"" + "x".repeat(10_001) + "\"}"), mistakes);

        assertThat(fields.text("a")).isEmpty();
        assertThat(mistakes)
                .containsExactly(new Mistake("a", "This is not a text of at most 10000 characters.", Optional.empty()));
    }
}
