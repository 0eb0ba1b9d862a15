package dev.proviso.web.desk.ask;

import dev.proviso.policy.PlaceCodes;
import dev.proviso.publication.Refused;
import dev.proviso.question.BadJson;
import dev.proviso.question.Mistake;
import dev.proviso.web.LabelledText;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How pages name a fact that is missing: {@code facts:inWords(path, choices)}. */
@TemplateExtension(namespace = "facts")
final class FactWords {

    private static final String CIRCUMSTANCE = "circumstances.";

    private static final String LAW = "law:";

    private static final String STATED = " is stated";

    private FactWords() {}

    /** The same where no circumstance can be named. */
    static String inWords(String path) {
        return inWords(path, key -> "");
    }

    static String inWords(String path, Choices choices) {
        return inWords(path, choices::circumstance);
    }

    /** A remedy of an answer, with the names that people have for facts and words. */
    static LabelledText remedy(String change, Choices choices) {
        String name =
                change.endsWith(STATED) ? inWords(change.substring(0, change.length() - STATED.length()), choices) : "";
        return name.isEmpty()
                ? LabelledText.of(change, choices.vocabulary())
                : new LabelledText(List.of(new LabelledText.Span(name, change), new LabelledText.Span(STATED, "")));
    }

    /** Why a question cannot be asked, with the field of the form in place of the one that a program sends. */
    static String refusal(RuntimeException why, Choices choices) {
        if (!(why instanceof BadJson bad)) {
            return why instanceof Refused refused ? refused.forPeople() : String.valueOf(why.getMessage());
        }
        Mistake mistake = bad.mistakes().get(0);
        String name = inWords(mistake.at(), choices);
        String nearest = mistake.nearest()
                .map(word -> " Did you mean “" + PlaceCodes.name(word) + "”?")
                .orElse("");
        return (name.isEmpty() ? field(mistake.at()) : name + ": ") + mistake.detail() + nearest;
    }

    private static String field(String at) {
        AskMessages say = MessageBundles.get(AskMessages.class);
        Map<String, String> fields = Map.of(
                "policy", say.policy(),
                "purpose", say.mayPurpose(),
                "operation", say.doOperation(),
                "data", say.thisData(),
                "at", say.onDay(),
                "consent", say.consented());
        String name = fields.getOrDefault(at.replaceFirst("[\\[.].*", ""), "");
        return name.isEmpty() ? "" : name + ": ";
    }

    /**
     * @param path into a question, as answers have it
     * @return a name of it; empty if it has none but its path, as an attribute has none
     */
    private static String inWords(String path, UnaryOperator<String> circumstance) {
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
                                ? circumstance.apply(path.substring(CIRCUMSTANCE.length()))
                                : "";
        };
    }
}
