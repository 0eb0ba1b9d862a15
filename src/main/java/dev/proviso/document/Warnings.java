package dev.proviso.document;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.FactKind;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Points out what can be read and is probably not meant. */
final class Warnings {

    private final Findings findings;

    private Warnings(Findings findings) {
        this.findings = findings;
    }

    static void check(List<ReadRule> rules, Words words, Findings findings) {
        var doubts = new Warnings(findings);
        rules.forEach(doubts::idleConditions);
        rules.forEach(doubts::retention);
        if (findings.errors() == 0) {
            HiddenPermits.check(rules, words, findings);
        }
    }

    private void retention(ReadRule read) {
        Keys operations = read.rule().act().operations();
        boolean isOnlyRetention =
                !operations.any() && operations.listed().stream().allMatch(Key.RETAIN::covers);
        boolean asks =
                conditions(read.rule()).flatMap(Condition::atoms).anyMatch(atom -> atom.kind() == FactKind.RETENTION);
        if (asks && !isOnlyRetention) {
            findings.warning(
                    "retention-beyond-retain",
                    read.sentence().span(),
                    "This rule asks for the retention period, but reaches beyond retention to other operations.");
        }
    }

    private void idleConditions(ReadRule read) {
        Rule rule = read.rule();
        Optional<String> doubt = conditions(rule).flatMap(Warnings::doubt).findFirst();
        Optional<String> both =
                rule.onlyIf().flatMap(onlyIf -> rule.unless().flatMap(unless -> shared(onlyIf, unless)));
        doubt.or(() -> both)
                .ifPresent(message ->
                        findings.warning("idle-condition", read.sentence().span(), message));
    }

    private static Stream<Condition> conditions(Rule rule) {
        return Stream.concat(rule.onlyIf().stream(), rule.unless().stream());
    }

    /** What stands in a list of conditions without mattering, at any depth. */
    private static Stream<String> doubt(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return doubt(not.part());
        }
        if (condition instanceof Condition.And and) {
            return Stream.concat(
                    inList(and.parts(), "never holds"), and.parts().stream().flatMap(Warnings::doubt));
        }
        if (condition instanceof Condition.Or or) {
            return Stream.concat(
                    inList(or.parts(), "always holds"), or.parts().stream().flatMap(Warnings::doubt));
        }
        return Stream.empty();
    }

    private static Stream<String> inList(List<Condition> parts, String outcome) {
        Set<Condition> seen = new HashSet<>();
        return parts.stream().flatMap(part -> {
            if (!seen.add(part)) {
                return Stream.of("%s stands here twice and matters once.".formatted(said(part)));
            }
            return seen.contains(opposite(part))
                    ? Stream.of("This condition %s where everything is known: %s stands beside its opposite."
                            .formatted(outcome, said(part instanceof Condition.Not not ? not.part() : part)))
                    : Stream.empty();
        });
    }

    /** What an "if" demands and an "unless" excludes. */
    private static Optional<String> shared(Condition onlyIf, Condition unless) {
        List<Condition> demanded = onlyIf instanceof Condition.And and ? and.parts() : List.of(onlyIf);
        List<Condition> excluded = unless instanceof Condition.Or or ? or.parts() : List.of(unless);
        return demanded.stream()
                .filter(new HashSet<>(excluded)::contains)
                .findFirst()
                .map(part ->
                        "This rule never applies: %s stands under \"if\" and under \"unless\".".formatted(said(part)));
    }

    private static Condition opposite(Condition part) {
        return part instanceof Condition.Not not ? not.part() : new Condition.Not(part);
    }

    private static String said(Condition part) {
        if (part instanceof Atom atom) {
            return Findings.quoted(atom.sentence());
        }
        return part instanceof Condition.Not not && not.part() instanceof Atom atom
                ? Findings.quoted("not " + atom.sentence())
                : "a part";
    }
}
