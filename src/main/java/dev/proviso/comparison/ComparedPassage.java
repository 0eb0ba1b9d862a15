package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.Passage;
import java.util.List;
import java.util.Optional;

/**
 * A passage of the text, in one version or in both.
 *
 * @param change {@code MOVED} if nothing changed but its number
 * @param before where it stood; empty if it was added
 * @param after where it stands; empty if it was removed
 * @param segments its heading and its text
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ComparedPassage(
        Change change, Optional<Place> before, Optional<Place> after, Passage.Kind kind, List<Segment> segments) {

    public ComparedPassage {
        segments = List.copyOf(segments);
    }

    /** @param clause its number; empty for what is no clause */
    public record Place(String clause, String title) {

        static Place of(Passage passage) {
            return new Place(passage.number(), passage.title());
        }
    }

    /** All passages of two texts: in the order of the later one, what was removed behind what it stood behind. */
    static List<ComparedPassage> all(List<PairFinder.Pair<Passage>> passages) {
        Effort effort = new Effort();
        return passages.stream().map(pair -> of(pair, effort)).toList();
    }

    private static ComparedPassage of(PairFinder.Pair<Passage> pair, Effort effort) {
        return new ComparedPassage(
                change(pair),
                pair.before().map(Place::of),
                pair.after().map(Place::of),
                pair.after().or(pair::before).orElseThrow().kind(),
                Redline.of(text(pair.before()), text(pair.after()), effort));
    }

    private static String text(Optional<Passage> passage) {
        return passage.map(Passage::text).orElse("");
    }

    private static Change change(PairFinder.Pair<Passage> pair) {
        if (pair.before().isEmpty()) {
            return Change.ADDED;
        }
        if (pair.after().isEmpty()) {
            return Change.REMOVED;
        }
        Passage before = pair.before().get();
        Passage after = pair.after().get();
        if (before.equals(after)) {
            return Change.KEPT;
        }
        boolean saysTheSame =
                before.title().equals(after.title()) && before.body().equals(after.body());
        return saysTheSame && !before.number().equals(after.number()) ? Change.MOVED : Change.CHANGED;
    }
}
