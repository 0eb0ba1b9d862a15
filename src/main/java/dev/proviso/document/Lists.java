package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.SeparatorContext;
import java.util.List;

/** What is true of every list, in acts and in conditions. */
final class Lists {

    private Lists() {}

    /** A list has "and" or "or" before its last word only; reports one that has not. */
    static boolean isWellFormed(Fragment text, List<SeparatorContext> separators, Findings findings) {
        for (int i = 0; i < separators.size() - 1; i++) {
            SeparatorContext separator = separators.get(i);
            if (separator.AND() != null || separator.OR() != null) {
                findings.error(
                        "list",
                        Sentences.span(text, separator),
                        "A list has commas between its words, and \"and\" or \"or\" only before the last one.");
                return false;
            }
        }
        return true;
    }
}
