package dev.proviso.web.desk.reading;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The English sentences about two versions. Another language is a file {@code messages/comparison_LANGUAGE.properties} with the same keys. */
@MessageBundle("comparison")
public interface ComparisonMessages {
    @Message("Name in addresses")
    String nameInAddresses();

    @Message("Title")
    String title();

    @Message("Controller")
    String controller();

    @Message("Country of the controller")
    String controllerCountry();

    @Message("Where the data is held")
    String heldIn();

    @Message("Where the law of a place is not drawn")
    String lawNotDrawn();

    @Message("Time zone")
    String zone();

    @Message("Effective date")
    String effective();

    @Message("In force until")
    String until();

    @Message("Applies if")
    String scope();

    @Message("Nothing changed in the text.")
    String sameText();
}
