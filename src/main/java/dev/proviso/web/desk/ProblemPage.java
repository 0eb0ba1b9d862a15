package dev.proviso.web.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A problem (RFC 9457) of a page is shown as a page: the same sentence, for people. */
public class ProblemPage {

    private final ObjectMapper json;

    ProblemPage(ObjectMapper json) {
        this.json = json;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(String title, String detail);
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (!Desk.holds(request.getUriInfo().getPath())) {
            return;
        }
        MediaType type = response.getMediaType();
        if (type != null && type.getSubtype().equals("problem+json")) {
            JsonNode said = json.valueToTree(response.getEntity());
            show(response, said.path("title").asText(), said.path("detail").asText());
        } else if (response.getStatus() == Response.Status.BAD_REQUEST.getStatusCode() && !response.hasEntity()) {
            // A form whose token is missing, or is not the one that the browser has.
            Messages say = MessageBundles.get(Messages.class);
            show(response, say.staleForm(), say.staleFormWhy());
        }
    }

    private static void show(ContainerResponseContext response, String title, String detail) {
        String page = Templates.problem(title, detail).render();
        response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
