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

    @Message("This form is out of date")
    String staleForm();

    @Message("Nothing was changed. Go back, load the page again, and send it once more.")
    String staleFormWhy();

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

    @Message("May this data be used?")
    String askTitle();

    @Message("Policy")
    String policy();

    @Message("Version")
    String version();

    @Message("the one in force")
    String inForceOption();

    @Message("May this purpose")
    String mayPurpose();

    @Message("do this (use, if left out)")
    String doOperation();

    @Message("with this data")
    String thisData();

    @Message("from this source")
    String givenBy();

    @Message("choose")
    String choose();

    @Message("not said")
    String notSaid();

    @Message("The user")
    String theUser();

    @Message("Country (ISO 3166)")
    String country();

    @Message("Born on")
    String birthDate();

    @Message("Consent to the purpose")
    String consented();

    @Message("none")
    String noConsent();

    @Message("explicit, by the user")
    String consentByUser();

    @Message("separate, by the user")
    String separateConsentByUser();

    @Message("explicit, by a guardian")
    String consentByGuardian();

    @Message("separate, by a guardian")
    String separateConsentByGuardian();

    @Message("Objection to")
    String objected();

    @Message("nothing")
    String noObjection();

    @Message("More facts: recipient, transfer, day, circumstances")
    String moreFacts();

    @Message("Recipient")
    String recipient();

    @Message("In which country")
    String recipientCountry();

    @Message("Data comes from (country)")
    String origin();

    @Message("Data goes to (country)")
    String destination();

    @Message("On the day")
    String onDay();

    @Message("Safeguards")
    String safeguards();

    @Message("Circumstances")
    String circumstances();

    @Message("The address of the answer can be passed on. The question is recorded as a trial.")
    String shareLink();

    @Message("Permitted")
    String permitted();

    @Message("Denied")
    String denied();

    @Message("It depends on what is not said")
    String indeterminate();

    @Message("The policy says nothing about it")
    String notApplicable();

    @Message("Under {policy}, version {version}.")
    String under(String policy, String version);

    @Message("This holds until {instant}, unless something new becomes known.")
    String holdsUntil(String instant);

    @Message("Because")
    String because();

    @Message("may apply")
    String mayApply();

    @Message("applies")
    String applies();

    @Message("defeated")
    String defeated();

    @Message("does not apply")
    String doesNotApply();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("unknown")
    String unknown();

    @Message("What is missing")
    String missing();

    @Message("What would change it")
    String remedies();

    @Message("What must be done")
    String obligations();

    @Message("Every rule that could have applied ({count})")
    String everyRule(int count);

    @Message("Purposes and data")
    String mapTitle();

    @Message("Operation")
    String operation();

    @Message("Purpose")
    String purpose();

    @Message("Show")
    String show();

    @Message("What takes effect")
    String coming();

    @Message("User")
    String user();

    @Message("Clause")
    String clause();

    @Message("From")
    String fromDay();

    @Message("To")
    String toDay();

    @Message("Who did what to which version")
    String whoDidWhat();

    @Message("As CSV")
    String asCsv();

    @Message("When")
    String when();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Comment")
    String comment();

    @Message("Decisions")
    String decisions();

    @Message("Decision")
    String decision();

    @Message("Rules that decided")
    String rules();

    @Message("No decision fits.")
    String noDecisions();

    @Message("trial")
    String trial();

    @Message("Later decisions")
    String nextPage();

    @Message("drafted")
    String drafted();

    @Message("edited")
    String edited();

    @Message("submitted")
    String submitted();

    @Message("approved")
    String approved();

    @Message("sent back")
    String rejected();

    @Message("published")
    String published();
}
