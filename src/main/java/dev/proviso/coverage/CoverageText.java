package dev.proviso.coverage;

import dev.proviso.coverage.Coverage.Condition;
import dev.proviso.coverage.Coverage.Document;
import dev.proviso.coverage.Coverage.Sentence;
import dev.proviso.coverage.Coverage.TableRow;
import dev.proviso.engine.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What tests do not show of documents, for a person to read. */
public final class CoverageText {

    private final StringBuilder text = new StringBuilder();

    public CoverageText(Coverage coverage) {
        coverage.documents().forEach(this::document);
    }

    public String text() {
        return text.toString();
    }

    /** {@code 61 of 98 rules decided, 20 of 31 conditions were seen in every way, 12 of 40 rows were looked up}. */
    public static String counted(Document document) {
        List<Condition> conditions = conditions(document);
        return of(
                        document.rules().stream().filter(Sentence::decided).count(),
                        document.rules().size(),
                        "rule")
                + " decided, "
                + of(conditions.stream().filter(Condition::isCovered).count(), conditions.size(), "condition")
                + " seen in every way, "
                + of(
                        document.rows().stream().filter(TableRow::touched).count(),
                        document.rows().size(),
                        "row")
                + " looked up";
    }

    private static List<Condition> conditions(Document document) {
        return java.util.stream.Stream.concat(
                        document.scope().stream(),
                        document.rules().stream().flatMap(rule -> rule.conditions().stream()))
                .toList();
    }

    private static String of(long some, int all, String what) {
        return some + " of " + all + " " + what + (all == 1 ? "" : "s");
    }

    private void document(Document document) {
        line("Coverage of " + document.document() + " " + document.version() + ": " + document.percent() + "% ("
                + document.covered() + " of " + document.possible() + "). " + counted(document) + ".");
        line("");
        conditions(document.scope(), "  scope, " + document.file() + "\n");
        document.rules().stream().filter(rule -> !rule.isCovered()).forEach(rule -> rule(rule, document));
        document.rows().stream().filter(row -> !row.touched()).forEach(row -> {
            line("  " + row.table() + " (" + document.file() + ", line " + row.line() + ") was not looked up");
            line("    " + row.row());
        });
        line("");
    }

    private void rule(Sentence rule, Document document) {
        line("  " + rule.rule() + " (" + document.file() + ", line " + rule.line() + ") " + fate(rule));
        line("    " + rule.sentence());
        if (rule.unreachable().isEmpty()) {
            conditions(rule.conditions(), "");
        }
    }

    private void conditions(List<Condition> conditions, String before) {
        List<Condition> open =
                conditions.stream().filter(one -> !one.isCovered()).toList();
        text.append(open.isEmpty() ? "" : before);
        open.forEach(one -> line("      " + one.condition() + ": never " + values(one.missing())));
    }

    /** What became of a rule, as the end of a sentence about it. */
    public static String fate(Sentence rule) {
        if (rule.unreachable().isPresent()) {
            return "cannot be reached by any test. " + rule.unreachable().get();
        }
        if (rule.decided()) {
            return "decided";
        }
        if (rule.applied()) {
            return "applied, but never decided";
        }
        if (rule.defeated()) {
            return "was defeated, and never decided";
        }
        return rule.mayHaveApplied() ? "may have applied, but never decided" : "never applied";
    }

    /** {@code true or unknown}. */
    public static String values(Set<Truth> values) {
        return values.stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
