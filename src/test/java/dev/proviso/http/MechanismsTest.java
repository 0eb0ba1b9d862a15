package dev.proviso.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.proviso.api.CompareResource;
import dev.proviso.web.PublicPages;
import dev.proviso.web.desk.audit.AuditPage;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The second wall, where the first one, which goes by paths, has let somebody through. */
class MechanismsTest {

    private final Mechanisms wall = new Mechanisms();

    private record Called(Class<?> type) implements ResourceInfo {
        @Override
        public Class<?> getResourceClass() {
            return type;
        }

        @Override
        public Method getResourceMethod() {
            throw new UnsupportedOperationException();
        }
    }

    /** A request of somebody who was found to be there; only that is asked of it. */
    private static RoutingContext request(@Nullable User user) {
        return (RoutingContext) Proxy.newProxyInstance(
                MechanismsTest.class.getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (self, method, values) -> method.getName().equals("user") ? user : null);
    }

    private static RoutingContext withToken() {
        return request(new QuarkusHttpUser(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("drafter"))
                .build()));
    }

    private static RoutingContext withSession() {
        return request(new QuarkusHttpUser(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("drafter"))
                .addCredential(new IdTokenCredential("session"))
                .build()));
    }

    private void refused(Class<?> resource, RoutingContext request) {
        assertThatThrownBy(() -> wall.check(new Called(resource), request)).isInstanceOf(UnauthorizedException.class);
    }

    private void let(Class<?> resource, RoutingContext request) {
        assertThatCode(() -> wall.check(new Called(resource), request)).doesNotThrowAnyException();
    }

    @Test
    void the_session_of_a_page_opens_pages_and_nothing_that_programs_call() {
        let(AuditPage.class, withSession());
        refused(CompareResource.class, withSession());
    }

    @Test
    void a_token_or_password_opens_what_programs_call_and_no_page() {
        let(CompareResource.class, withToken());
        refused(AuditPage.class, withToken());
    }

    @Test
    void what_is_open_to_all_is_open_by_both_and_nobody_is_not_asked_how_they_came() {
        let(PublicPages.class, withSession());
        let(PublicPages.class, withToken());
        let(AuditPage.class, request(null));
        let(CompareResource.class, request(null));
    }
}
