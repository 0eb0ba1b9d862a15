package dev.proviso.web.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /desk/sign-in} and {@code /desk/sign-out}. The form's answer is read before any page is asked for. */
@Path(Desk.PATH)
@PermitAll
public class SignInPage {

    private final SecurityIdentity identity;

    SignInPage(SecurityIdentity identity) {
        this.identity = identity;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(boolean failed);
    }

    /** The form; with a sentence if the last try failed. */
    @GET
    @Path("/sign-in")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form(@RestQuery boolean failed) {
        return Templates.signIn(failed);
    }

    /** Forgets who is there. */
    @POST
    @Path("/sign-out")
    public Response signOut() {
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create(Desk.PATH + "/sign-in")).build();
    }
}
