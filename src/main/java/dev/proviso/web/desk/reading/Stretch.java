package dev.proviso.web.desk.reading;

import dev.proviso.document.Clause;
import dev.proviso.policy.Rule;
import dev.proviso.web.desk.reading.ReadingView.Sentence;
import dev.proviso.web.desk.tests.RuleCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of a clause's text, and what is enforced of that part: the paragraph that has the label of a rule, and what follows it
 * up to the next such paragraph.
 *
 * @param rules those whose label stands in it; those without a label stand beside the end of the clause
 * @param noRules why a labelled part of it decides nothing
 */
public record Stretch(String html, List<Sentence> rules, List<String> noRules) {

    public boolean isEnforced() {
        return !rules.isEmpty() || !noRules.isEmpty();
    }

    Stretch with(RuleCoverage.Text text) {
        return new Stretch(html, rules.stream().map(rule -> rule.with(text)).toList(), noRules);
    }

    /**
     * A clause cut into such parts.
     *
     * @param blocks its paragraphs, lists and tables, as HTML
     * @param rules its rules by their labels, in the order of the document
     */
    static List<Stretch> of(List<String> blocks, Map<Rule, Sentence> rules, Optional<Clause> clause) {
        Map<Integer, Stretch> beside = new TreeMap<>();
        rules.forEach((rule, sentence) ->
                at(place(rule.id().label(), blocks), beside).rules().add(sentence));
        clause.ifPresent(found -> found.noRules().forEach((label, reason) -> {
            if (!label.isEmpty()) {
                at(place(label, blocks), beside).noRules().add(reason);
            }
        }));
        List<Stretch> stretches = new ArrayList<>();
        List<Integer> starts = IntStream.range(0, blocks.size())
                .filter(block -> block == 0 || beside.containsKey(block))
                .boxed()
                .toList();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : blocks.size();
            Stretch enforced = at(starts.get(i), beside);
            stretches.add(new Stretch(
                    String.join("", blocks.subList(starts.get(i), end)),
                    List.copyOf(enforced.rules()),
                    List.copyOf(enforced.noRules())));
        }
        return stretches;
    }

    private static Stretch at(int block, Map<Integer, Stretch> beside) {
        return beside.computeIfAbsent(block, none -> new Stretch("", new ArrayList<>(), new ArrayList<>()));
    }

    /** The block that a label opens; else the first in which it stands, and the last where none has it. */
    private static int place(String label, List<String> blocks) {
        if (label.isEmpty()) {
            return blocks.size() - 1;
        }
        String written = "\\(" + Pattern.quote(label) + "\\)";
        return first(">" + written, blocks)
                .or(() -> first("(?<![\\p{L}\\p{N}])" + written, blocks))
                .orElse(blocks.size() - 1);
    }

    private static Optional<Integer> first(String written, List<String> blocks) {
        Pattern pattern = Pattern.compile(written);
        return IntStream.range(0, blocks.size())
                .filter(block -> pattern.matcher(blocks.get(block)).find())
                .boxed()
                .findFirst();
    }
}
