package dev.proviso.document;

import dev.proviso.policy.Literal;
import dev.proviso.policy.Place;
import dev.proviso.policy.PlaceCodes;
import dev.proviso.policy.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Values of attributes as they are written. */
final class Literals {

    private Literals() {}

    /** The value, without quotation marks; empty if it is not one of the type. */
    static Optional<Literal> read(Vocabulary.Type type, String text) {
        return switch (type) {
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new Literal.Bool(text.equals("true")))
                        : Optional.empty();
            case INTEGER -> number(text, "[0-9]{1,18}");
            case NUMBER -> number(text, "[0-9]{1,18}(\\.[0-9]{1,18})?");
            case TEXT -> Optional.of(new Literal.Text(text));
            case DATE -> date(text);
            case PLACE -> PlaceCodes.isPlace(text) ? Optional.of(new Literal.In(new Place(text))) : Optional.empty();
        };
    }

    /** A value of the type that was probably meant. */
    static Optional<String> nearest(Vocabulary.Type type, String text) {
        return type == Vocabulary.Type.PLACE ? PlaceCodes.nearest(text) : Optional.empty();
    }

    private static Optional<Literal> number(String text, String form) {
        return text.matches(form) ? Optional.of(new Literal.Number(new BigDecimal(text))) : Optional.empty();
    }

    private static Optional<Literal> date(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(new Literal.Date(LocalDate.parse(text)))
                    : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** How a sentence calls one value of a type. */
    static String one(Vocabulary.Type type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case DATE -> "a date";
            case PLACE -> "a place";
        };
    }
}
