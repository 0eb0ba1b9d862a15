package dev.proviso.web.desk.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about signing in at a provider. Another language is a file {@code messages/door_LANGUAGE.properties} with the same keys. */
@MessageBundle("door")
public interface SignInMessages {
    @Message("You are signed out")
    String signedOut();

    @Message(
            "If others use this browser, see that you are signed out of your organisation's sign-in page, too: it may let anyone here in again without a password.")
    String signedOutWhy();

    @Message("You are signed out, and nothing was changed")
    String notSent();

    @Message(
            "What you typed is still in your browser. Sign in in another window, go back to the page in this one, and send it again.")
    String notSentWhy();

    @Message("Signing in did not work")
    String failed();

    @Message(
            "The sign-in page of your organisation did not confirm who you are, its answer was used before, or it took too long. Your browser must keep cookies of this page.")
    String failedWhy();

    @Message("Nobody can sign in to these pages yet")
    String notSet();

    @Message(
            "The service knows where people sign in, but not the name by which these pages are known there. Whoever runs the service sets it: QUARKUS_OIDC_CLIENT_ID.")
    String notSetWhy();

    @Message("Sign in")
    String again();

    @Message("You have no role here")
    String noRole();

    @Message(
            "You are signed in as {name}, but nothing says what you do here. These pages are for those who have one of these roles: {roles}.")
    String noRoleWhy(String name, String roles);

    @Message(
            "Ask whoever manages accounts and groups in your organisation for the role that you need. Then sign out, and sign in again.")
    String noRoleAsk();
}
