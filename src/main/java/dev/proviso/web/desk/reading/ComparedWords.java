package dev.proviso.web.desk.reading;

import dev.proviso.comparison.FieldChange;
import dev.proviso.comparison.WordChange;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import dev.proviso.web.CellText;
import dev.proviso.web.LabelledText;
import dev.proviso.web.desk.DeskWords;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How pages name what differs between two versions: {@code compared:field(change)} and the like. */
@TemplateExtension(namespace = "compared")
final class ComparedWords {

    private ComparedWords() {}

    /** A line of the front matter by the name that it has for people. */
    static String field(FieldChange change) {
        ComparisonMessages say = MessageBundles.get(ComparisonMessages.class);
        return switch (change.field()) {
            case "policy" -> say.nameInAddresses();
            case "title" -> say.title();
            case "controller.name" -> say.controller();
            case "controller.country" -> say.controllerCountry();
            case "held-in" -> say.heldIn();
            case "law-not-drawn" -> say.lawNotDrawn();
            case "timezone" -> say.zone();
            case "effective" -> say.effective();
            case "until" -> say.until();
            case "scope" -> say.scope();
            default -> CellText.column(change.field());
        };
    }

    /** What it says, for people: days, countries and labels. */
    static LabelledText value(FieldChange change, Optional<String> value, Vocabulary words) {
        String said = value.orElse("–");
        return switch (change.field()) {
            case "effective", "until" -> LabelledText.plain(moment(said));
            case "held-in", "controller.country" -> LabelledText.plain(PlaceCodes.name(said));
            case "scope" -> LabelledText.of(said, words);
            default -> LabelledText.plain(said);
        };
    }

    private static String moment(String time) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(time);
            return DeskWords.moment(at.toInstant(), at.getOffset());
        } catch (DateTimeException noTime) {
            return time.replace('-', ' ');
        }
    }

    /** A section of a vocabulary. */
    static String section(WordChange change) {
        return CellText.column(change.section().replace("attributes.", "attributes of the "));
    }

    /** A word by its label. */
    static LabelledText word(WordChange change) {
        String label = change.called();
        return label.isEmpty()
                ? LabelledText.plain(change.word())
                : new LabelledText(List.of(new LabelledText.Span(label, change.word())));
    }
}
