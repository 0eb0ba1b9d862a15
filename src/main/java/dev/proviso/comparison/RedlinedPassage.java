package dev.proviso.comparison;

import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A passage as its readers see it, with what changed from one version to the other. Where only marks of Markdown, line breaks or
 * blanks differ, nothing changed.
 *
 * @param place where it stands, or stood if it was removed
 */
public record RedlinedPassage(ComparedPassage.Place place, List<RedlinedBlock> blocks) {

    public RedlinedPassage {
        blocks = List.copyOf(blocks);
    }

    /** Whether anything of it differs. */
    public boolean isChanged() {
        return blocks.stream().anyMatch(block -> block.change() != Change.KEPT);
    }

    /** Its blocks, those of a table together. */
    public List<List<RedlinedBlock>> groups() {
        List<List<RedlinedBlock>> groups = new ArrayList<>();
        boolean wasOfTable = false;
        for (RedlinedBlock block : blocks) {
            if (!wasOfTable || !block.block().isOfTable()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(block);
            wasOfTable = block.block().isOfTable();
        }
        return groups;
    }

    /** The passages of two versions of a policy or a law, without the front matter. */
    public static List<RedlinedPassage> all(Comparison comparison) {
        Effort effort = new Effort();
        return comparison.text().stream()
                .filter(passage -> passage.kind() != Passage.Kind.FRONT_MATTER)
                .map(passage -> of(passage, effort))
                .toList();
    }

    private static RedlinedPassage of(ComparedPassage passage, Effort effort) {
        ComparedPassage.Place place = passage.after().or(passage::before).orElseThrow();
        List<TextBlock> before = text(passage, passage.before(), Change.ADDED);
        List<TextBlock> after = text(passage, passage.after(), Change.REMOVED);
        return new RedlinedPassage(place, RedlinedBlock.all(before, after, effort));
    }

    /** One of the two texts: what was kept, and what is not of the other alone. */
    private static List<TextBlock> text(ComparedPassage passage, Optional<ComparedPassage.Place> place, Change other) {
        String text = passage.segments().stream()
                .filter(segment -> segment.change() != other)
                .map(Segment::text)
                .collect(Collectors.joining());
        return place.isEmpty() ? List.of() : Documents.text(new Source("passage", text));
    }
}
