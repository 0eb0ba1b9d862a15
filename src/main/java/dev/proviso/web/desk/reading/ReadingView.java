package dev.proviso.web.desk.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Clause;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.library.Edition;
import dev.proviso.policy.Rule;
import dev.proviso.publication.Remark;
import dev.proviso.web.desk.tests.RuleCoverage;
import java.util.HashMap;
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
     * @param html its text without its heading
     * @param noRule why it decides nothing, where it says so
     */
    public record Part(
            String number,
            String title,
            int depth,
            String html,
            List<Sentence> rules,
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
            return RuleCoverage.State.of(rules.stream()
                    .flatMap(rule -> rule.covered().stream())
                    .map(RuleCoverage::state)
                    .toList());
        }

        private Part with(RuleCoverage.Text text) {
            return new Part(
                    number,
                    title,
                    depth,
                    html,
                    rules.stream().map(rule -> rule.with(text)).toList(),
                    noRule,
                    remarks);
        }

        private Part with(List<Remark> all) {
            return new Part(
                    number,
                    title,
                    depth,
                    html,
                    rules,
                    noRule,
                    all.stream()
                            .filter(remark -> remark.clause().equals(number))
                            .toList());
        }
    }

    /**
     * A rule in its author's words.
     *
     * @param effect {@code PERMIT} and so on
     * @param covered what rule tests show of it, where that is asked for
     */
    public record Sentence(String rule, String effect, String words, Optional<RuleCoverage> covered) {

        public Sentence with(RuleCoverage.Text text) {
            return new Sentence(rule, effect, words, text.of(rule));
        }
    }

    /**
     * A policy or a law.
     *
     * @param html how a passage is set
     */
    public static ReadingView of(Edition edition, Function<Source, String> html) {
        Source source = new Source(
                edition.document().name().toString(),
                edition.document().content().text());
        return of(source, edition.checked(), html);
    }

    /** A text that may be changed yet, with what was read in it. */
    public static ReadingView of(Source source, CheckedPolicy checked) {
        return of(source, checked, Documents::htmlOfPassage);
    }

    private static ReadingView of(Source source, CheckedPolicy checked, Function<Source, String> html) {
        Map<String, Clause> clauses = new HashMap<>();
        checked.clauses().forEach(clause -> clauses.putIfAbsent(clause.number(), clause));
        Map<String, List<Sentence>> rules = checked.policy().rules().stream()
                .collect(groupingBy(rule -> rule.id().clause(), mapping(rule -> sentence(rule, checked), toList())));
        return new ReadingView(
                Documents.passages(source).stream()
                        .filter(passage -> passage.kind() != Passage.Kind.FRONT_MATTER)
                        .map(passage -> part(
                                passage,
                                Optional.ofNullable(clauses.get(passage.number())),
                                html.apply(new Source(passage.number(), body(passage, checked.title()))),
                                rules.getOrDefault(passage.number(), List.of())))
                        .toList(),
                "");
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

    private static Part part(Passage passage, Optional<Clause> clause, String html, List<Sentence> rules) {
        return new Part(
                passage.number(),
                passage.title(),
                clause.map(Clause::depth).orElse(2),
                html,
                rules,
                clause.flatMap(Clause::noRule),
                List.of());
    }

    /** The page says the title above the text, and where the text begins by saying it again that is left out. */
    private static String body(Passage passage, String title) {
        String body = passage.body().stripLeading();
        String heading = "# " + title + "\n";
        return body.startsWith(heading) ? body.substring(heading.length()) : passage.body();
    }

    private static Sentence sentence(Rule rule, CheckedPolicy checked) {
        return new Sentence(rule.id().toString(), rule.effect().name(), checked.sentence(rule.id()), Optional.empty());
    }
}
