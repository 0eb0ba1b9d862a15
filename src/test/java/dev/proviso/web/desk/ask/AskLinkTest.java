package dev.proviso.web.desk.ask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class AskLinkTest {

    private static AskLink link(String question) {
        try {
            return AskLink.of((ObjectNode) new ObjectMapper().readTree(question), "shop", "1");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void what_the_form_has_fields_for_is_filled_in() {
        AskLink link = link("""
                {"purpose": "p", "data": ["d"], "source": "s", "at": "2021-12-01T10:00:00+08:00",
                 "recipient": {"kind": "partner", "country": "US"}, "safeguards": ["a", "b"],
                 "circumstances": {"asked": true, "other": false},
                 "user": {"country": "CN", "objections": [{"scope": ["p"], "madeAt": "2021-01-01T00:00:00Z"}],
                  "consents": [{"by": "guardian", "form": "separate", "scope": ["p"], "givenIn": "AT",
                                "givenAt": "2021-01-01T00:00:00Z"}]}}
                """);

        assertThat(link.unsaid()).isEmpty();
        assertThat(link.address())
                .startsWith("/desk/ask?policy=shop&version=1&purpose=p&")
                .contains("&data=d", "&source=s", "&at=2021-12-01T10%3A00%3A00%2B08%3A00")
                .contains("&recipient=partner&recipientCountry=US", "&safeguard=a&safeguard=b", "&circumstance=asked")
                .contains("&country=CN", "&objection=p", "&consent=guardian-separate&consentIn=AT")
                .doesNotContain("other");
    }

    @Test
    void what_the_form_cannot_say_is_named() {
        AskLink link = link("""
                {"purpose": "p", "data": ["d", "e"], "source": null, "collectedFor": ["p"],
                 "user": {"consents": [{"by": "user", "form": "explicit", "scope": ["q"], "givenAt": "2021-01-01T00:00:00Z"}],
                  "refusals": ["cookie"], "objections": [], "attributes": {"tier": 1}}}
                """);

        assertThat(link.unsaid())
                .containsExactly(
                        "collectedFor", "data", "source", "user.attributes.tier", "user.consents", "user.refusals");
    }

    @Test
    void a_consent_that_was_withdrawn_or_only_deemed_is_none_that_the_form_can_give() {
        String consent =
                "{\"purpose\": \"p\", \"data\": \"d\", \"user\": {\"consents\": [{\"by\": \"user\", \"form\": \"%s\","
                        + " \"scope\": [\"p\"], \"withdrawnAt\": %s}]}}";

        assertThat(link(consent.formatted("explicit", "null")).unsaid()).isEmpty();
        assertThat(link(consent.formatted("explicit", "\"2021-01-01T00:00:00Z\""))
                        .unsaid())
                .containsExactly("user.consents");
        assertThat(link(consent.formatted("deemed", "null")).unsaid()).containsExactly("user.consents");
    }
}
