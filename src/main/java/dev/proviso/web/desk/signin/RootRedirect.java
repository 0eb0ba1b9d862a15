package dev.proviso.web.desk.signin;

import dev.proviso.http.TakesQuery;
import dev.proviso.web.desk.Desk;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code /}: whoever types the address of the service alone wants its pages. */
@Path("/")
@PermitAll
public class RootRedirect {

    @GET
    @TakesQuery(others = true)
    public Response enter() {
        return Response.seeOther(URI.create(Desk.PATH)).build();
    }
}
