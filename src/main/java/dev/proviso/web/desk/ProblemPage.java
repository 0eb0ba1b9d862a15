package dev.proviso.web.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
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
        MediaType type = response.getMediaType();
        boolean problem = type != null && type.getSubtype().equals("problem+json");
        if (!problem || !Desk.holds(request.getUriInfo().getPath())) {
            return;
        }
        JsonNode said = json.valueToTree(response.getEntity());
        TemplateInstance page = Templates.problem(
                said.path("title").asText(), said.path("detail").asText());
        response.setEntity(page.render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
