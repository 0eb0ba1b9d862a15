package dev.proviso.web.desk.ask;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;

/** How pages name a fact that is missing: {@code facts:inWords(path, choices)}. */
@TemplateExtension(namespace = "facts")
final class FactWords {

    private static final String CIRCUMSTANCE = "circumstances.";

    private static final String LAW = "law:";

    private FactWords() {}

    /**
     * @param path into a question, as answers have it
     * @return a name of it; empty if it has none but its path, as an attribute has none
     */
    static String inWords(String path, Choices choices) {
        FactMessages say = MessageBundles.get(FactMessages.class);
        return switch (path) {
            case "user.birthDate" -> say.birthDate();
            case "user.country" -> say.country();
            case "user.consents" -> say.consents();
            case "user.objections" -> say.objections();
            case "user.refusals" -> say.refusals();
            case "user.uses" -> say.uses();
            case "source" -> say.source();
            case "recipient" -> say.recipient();
            case "recipient.country" -> say.recipientCountry();
            case "origin" -> say.origin();
            case "destination" -> say.destination();
            case "safeguards" -> say.safeguards();
            case "collectedFor" -> say.collectedFor();
            case "collectedAt" -> say.collectedAt();
            default ->
                path.startsWith(LAW)
                        ? say.law()
                        : path.startsWith(CIRCUMSTANCE)
                                ? choices.circumstance(path.substring(CIRCUMSTANCE.length()))
                                : "";
        };
    }
}
