package dev.proviso.web.desk;

import dev.proviso.decision.Futures;
import dev.proviso.publication.DocumentName;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Where the pages are, and how they wait. */
public final class Desk {

    public static final String PATH = "/desk";
    public static final String SIGN_IN = PATH + "/sign-in";
    public static final String SIGNED_OUT = PATH + "/signed-out";

    private static final Set<String> DOORS = Set.of(SIGN_IN, SIGNED_OUT, PATH + "/sign-out");

    private Desk() {}

    /** Whether an address is one of a page for those who have signed in, or of signing in. */
    public static boolean holds(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** Whether an address is one of signing in or out, which is for anyone. */
    public static boolean isDoor(String path) {
        return DOORS.contains(path);
    }

    /** The page that someone wanted before they signed in; the library if the address is none of a page of the desk. */
    public static URI wanted(String address) {
        try {
            URI page = new URI(address);
            boolean ours = !page.isAbsolute()
                    && page.getRawAuthority() == null
                    && holds(page.getPath())
                    && !isDoor(page.getPath());
            return ours ? page : URI.create(PATH);
        } catch (URISyntaxException e) {
            return URI.create(PATH);
        }
    }

    /** Where a version that was published is read. */
    public static URI reading(DocumentName name) {
        return UriBuilder.fromPath(PATH + "/documents/{id}/{version}").build(name.id(), name.label());
    }

    /** Where a version on its way is written, reviewed and published. */
    public static URI draft(DocumentName name) {
        return draft(name.id(), name.label());
    }

    public static URI draft(String id, String label) {
        return UriBuilder.fromPath(PATH + "/drafts/{id}/{version}").build(id, label);
    }

    /** Where two versions are compared. */
    static URI comparison(String id, String from, String to) {
        return UriBuilder.fromPath(PATH + "/documents/{id}/compare")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .build(id, from, to);
    }

    /** What something comes to, or the reason why it failed, on the thread that waits. */
    public static <T> T await(CompletableFuture<T> coming) {
        return Futures.await(coming);
    }
}
