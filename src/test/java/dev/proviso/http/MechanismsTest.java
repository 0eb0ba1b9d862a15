package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.Endpoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second wall, where the first one, which goes by paths, has let somebody through. {@code PathsTest} tries both. */
class MechanismsTest {

    private final Mechanisms wall = new Mechanisms();

    private List<String> opened(Stream<Endpoint> endpoints, boolean withSession) {
        return endpoints
                .filter(endpoint -> wall.opens(endpoint.code().getDeclaringClass(), withSession))
                .map(Endpoint::toString)
                .toList();
    }

    private static Stream<Endpoint> pages() {
        return Endpoint.ofPages().stream().filter(endpoint -> !endpoint.isOpen());
    }

    private static Stream<Endpoint> calls() {
        return Endpoint.all().stream().filter(endpoint -> !endpoint.isPage() && !endpoint.isOpen());
    }

    @Test
    void the_session_of_a_page_opens_pages_and_nothing_that_programs_call() {
        assertThat(opened(pages(), true)).hasSize((int) pages().count()).contains("GET /desk/audit");
        assertThat(opened(calls(), true)).isEmpty();
    }

    @Test
    void a_token_or_password_opens_what_programs_call_and_no_page() {
        assertThat(opened(calls(), false)).hasSize((int) calls().count()).contains("POST /v1/decisions");
        assertThat(opened(pages(), false)).isEmpty();
    }

    @Test
    void what_is_open_to_all_is_open_by_both() {
        List<Endpoint> open = Endpoint.all().stream().filter(Endpoint::isOpen).toList();

        assertThat(opened(open.stream(), true)).isNotEmpty().hasSameSizeAs(open);
        assertThat(opened(open.stream(), false)).hasSameSizeAs(open);
    }
}
