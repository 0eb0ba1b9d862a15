package dev.proviso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        byte[] bytes = EventBytes.write(event, "shop");

        assertThat(EventBytes.read(bytes)).isEqualTo(new EventBytes.Said(event, Optional.of("shop")));
    }

    @Test
    void what_was_written_before_accounts_were_noted_is_read_and_names_none() {
        byte[] bytes = "{\"at\": \"2016-01-15T00:00:00Z\", \"kind\": \"USED\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventBytes.read(bytes).event()).isInstanceOf(Event.Used.class);
        assertThat(EventBytes.read(bytes).by()).isEmpty();
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
