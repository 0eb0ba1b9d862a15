package dev.proviso.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A policy or a version that is not there is told to people on a page; programs, which ask for no page, are given a problem. */
public class MissingPage {

    private static final String PAGES = "/policies/";

    private final ObjectMapper json;

    MissingPage(ObjectMapper json) {
        this.json = json;
    }

    @CheckedTemplate(basePath = "PublicPages")
    static class Templates {
        private Templates() {}

        static native TemplateInstance missing(String detail);
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (request.getUriInfo().getPath().startsWith(PAGES)
                && response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                && type != null
                && type.getSubtype().equals("problem+json")
                && wantsPage(request)) {
            String detail =
                    json.valueToTree(response.getEntity()).path("detail").asText();
            response.setEntity(Templates.missing(detail).render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type ->
                        type.getType().equals("text") && type.getSubtype().equals("html"));
    }
}
