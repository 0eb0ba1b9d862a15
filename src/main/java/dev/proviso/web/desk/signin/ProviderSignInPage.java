package dev.proviso.web.desk.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is said to those who are not signed in, where an OIDC provider is the one to sign in at. */
enum ProviderSignInPage {
    /** Who has signed out. */
    SIGNED_OUT(Response.Status.OK),

    /** Whose session was at its end when they sent something. */
    NOT_SENT(Response.Status.UNAUTHORIZED),

    /** Whom the provider did not confirm. */
    FAILED(Response.Status.UNAUTHORIZED),

    /** Who wants to sign in where nobody said by which client. */
    NOT_SET(Response.Status.SERVICE_UNAVAILABLE);

    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Response.Status status;

    ProviderSignInPage(Response.Status status) {
        this.status = status;
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
        return Templates.door(title(say), detail(say), this != NOT_SET, this == NOT_SENT)
                .render();
    }

    private String title(SignInMessages say) {
        return switch (this) {
            case SIGNED_OUT -> say.signedOut();
            case NOT_SENT -> say.notSent();
            case FAILED -> say.failed();
            case NOT_SET -> say.notSet();
        };
    }

    private String detail(SignInMessages say) {
        return switch (this) {
            case SIGNED_OUT -> say.signedOutWhy();
            case NOT_SENT -> say.notSentWhy();
            case FAILED -> say.failedWhy();
            case NOT_SET -> say.notSetWhy();
        };
    }

    Response response() {
        return Response.status(status).type(HTML).entity(html()).build();
    }
}
