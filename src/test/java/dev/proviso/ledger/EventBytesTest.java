package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventBytesTest {

    static java.util.List<Event> ofEveryKind() {
        return Events.ofEveryKind();
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void an_event_comes_back_as_it_was(Event event) {
        assertThat(EventBytes.read(EventBytes.write(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"kind\": \"USED\"}",
                "{\"kind\": \"NO_KIND\"}",
                "{\"kind\": \"CONSENT_GIVEN\", \"by\": \"user\"}"
            })
    void what_is_no_event_is_refused_and_never_read_as_nothing(String bytes) {
        assertThatThrownBy(() -> EventBytes.read(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
