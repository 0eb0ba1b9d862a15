package dev.proviso.web.desk.ask;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about questions and their answers. Another language is a file {@code messages/ask_LANGUAGE.properties} with the same keys. */
@MessageBundle("ask")
public interface AskMessages {
    @Message("May this data be used?")
    String askTitle();

    @Message("Policy")
    String policy();

    @Message("the one in force")
    String inForceOption();

    @Message("Purpose")
    String mayPurpose();

    @Message("Action")
    String doOperation();

    @Message("Data")
    String thisData();

    @Message("Source")
    String givenBy();

    @Message("choose")
    String choose();

    @Message("not stated")
    String notSaid();

    @Message("Country")
    String country();

    @Message("Born on")
    String birthDate();

    @Message("Consent to the purpose")
    String consented();

    @Message("where the user lived then")
    String consentIn();

    @Message("none")
    String noConsent();

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

    @Message("The question is recorded as a trial.")
    String shareLink();

    @Message("Copy link")
    String copyLink();

    @Message("The link was copied.")
    String linkCopied();

    @Message("Print")
    String print();

    @Message("Asked by {name} on {moment}: {address}")
    String asked(String name, String moment, String address);

    @Message("Under {policy}, version {version}.")
    String under(String policy, String version);

    @Message("This holds until {instant}, unless the facts change.")
    String holdsUntil(String instant);

    @Message("row of the table of {table}")
    String tableRow(String table);

    @Message("checked against the text of the law")
    String verified();

    @Message("not checked against the text of the law")
    String notVerified();

    @Message("Reasons")
    String because();

    @Message("Law that is not drawn")
    String lawNotDrawn();

    @Message("These places have a law on data, and no document here says what it asks. A lawyer has to say.")
    String notDrawn();

    @Message("What would permit it")
    String remedies();

    @Message("Duties")
    String obligations();

    @Message("Every rule that could have applied ({count})")
    String everyRule(int count);

    @Message("Purposes and data")
    String mapTitle();

    @Message("Operation")
    String operation();

    @Message("{count} more")
    String moreReasons(int count);

    @Message("Keep as a test")
    String keep();

    @Message("The question becomes a rule test of a draft, which expects this answer.")
    String keepWhy();

    @Message("Draft")
    String keepIn();

    @Message("Name of the test")
    String keepName();

    @Message("There is no draft of this policy that you may change; a question is kept in one.")
    String keepNowhere();

    @Message("What the form has no field for, as programs send it")
    String moreFactsAsJson();

    @Message("This is not the whole question, so that it cannot be kept as a test. What is missing here:")
    String leftOut();

    @Message(
            "The question of a recorded decision, with what was known of the user then. Who it is was left out. Before it is kept, see that nothing else here tells it: a test is read by many, and stays.")
    String ofDecision();

    @Message("Ask it again")
    String askAgain();
}
