package dev.proviso.web.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** What is said to those who are not signed in, where an OIDC provider is the one to sign in at. */
enum DoorPage {
    /** Who has signed out. */
    SIGNED_OUT(Response.Status.OK, SignInMessages::signedOut, SignInMessages::signedOutWhy),

    /** Whose session was at its end when they sent something. */
    NOT_SENT(Response.Status.UNAUTHORIZED, SignInMessages::notSent, SignInMessages::notSentWhy),

    /** Whom the provider did not confirm. */
    FAILED(Response.Status.UNAUTHORIZED, SignInMessages::failed, SignInMessages::failedWhy),

    /** Who wants to sign in where nobody said by which client. */
    NOT_SET(Response.Status.SERVICE_UNAVAILABLE, SignInMessages::notSet, SignInMessages::notSetWhy);

    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Response.Status status;
    private final Function<SignInMessages, String> title;
    private final Function<SignInMessages, String> detail;

    DoorPage(Response.Status status, Function<SignInMessages, String> title, Function<SignInMessages, String> detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        /**
         * @param again whether one may try to sign in
         * @param elsewhere whether in a window of its own, for this one is still needed
         */
        static native TemplateInstance door(String title, String detail, boolean again, boolean elsewhere);

        static native TemplateInstance noRole(String roles);
    }

    String html() {
        SignInMessages say = MessageBundles.get(SignInMessages.class);
        return Templates.door(title.apply(say), detail.apply(say), this != NOT_SET, this == NOT_SENT)
                .render();
    }

    Response response() {
        return Response.status(status).type(HTML).entity(html()).build();
    }
}
