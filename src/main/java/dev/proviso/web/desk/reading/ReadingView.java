package dev.proviso.web.desk.reading;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Clause;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.library.Edition;
import dev.proviso.policy.Rule;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.Remark;
import dev.proviso.web.LabelledTables;
import dev.proviso.web.LabelledText;
import dev.proviso.web.desk.tests.RuleCoverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A document set for reading: its passages, and beside each what the machine enforces of it and what was said about it.
 *
 * @param passages in the order of the text, without the front matter
 * @param talk the address at which more can be said about clauses; empty where nothing can
 */
public record ReadingView(List<Part> passages, String talk) {

    /**
     * A passage.
     *
     * @param number of its clause; empty for what is no clause
     * @param stretches its text without its heading, with its rules
     * @param noRule why it decides nothing, where it says so
     */
    public record Part(
            String number,
            String title,
            int depth,
            List<Stretch> stretches,
            Optional<String> noRule,
            List<Remark> remarks) {

        /** What a link to it ends with. */
        public String anchor() {
            return "clause-" + number;
        }

        public boolean isClause() {
            return !number.isEmpty();
        }

        /** Whether its number says more than its title. */
        public boolean isNumbered() {
            return isClause() && !number.equalsIgnoreCase(title);
        }

        /** How far rule tests reach all of its rules; empty where that is not asked for, and where it has none. */
        public Optional<RuleCoverage.State> covered() {
            return RuleCoverage.State.of(stretches.stream()
                    .flatMap(stretch -> stretch.rules().stream())
                    .flatMap(rule -> rule.covered().stream())
                    .map(RuleCoverage::state)
                    .toList());
        }

        private Part with(RuleCoverage.Text text) {
            return new Part(
                    number,
                    title,
                    depth,
                    stretches.stream().map(stretch -> stretch.with(text)).toList(),
                    noRule,
                    remarks);
        }

        private Part with(List<Remark> all) {
            return new Part(
                    number,
                    title,
                    depth,
                    stretches,
                    noRule,
                    all.stream()
                            .filter(remark -> remark.clause().equals(number))
                            .toList());
        }
    }

    /**
     * A rule in its author's words, which are shown by their labels.
     *
     * @param effect {@code PERMIT} and so on
     * @param covered what rule tests show of it, where that is asked for
     */
    public record Sentence(String rule, String effect, LabelledText words, Optional<RuleCoverage> covered) {

        public Sentence with(RuleCoverage.Text text) {
            return new Sentence(rule, effect, words, text.of(rule));
        }
    }

    /**
     * A policy or a law.
     *
     * @param blocks how a passage is set, block by block
     */
    public static ReadingView of(Edition edition, Function<Source, List<String>> blocks) {
        Source source = new Source(
                edition.document().name().toString(),
                edition.document().content().text());
        return of(source, edition.checked(), edition.vocabulary(), blocks);
    }

    /**
     * A text that may be changed yet, with what was read in it.
     *
     * @param words with their labels
     */
    public static ReadingView of(Source source, CheckedPolicy checked, Vocabulary words) {
        return of(source, checked, words, Documents::htmlOfBlocks);
    }

    private static ReadingView of(
            Source source, CheckedPolicy checked, Vocabulary words, Function<Source, List<String>> blocks) {
        Map<String, Clause> clauses = new HashMap<>();
        checked.clauses().forEach(clause -> clauses.putIfAbsent(clause.number(), clause));
        Map<String, Map<Rule, Sentence>> rules = new HashMap<>();
        checked.policy().rules().forEach(rule -> rules.computeIfAbsent(
                        rule.id().clause(), none -> new LinkedHashMap<>())
                .put(rule, sentence(rule, checked, words)));
        List<Part> parts = new ArrayList<>();
        for (Passage passage : Documents.passages(source)) {
            if (passage.kind() != Passage.Kind.FRONT_MATTER) {
                Optional<Clause> clause = Optional.ofNullable(clauses.get(passage.number()));
                List<String> html = blocks.apply(new Source(passage.number(), body(passage, checked.title()))).stream()
                        .map(block -> LabelledTables.in(block, words))
                        .toList();
                parts.add(part(
                        passage, clause, Stretch.of(html, rules.getOrDefault(passage.number(), Map.of()), clause)));
            }
        }
        return new ReadingView(parts, "");
    }

    /** The same, with what rule tests show of each rule. */
    public ReadingView with(RuleCoverage.Text text) {
        return new ReadingView(passages.stream().map(part -> part.with(text)).toList(), talk);
    }

    /** The same, with what was said about its clauses, and where more can be. */
    public ReadingView with(List<Remark> remarks, String place) {
        return new ReadingView(passages.stream().map(part -> part.with(remarks)).toList(), place);
    }

    public boolean has(String clause) {
        return passages.stream().anyMatch(part -> part.number().equals(clause));
    }

    private static Part part(Passage passage, Optional<Clause> clause, List<Stretch> stretches) {
        return new Part(
                passage.number(),
                passage.title(),
                clause.map(Clause::depth).orElse(2),
                stretches,
                clause.flatMap(Clause::noRule),
                List.of());
    }

    /** The page says the title above the text, and where the text begins by saying it again that is left out. */
    private static String body(Passage passage, String title) {
        String body = passage.body().stripLeading();
        String heading = "# " + title + "\n";
        return body.startsWith(heading) ? body.substring(heading.length()) : passage.body();
    }

    private static Sentence sentence(Rule rule, CheckedPolicy checked, Vocabulary words) {
        return new Sentence(
                rule.id().toString(),
                rule.effect().name(),
                LabelledText.of(checked.sentence(rule.id()), words),
                Optional.empty());
    }
}
