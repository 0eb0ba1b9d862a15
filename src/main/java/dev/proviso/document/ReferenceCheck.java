package dev.proviso.document;

import dev.proviso.document.grammar.SentenceParser.NotwithstandingContext;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Effect;
import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Checks what a sentence says about other rules: ids after "notwithstanding", and "the use is permitted". */
final class ReferenceCheck {

    private final Set<String> forbids = new TreeSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<String> clauses;
    private final Findings findings;

    /** Where some sentence could not be read, only ids of clauses that do not stand in the document are surely wrong. */
    private final boolean isComplete;

    private ReferenceCheck(Set<String> clauses, Findings findings) {
        this.clauses = clauses;
        this.findings = findings;
        this.isComplete = findings.errors() == 0;
    }

    /**
     * Checks all rules that could be read.
     *
     * @param clauses the numbers of all clauses of the document
     */
    static void check(List<ReadRule> rules, Set<String> clauses, Findings findings) {
        var check = new ReferenceCheck(clauses, findings);
        for (ReadRule read : rules) {
            RuleId id = read.rule().id();
            Set<String> known = read.rule().effect() == Effect.FORBID ? check.forbids : check.others;
            known.add(id.toString());
            known.add(id.clause());
        }
        rules.forEach(check::ids);
        rules.forEach(check::use);
    }

    private void ids(ReadRule read) {
        var statement = read.sentence().tree().statement();
        if (statement.permit() == null || statement.permit().notwithstanding() == null) {
            return;
        }
        NotwithstandingContext clause = statement.permit().notwithstanding();
        clause.ID().forEach(id -> id(read, id.getSymbol()));
    }

    private void id(ReadRule read, Token word) {
        String written = Sentences.text(read.sentence().block(), word);
        String id = RuleId.parse(written).map(RuleId::toString).orElse(written);
        boolean mayBeThere = !isComplete
                && RuleId.parse(written)
                        .map(RuleId::clause)
                        .filter(clauses::contains)
                        .isPresent();
        if (forbids.contains(id) || mayBeThere) {
            return;
        }
        String message = others.contains(id)
                ? "There is no Forbid under %s; a Permit stands notwithstanding a Forbid."
                : "This document has no rule %s.";
        findings.error(
                "unknown-rule",
                read.sentence().span(word),
                message.formatted(written.length() > 40 ? "of that number" : written),
                findings.nearest(id, forbids));
    }

    /** "The use is permitted" asks the policy about the use; in a rule about the use it would ask for its own answer. */
    private void use(ReadRule read) {
        Rule rule = read.rule();
        boolean asks = Stream.concat(rule.onlyIf().stream(), rule.unless().stream())
                .flatMap(Condition::atoms)
                .anyMatch(atom -> atom.kind() == FactKind.USE);
        if (asks && rule.act().operations().covers(Key.USE)) {
            findings.error(
                    "circular-condition",
                    read.sentence().span(),
                    "A rule about the use cannot ask whether the use is permitted: name other operations, such as disclosure.");
        }
    }
}
