package dev.proviso.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was kept, added and removed from one text to another: by lines first, and within what changed by words. */
final class Redline {

    /** A line with its end. */
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\n|\\r)|[^\\r\\n]+");

    /** A word, one sign of a script that puts no space between words, white space, or any other sign. */
    private static final Pattern WORD =
            Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+|\\s+|.", Pattern.DOTALL);

    /** The same, but that a key of a vocabulary is one word. */
    private static final Pattern KEYWORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.'\u2019-][\\p{L}\\p{M}\\p{N}]+)*|\\s+|.", Pattern.DOTALL);

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]*");

    /** Where less than one part in so many was kept, the words that happen to stand in both say nothing. */
    private static final int LEAST_KEPT = 2;

    private final Effort effort;
    private final Pattern word;
    private final Segments segments = new Segments();

    private Redline(Effort effort, Pattern word) {
        this.effort = effort;
        this.word = word;
    }

    static List<Segment> of(String before, String after, Effort effort) {
        return of(before, after, new Redline(effort, WORD));
    }

    /** The same of sentences that are carried out. */
    static List<Segment> ofRules(String before, String after, Effort effort) {
        return of(before, after, new Redline(effort, KEYWORD));
    }

    private static List<Segment> of(String before, String after, Redline redline) {
        redline.compare(before, after);
        return redline.segments.all();
    }

    /** What was kept, and what stood after it in the one text and the other; the last one of a text may have kept alone. */
    private record Hunk(String kept, String removed, String added) {

        boolean isChange() {
            return !removed.isEmpty() || !added.isEmpty();
        }
    }

    private void compare(String before, String after) {
        if (before.equals(after)) {
            segments.keep(before);
            return;
        }
        for (Hunk hunk : hunks(pieces(LINE, before), pieces(LINE, after))) {
            segments.keep(hunk.kept());
            compareWords(hunk.removed(), hunk.added());
        }
    }

    private void compareWords(String removed, String added) {
        List<Hunk> hunks =
                removed.isEmpty() || added.isEmpty() ? List.of() : hunks(pieces(word, removed), pieces(word, added));
        int kept = hunks.stream().mapToInt(hunk -> hunk.kept().length()).sum();
        if (kept * LEAST_KEPT < Math.max(removed.length(), added.length())) {
            segments.replace(removed, added);
            return;
        }
        boolean follows = false;
        for (Hunk hunk : hunks) {
            // A comma between two changes would only cut one change into two.
            if (follows && hunk.isChange() && NO_WORD.matcher(hunk.kept()).matches()) {
                segments.replace(hunk.kept(), hunk.kept());
            } else {
                segments.keep(hunk.kept());
            }
            segments.replace(hunk.removed(), hunk.added());
            follows = hunk.isChange();
        }
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private List<Hunk> hunks(List<String> before, List<String> after) {
        if (!effort.affords(before.size(), after.size())) {
            return List.of(new Hunk("", String.join("", before), String.join("", after)));
        }
        List<Hunk> hunks = new ArrayList<>();
        Run kept = new Run(0, 0);
        Run removed = new Run(0, 0);
        Run added = new Run(0, 0);
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Run source = Run.of(delta.getSource());
            Run target = Run.of(delta.getTarget());
            if (source.first() > removed.end()) {
                hunks.add(new Hunk(kept.of(before), removed.of(before), added.of(after)));
                kept = removed.gap(source.first());
                removed = source;
                added = target;
            } else {
                removed = removed.and(source);
                added = added.and(target);
            }
        }
        hunks.add(new Hunk(kept.of(before), removed.of(before), added.of(after)));
        hunks.add(new Hunk(removed.gap(before.size()).of(before), "", ""));
        return hunks;
    }

    /** Some pieces of a text, one after another. */
    private record Run(int first, int count) {

        static Run of(Chunk<String> chunk) {
            return new Run(chunk.getPosition(), chunk.size());
        }

        int end() {
            return first + count;
        }

        /** What lies between this and the next one. */
        Run gap(int next) {
            return new Run(end(), next - end());
        }

        Run and(Run next) {
            return new Run(first, next.end() - first);
        }

        String of(List<String> pieces) {
            return String.join("", pieces.subList(first, end()));
        }
    }
}
