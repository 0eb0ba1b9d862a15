package dev.proviso.document;

import java.util.Optional;

/** Whether people can be shown a document, see all of it, and find the machine reading what they do. */
final class LegibilityCheck {

    private LegibilityCheck() {}

    static void check(String text, Outline outline, Findings findings) {
        Fragment body = Fragment.of(text, outline.body(), text.length());
        Characters.checkHidden(Fragment.of(text, 0, text.length()), findings);
        Characters.checkEntities(body, findings);
        checkLimits(body, findings);
        outline.parts().stream().flatMap(part -> part.blocks().stream()).forEach(block -> {
            Characters.checkLookAlikes(block.content(), findings);
            if (block instanceof Block.Table) {
                checkLimits(block.content(), findings);
            }
        });
        UnreadText.check(text, outline, findings);
    }

    private static void checkLimits(Fragment markdown, Findings findings) {
        Optional<MarkdownLimits.Excess> excess = MarkdownLimits.first(markdown.text());
        excess.ifPresent(found -> findings.flaw(
                "limit", markdown.span(found.place().start(), found.place().end()), found.sentence()));
    }
}
