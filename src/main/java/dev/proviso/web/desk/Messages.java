package dev.proviso.web.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every English sentence of the pages. Another language is a file {@code messages/msg_LANGUAGE.properties} with the same keys. */
@MessageBundle
public interface Messages {
    @Message("en")
    String language();

    @Message("Skip to the content")
    String skip();

    @Message("Pages")
    String mainMenu();

    @Message("Library")
    String library();

    @Message("Ask")
    String ask();

    @Message("Map")
    String map();

    @Message("Calendar")
    String calendar();

    @Message("Audit")
    String audit();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("These pages are for those who write, review and publish policies.")
    String signInWhy();

    @Message("Account and password do not belong together. The password is printed where the service was started.")
    String signInFailed();

    @Message("Account")
    String account();

    @Message("Password")
    String password();

    @Message("Back to the library")
    String backToLibrary();

    @Message("Policies")
    String policies();

    @Message("Law")
    String laws();

    @Message("Vocabularies")
    String vocabularies();

    @Message("Version {version} is in force since")
    String inForceSince(String version);

    @Message("No version is in force.")
    String notInForce();

    @Message("In force")
    String inForce();

    @Message("Superseded")
    String superseded();

    @Message("Withdrawn")
    String withdrawn();

    @Message("Announced")
    String willStart();

    @Message("Public page")
    String publicPage();

    @Message("Write a new version")
    String revise();

    @Message("On their way")
    String onTheirWay();

    @Message("Nobody is working on a new version.")
    String noDrafts();

    @Message("Document")
    String document();

    @Message("Waits for")
    String waitsFor();

    @Message("Last change")
    String lastChange();

    @Message("approval")
    String waitsForApproval();

    @Message("publication")
    String waitsForPublication();

    @Message("its author, sent back")
    String sentBack();

    @Message("its author")
    String beingWritten();

    @Message("Announced")
    String announced();

    @Message("No change is announced.")
    String noneAnnounced();

    @Message("announced on")
    String announcedOn();

    @Message("from")
    String from();

    @Message("Find")
    String find();

    @Message("a country or a law")
    String findLaw();

    @Message("Versions")
    String versions();

    @Message("Compare with {version}")
    String compareWith(String version);

    @Message("Compiled rules")
    String compiledRules();

    @Message("What Drools runs. It is made from the sentences beside the text; nobody writes it by hand.")
    String compiledRulesWhy();

    @Message("Back to the text")
    String backToText();

    @Message("Ask a question about it")
    String askThis();

    @Message("Contents")
    String contents();

    @Message("Link to clause {clause}")
    String linkToClause(String clause);

    @Message("What is enforced of clause {clause}")
    String enforcedBeside(String clause);

    @Message("Decides nothing:")
    String decidesNothing();

    @Message("Comparison")
    String comparison();

    @Message("From {from} to {to}")
    String fromTo(String from, String to);

    @Message("What it means")
    String whatItMeans();

    @Message("Only the texts can be compared, because there are mistakes in")
    String cannotCompareMeaning();

    @Message("Every question gets the same answer, for the same reasons.")
    String meansTheSame();

    @Message("Some questions may get another answer. These rules, rows and words are the cause.")
    String meansOtherwise();

    @Message("What the document says of itself")
    String frontMatter();

    @Message("Field")
    String field();

    @Message("Rules that changed")
    String changedRules();

    @Message("Rows of tables that changed")
    String changedRows();

    @Message("Words that changed")
    String changedWords();

    @Message("Table")
    String table();

    @Message("The text")
    String redline();

    @Message("unchanged")
    String unchanged();

    @Message("added")
    String added();

    @Message("removed")
    String removed();

    @Message("changed")
    String changed();

    @Message("moved")
    String moved();
}
