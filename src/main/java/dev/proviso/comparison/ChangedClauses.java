package dev.proviso.comparison;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.document.TextBlock;
import dev.proviso.document.TextBlock.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of a text its readers find new, changed or gone. Rules, marks of Markdown and line breaks are nothing that they see.
 *
 * @param changes in the order of the later text, the first ones
 * @param more how many follow them
 */
public record ChangedClauses(List<ChangedClause> changes, int more) {

    static final int MOST = 100;

    /**
     * A clause, or what belongs to none.
     *
     * @param change {@code MOVED} if nothing changed but its number
     * @param before where it stood; empty if it was added
     * @param after where it stands; empty if it was removed
     */
    public record ChangedClause(
            Change change, Optional<ComparedPassage.Place> before, Optional<ComparedPassage.Place> after) {

        /** The place by which readers know it. */
        public ComparedPassage.Place place() {
            return after.or(() -> before).orElseThrow();
        }
    }

    public ChangedClauses {
        changes = List.copyOf(changes);
    }

    public static ChangedClauses of(Source before, Source after) {
        List<ChangedClause> all = PassagePairs.of(passages(before), passages(after)).stream()
                .map(ChangedClauses::of)
                .filter(change -> change.change() != Change.KEPT)
                .toList();
        return new ChangedClauses(all.stream().limit(MOST).toList(), Math.max(0, all.size() - MOST));
    }

    private static List<Passage> passages(Source source) {
        return Documents.passages(source).stream()
                .filter(passage -> passage.kind() != Passage.Kind.FRONT_MATTER)
                .toList();
    }

    private static ChangedClause of(PairFinder.Pair<Passage> pair) {
        return new ChangedClause(
                change(pair),
                pair.before().map(ComparedPassage.Place::of),
                pair.after().map(ComparedPassage.Place::of));
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
        if (!before.title().equals(after.title()) || !read(before).equals(read(after))) {
            return Change.CHANGED;
        }
        return before.number().equals(after.number()) ? Change.KEPT : Change.MOVED;
    }

    private static List<TextBlock> read(Passage passage) {
        return Documents.text(new Source("passage", passage.body())).stream()
                .filter(block -> block.kind() != Kind.RULE)
                .toList();
    }
}
