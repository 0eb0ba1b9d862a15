package dev.proviso.web.desk.ask;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English names of facts. Another language is a file {@code messages/fact_LANGUAGE.properties} with the same keys. */
@MessageBundle("fact")
public interface FactMessages {
    @Message("The user's date of birth")
    String birthDate();

    @Message("The user's country")
    String country();

    @Message("What the user consented to")
    String consents();

    @Message("What the user objected to")
    String objections();

    @Message("What the user refused")
    String refusals();

    @Message("When the user used the service")
    String uses();

    @Message("Where the data come from")
    String source();

    @Message("Who receives the data")
    String recipient();

    @Message("The recipient's country")
    String recipientCountry();

    @Message("The country that the data leave")
    String origin();

    @Message("The country that the data go to")
    String destination();

    @Message("The safeguards that are in place")
    String safeguards();

    @Message("The purposes that the data were collected for")
    String collectedFor();

    @Message("A document that says what the law of this place asks")
    String law();

    @Message("When the data were collected")
    String collectedAt();
}
