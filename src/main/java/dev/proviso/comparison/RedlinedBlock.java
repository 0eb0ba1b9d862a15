package dev.proviso.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.proviso.document.TextBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A paragraph, an item, a row and so on, with what changed in it.
 *
 * @param block as it is; as it was if it was removed
 * @param cells what was kept, removed and added in each cell; in the one text of what is no row
 */
public record RedlinedBlock(Change change, TextBlock block, List<List<Segment>> cells) {

    /** Two blocks are one that was changed if at least this part of their words stands in both. */
    private static final double ALIKE = 0.3;

    /** Beyond it, blocks are paired in their order. */
    private static final int MOST_PAIRS = 10_000;

    public RedlinedBlock {
        cells = List.copyOf(cells);
    }

    static List<RedlinedBlock> all(List<TextBlock> before, List<TextBlock> after, Effort effort) {
        List<RedlinedBlock> blocks = new ArrayList<>();
        if (!effort.affords(before.size(), after.size())) {
            replace(before, after, effort, blocks);
            return blocks;
        }
        Hunk open = new Hunk(0, 0, 0, 0);
        for (AbstractDelta<TextBlock> delta : DiffUtils.diff(
                        before, after, new MyersDiffWithLinearSpace<>(TextBlock::saysAs))
                .getDeltas()) {
            if (delta.getSource().getPosition() > open.removedEnd()) {
                replace(open.removed(before), open.added(after), effort, blocks);
                keep(after.subList(open.addedEnd(), delta.getTarget().getPosition()), blocks);
                open = new Hunk(
                        delta.getSource().getPosition(),
                        delta.getSource().getPosition(),
                        delta.getTarget().getPosition(),
                        delta.getTarget().getPosition());
            }
            open = open.with(delta);
        }
        replace(open.removed(before), open.added(after), effort, blocks);
        keep(after.subList(open.addedEnd(), after.size()), blocks);
        return blocks;
    }

    /** Blocks that were replaced by others; what is found in parts that touch each other is one. */
    private record Hunk(int removedStart, int removedEnd, int addedStart, int addedEnd) {

        Hunk with(AbstractDelta<TextBlock> delta) {
            return new Hunk(
                    removedStart,
                    removedEnd + delta.getSource().size(),
                    addedStart,
                    addedEnd + delta.getTarget().size());
        }

        List<TextBlock> removed(List<TextBlock> before) {
            return before.subList(removedStart, removedEnd);
        }

        List<TextBlock> added(List<TextBlock> after) {
            return after.subList(addedStart, addedEnd);
        }
    }

    private static void keep(List<TextBlock> kept, List<RedlinedBlock> blocks) {
        kept.forEach(block -> blocks.add(whole(Change.KEPT, block)));
    }

    private static RedlinedBlock whole(Change change, TextBlock block) {
        return new RedlinedBlock(
                change,
                block,
                block.cells().stream()
                        .map(text -> text.isEmpty() ? List.<Segment>of() : List.of(new Segment(change, text)))
                        .toList());
    }

    /** Blocks in the place of others: each is the nearest one that is left, or is new. */
    private static void replace(
            List<TextBlock> removed, List<TextBlock> added, Effort effort, List<RedlinedBlock> blocks) {
        int next = 0;
        for (TextBlock block : added) {
            int partner = partner(block, removed, next, (long) removed.size() * added.size() <= MOST_PAIRS);
            if (partner < 0) {
                blocks.add(whole(Change.ADDED, block));
            } else {
                remove(removed.subList(next, partner), blocks);
                blocks.add(changed(removed.get(partner), block, effort));
                next = partner + 1;
            }
        }
        remove(removed.subList(next, removed.size()), blocks);
    }

    private static void remove(List<TextBlock> removed, List<RedlinedBlock> blocks) {
        removed.forEach(block -> blocks.add(whole(Change.REMOVED, block)));
    }

    private static int partner(TextBlock block, List<TextBlock> removed, int first, boolean choosy) {
        int last = choosy ? removed.size() : Math.min(first + 1, removed.size());
        int best = -1;
        double most = ALIKE;
        for (int at : IntStream.range(first, last).toArray()) {
            double alike = alike(removed.get(at), block);
            if (alike > most) {
                most = alike;
                best = at;
            }
        }
        return best;
    }

    /** The part of the words of two blocks that stands in both; rows are known by their first cell. */
    private static double alike(TextBlock one, TextBlock other) {
        if (one.kind() != other.kind() || one.cells().size() != other.cells().size()) {
            return 0;
        }
        if (one.isOfTable()
                && !one.cells().isEmpty()
                && one.cells().get(0).equals(other.cells().get(0))) {
            return 1;
        }
        Set<String> all = words(one);
        Set<String> both = new HashSet<>(all);
        both.retainAll(words(other));
        all.addAll(words(other));
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> words(TextBlock block) {
        Set<String> words = new HashSet<>();
        block.cells().forEach(cell -> words.addAll(List.of(cell.split(" "))));
        return words;
    }

    private static RedlinedBlock changed(TextBlock before, TextBlock after, Effort effort) {
        List<List<Segment>> cells = IntStream.range(0, after.cells().size())
                .mapToObj(at -> after.kind() == TextBlock.Kind.RULE
                        ? Redline.ofRules(before.cells().get(at), after.cells().get(at), effort)
                        : Redline.of(before.cells().get(at), after.cells().get(at), effort))
                .toList();
        return new RedlinedBlock(Change.CHANGED, after, cells);
    }
}
