package dev.proviso.web.desk;

import dev.proviso.decision.Edition;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Clause;
import dev.proviso.document.Documents;
import dev.proviso.document.Passage;
import dev.proviso.document.Source;
import dev.proviso.policy.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A document set for reading: its passages, and beside each what the machine enforces of it.
 *
 * @param passages in the order of the text, without the front matter
 */
public record Reading(List<Part> passages) {

    /**
     * A passage.
     *
     * @param number of its clause; empty for what is no clause
     * @param html its text without its heading
     * @param noRule why it decides nothing, where it says so
     */
    public record Part(
            String number, String title, int depth, String html, List<Sentence> rules, Optional<String> noRule) {

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
    }

    /**
     * A rule in its author's words.
     *
     * @param effect {@code PERMIT} and so on
     */
    public record Sentence(String rule, String effect, String words) {}

    /** A policy or a law. */
    static Reading of(Edition edition) {
        Source source = new Source(
                edition.document().name().toString(),
                edition.document().content().text());
        return of(source, edition.checked());
    }

    /** A text, with what was read in it. */
    static Reading of(Source source, CheckedPolicy checked) {
        return new Reading(Documents.passages(source).stream()
                .filter(passage -> passage.kind() != Passage.Kind.FRONT_MATTER)
                .map(passage -> part(passage, checked))
                .toList());
    }

    private static Part part(Passage passage, CheckedPolicy checked) {
        Optional<Clause> clause = checked.clauses().stream()
                .filter(one -> one.number().equals(passage.number()))
                .findFirst();
        return new Part(
                passage.number(),
                passage.title(),
                clause.map(Clause::depth).orElse(2),
                Documents.html(new Source(passage.number(), passage.body())),
                checked.policy().rules().stream()
                        .filter(rule -> rule.id().clause().equals(passage.number()))
                        .map(rule -> sentence(rule, checked))
                        .toList(),
                clause.flatMap(Clause::noRule));
    }

    private static Sentence sentence(Rule rule, CheckedPolicy checked) {
        return new Sentence(rule.id().toString(), rule.effect().name(), checked.sentence(rule.id()));
    }
}
