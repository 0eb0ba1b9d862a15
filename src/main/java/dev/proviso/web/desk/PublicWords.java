package dev.proviso.web.desk;

import dev.proviso.comparison.ChangedClauses.ChangedClause;
import dev.proviso.comparison.ComparedPassage.Place;
import io.quarkus.qute.TemplateExtension;

/** How the public page says what changed: {@code public:clause(change)} and {@code public:change(change)}. */
@TemplateExtension(namespace = "public")
final class PublicWords {

    private PublicWords() {}

    /** A clause by its number and its heading. */
    static String clause(ChangedClause change) {
        Place place = change.place();
        if (place.clause().isEmpty()) {
            return place.title().isEmpty() ? DeskWords.say().publicIntroduction() : "“" + place.title() + "”";
        }
        boolean saysNumber = !place.clause().equalsIgnoreCase(place.title());
        return saysNumber
                ? DeskWords.say().publicClause(place.clause())
                        + (place.title().isEmpty() ? "" : " “" + place.title() + "”")
                : place.title();
    }

    static String change(ChangedClause change) {
        Messages say = DeskWords.say();
        return switch (change.change()) {
            case ADDED -> say.publicIsNew();
            case REMOVED -> say.publicWasRemoved();
            case MOVED -> say.publicWasMoved(change.before().map(Place::clause).orElse(""));
            default -> say.publicWasChanged();
        };
    }
}
