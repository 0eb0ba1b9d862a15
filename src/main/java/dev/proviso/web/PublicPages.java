package dev.proviso.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.http.ConditionalGet;
import dev.proviso.http.TakesQuery;
import dev.proviso.publication.Content;
import dev.proviso.publication.Published;
import dev.proviso.web.PublicArchive.Dates;
import dev.proviso.web.PublicArchive.Shelf;
import dev.proviso.web.PublicArchive.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /policies}: what anyone may read without signing in. Pages for people pass over parameters that they do not know, for
 * they know none, and whoever sends a link by mail adds some; programs are told.
 */
@Path("/policies/{policy}")
@PermitAll
public class PublicPages {

    private static final String ATOM = "application/atom+xml;charset=UTF-8";
    private static final int SECONDS_TO_KEEP = 60;

    private final PublicArchive archive;
    private final Optional<URI> url;

    /** @param url under which readers know the service */
    PublicPages(PublicArchive archive, @ConfigProperty(name = "proviso.public.url") Optional<URI> url) {
        this.archive = archive;
        this.url = url;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance version(Text text);
    }

    /** A version as programs read it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Read(
            String policy,
            String title,
            String version,
            boolean inForce,
            String announcedAt,
            String start,
            String sha256,
            String html,
            Optional<Dates> versionInForce,
            List<Dates> next,
            List<Dates> versions) {

        static Read of(Text text) {
            return new Read(
                    text.policy(),
                    text.title(),
                    text.version().version(),
                    text.isInForce(),
                    text.version().announcedAt(),
                    text.version().start(),
                    text.sha256(),
                    text.html(),
                    text.inForce(),
                    text.next(),
                    text.versions());
        }
    }

    /** The version in force. */
    @GET
    @Produces("text/html;charset=UTF-8;qs=1.0")
    @TakesQuery(others = true)
    public TemplateInstance current(@PathParam("policy") String policy) {
        return Templates.version(archive.current(policy));
    }

    @GET
    @Produces("application/json;qs=0.9")
    public Read currentAsJson(@PathParam("policy") String policy) {
        return Read.of(archive.current(policy));
    }

    /** One version. */
    @GET
    @Path("/{version}")
    @Produces("text/html;charset=UTF-8;qs=1.0")
    @TakesQuery(others = true)
    public TemplateInstance version(@PathParam("policy") String policy, @PathParam("version") String version) {
        return Templates.version(archive.version(policy, version));
    }

    @GET
    @Path("/{version}")
    @Produces("application/json;qs=0.9")
    public Read versionAsJson(@PathParam("policy") String policy, @PathParam("version") String version) {
        return Read.of(archive.version(policy, version));
    }

    /** The revisions as a feed. */
    @GET
    @Path("/changes.atom")
    @Produces(ATOM)
    public Response changes(@PathParam("policy") String policy, @Context UriInfo address, @Context Request request) {
        Shelf shelf = archive.shelf(policy);
        Published shown = shelf.inForce().orElse(shelf.announced().get(0));
        String title = archive.title(shown);
        String page = url.map(UriBuilder::fromUri)
                .orElseGet(address::getBaseUriBuilder)
                .path("policies")
                .path(policy)
                .build()
                .toString();
        String feed = RevisionFeed.write(policy, title, page, shelf.records(), archive.zone(shown));
        EntityTag tag = new EntityTag(new Content(feed).sha256());
        CacheControl keep = new CacheControl();
        if (url.isPresent()) {
            keep.setMaxAge(SECONDS_TO_KEEP);
        } else {
            // Its links are made of what this one request called the service, and are for nobody else.
            keep.setPrivate(true);
            keep.setNoCache(true);
        }
        return ConditionalGet.of(request, tag, () -> Response.ok(feed, MediaType.valueOf(ATOM)))
                .cacheControl(keep)
                .build();
    }
}
