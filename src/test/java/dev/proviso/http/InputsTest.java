package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.question.Mistake;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the parameters and fields of a request is wrong. */
class InputsTest {

    @SuppressWarnings("unused") // their signatures are read
    private interface Calls {
        void compare(@RestQuery String from, @RestQuery Optional<String> to);

        @TakesQuery(others = true, othersWith = "state")
        void signIn(@RestQuery Optional<String> to);

        void save(@RestForm String reason);
    }

    private static Method call(String name) {
        return List.of(Calls.class.getDeclaredMethods()).stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_required_parameter_that_is_empty_is_left_out(boolean ofPage) {
        Inputs query = Inputs.ofQuery(call("compare"), ofPage);

        assertThat(query.mistakes(Map.of("from", List.of(""))))
                .extracting(Mistake::at)
                .contains("from");
        assertThat(query.mistakes(Map.of())).extracting(Mistake::at).containsExactly("from");
        assertThat(query.mistakes(Map.of("from", List.of("1")))).isEmpty();
    }

    @Test
    void an_empty_field_of_a_form_is_for_its_page_to_tell() {
        Inputs form = Inputs.ofForm(call("save"), "token");

        assertThat(form.mistakes(Map.of("reason", List.of("")))).isEmpty();
        assertThat(form.mistakes(Map.of())).extracting(Mistake::at).containsExactly("reason");
    }

    @Test
    void what_a_provider_adds_is_passed_over_with_the_state_that_it_gives_back_and_a_misspelt_word_is_not() {
        Inputs query = Inputs.ofQuery(call("signIn"), true);

        assertThat(query.mistakes(Map.of("too", List.of("/desk"))))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.nearest()).contains("to"));
        assertThat(query.mistakes(Map.of("state", List.of("x"), "code", List.of("y"), "iss", List.of("z"))))
                .isEmpty();
    }

    @Test
    void a_part_of_a_form_without_a_name_is_no_field() {
        FormData form = new FormData(3);
        form.add(null, "x");

        assertThat(Inputs.ofForm(call("save"), "token").mistakes(Parameters.fields(form)))
                .extracting(Mistake::at)
                .containsExactlyInAnyOrder("", "reason");
    }
}
