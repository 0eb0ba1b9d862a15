package dev.proviso.document;

import java.util.ArrayList;
import java.util.List;

/** A clause as it stands in the document: its heading and the blocks that belong to it. */
record ClauseText(String number, Heading heading, List<Block> blocks) {

    ClauseText(String number, Heading heading) {
        this(number, heading, new ArrayList<>());
    }

    boolean hasRules() {
        return blocks.stream().anyMatch(Block.Rules.class::isInstance);
    }
}
