package dev.proviso.cli;

import dev.proviso.comparison.Change;
import dev.proviso.comparison.ChangedMeaning;
import dev.proviso.comparison.ComparedPassage;
import dev.proviso.comparison.NoRuleChange;
import dev.proviso.comparison.RuleChange;
import dev.proviso.document.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A comparison for a person to read: first what means something else, then the lines of the text that changed. */
final class ReadableComparison {

    private final ChangedMeaning meaning;
    private final List<ComparedPassage> passages;
    private final StringBuilder text = new StringBuilder();

    ReadableComparison(ChangedMeaning meaning, List<ComparedPassage> passages) {
        this.meaning = meaning;
        this.passages = passages;
    }

    String text() {
        line(meaning.same() ? "The meaning is the same." : "The meaning differs.");
        section(
                "Front matter",
                meaning.frontMatter(),
                field -> line("~ " + field.field() + ": " + orNone(field.before()) + " → " + orNone(field.after())));
        section("Rules", meaning.rules(), this::rule);
        section("No rule", meaning.noRules(), this::noRule);
        section("Rows", meaning.rows(), row -> cells(row.change(), row.table(), row.before(), row.after()));
        section(
                "Words",
                meaning.words(),
                word -> cells(word.change(), word.section() + " " + word.word(), word.before(), word.after()));
        section(
                "Text",
                passages.stream()
                        .filter(passage -> passage.change() != Change.KEPT)
                        .toList(),
                this::passage);
        return text.toString();
    }

    private <T> void section(String title, List<T> changes, Consumer<T> each) {
        if (!changes.isEmpty()) {
            line("");
            line(title);
            changes.forEach(each);
        }
    }

    private void rule(RuleChange change) {
        String before = change.before().map(RuleChange.Put::rule).orElse("");
        String after = change.after().map(RuleChange.Put::rule).orElse(before);
        String move = before.isEmpty() || before.equals(after) ? "" : before + " → ";
        line(sign(change.change()) + move + after);
        if (change.change() == Change.MOVED) {
            return;
        }
        change.before().ifPresent(rule -> line("    - " + rule.sentence()));
        change.after().ifPresent(rule -> line("    + " + rule.sentence()));
    }

    private void noRule(NoRuleChange change) {
        line(sign(change.change())
                + change.after().or(change::before).map(NoRuleChange.Part::rule).orElseThrow());
        change.before().ifPresent(part -> line("    - " + said(part)));
        change.after().ifPresent(part -> line("    + " + said(part)));
    }

    private static String said(NoRuleChange.Part part) {
        return part.noRule().map(reason -> "No rule: " + reason).orElseGet(() -> String.join(", ", part.rules()));
    }

    /** What was added or removed whole, or the cells that changed. */
    private void cells(
            Change change, String name, Optional<Map<String, String>> before, Optional<Map<String, String>> after) {
        if (change != Change.CHANGED) {
            String cells = after.or(() -> before).orElseThrow().entrySet().stream()
                    .map(cell -> cell.getKey() + " " + cell.getValue())
                    .collect(Collectors.joining(", "));
            line(sign(change) + name + (cells.isEmpty() ? "" : ": " + cells));
            return;
        }
        Map<String, String> then = before.orElseThrow();
        Map<String, String> now = after.orElseThrow();
        Set<String> columns = new LinkedHashSet<>(then.keySet());
        columns.addAll(now.keySet());
        List<String> same = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String column : columns) {
            Optional<String> was = Optional.ofNullable(then.get(column));
            Optional<String> is = Optional.ofNullable(now.get(column));
            if (was.equals(is)) {
                same.add(column + " " + was.orElseThrow());
            } else {
                changed.add("    " + column + ": " + orNone(was) + " → " + orNone(is));
            }
        }
        line(sign(change) + name + (same.isEmpty() ? "" : ": " + String.join(", ", same)));
        changed.forEach(this::line);
    }

    private static String orNone(Optional<String> value) {
        return value.orElse("(none)");
    }

    private void passage(ComparedPassage passage) {
        String before = name(passage, passage.before());
        String after = name(passage, passage.after());
        line(sign(passage.change())
                + (before.isEmpty() || after.isEmpty() || before.equals(after)
                        ? before.isEmpty() ? after : before
                        : before + " → " + after));
        if (passage.change() != Change.MOVED) {
            List<String> lines = MarkedLines.of(passage.segments());
            lines.forEach(line -> line("    " + line));
            if (lines.isEmpty()) {
                line("    (white space alone)");
            }
        }
    }

    private static String name(ComparedPassage passage, Optional<ComparedPassage.Place> place) {
        return place.map(known -> (known.clause() + " " + known.title()).strip())
                .map(name -> !name.isEmpty()
                        ? name
                        : passage.kind() == Passage.Kind.FRONT_MATTER ? "(front matter)" : "(before the first clause)")
                .orElse("");
    }

    private static String sign(Change change) {
        return switch (change) {
            case ADDED -> "+ ";
            case REMOVED -> "- ";
            case MOVED -> "= ";
            default -> "~ ";
        };
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
