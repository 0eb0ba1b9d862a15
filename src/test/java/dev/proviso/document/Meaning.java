package dev.proviso.document;

import dev.proviso.policy.Atom;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Days;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Row;
import dev.proviso.policy.Rule;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes down what a document means, one line for each thing that it says. */
final class Meaning {

    private final StringBuilder lines = new StringBuilder();

    static String of(CheckedPolicy checked) {
        var meaning = new Meaning();
        meaning.policy(checked);
        checked.clauses().forEach(meaning::clause);
        checked.policy().rules().forEach(rule -> meaning.rule(rule, checked));
        checked.policy().rows().forEach(meaning::row);
        return meaning.lines.toString();
    }

    private void line(String text) {
        lines.append(text).append('\n');
    }

    private void policy(CheckedPolicy checked) {
        Policy policy = checked.policy();
        line("%s, %s, \"%s\"".formatted(policy.name(), policy.kind(), checked.title()));
        policy.controller().ifPresent(place -> line("controller " + checked.controllerName() + " in " + place));
        policy.heldIn().ifPresent(place -> line("held in " + place));
        if (policy.lawNotDrawn() == Policy.LawNotDrawn.PASSED_OVER) {
            line("law not drawn is passed over");
        }
        line("vocabulary " + policy.vocabulary() + ", days of " + policy.timeZone());
        line("from " + policy.effective().map(Object::toString).orElse("publication")
                + policy.until().map(until -> " until " + until).orElse(""));
        policy.scope().ifPresent(scope -> line("scope " + condition(scope)));
    }

    private void clause(Clause clause) {
        line("clause %s, depth %d, \"%s\"%s"
                .formatted(
                        clause.number(),
                        clause.depth(),
                        clause.title(),
                        clause.noRule().map(reason -> ", no rule: " + reason).orElse("")));
    }

    private void rule(Rule rule, CheckedPolicy checked) {
        var act = rule.act();
        line("rule %s %s %s%s".formatted(rule.id(), rule.effect(), days(rule.days()), checked.sentence(rule.id())));
        line("  operations [%s] data [%s] purposes [%s] sources [%s] recipients [%s]"
                .formatted(act.operations(), act.data(), act.purposes(), act.sources(), act.recipients()));
        rule.duty().ifPresent(duty -> line("  duty " + duty.obligation() + " " + duty.timing()));
        rule.onlyIf().ifPresent(condition -> line("  if " + condition(condition)));
        rule.unless().ifPresent(condition -> line("  unless " + condition(condition)));
        if (!rule.notwithstanding().isEmpty()) {
            line("  notwithstanding " + rule.notwithstanding());
        }
    }

    private void row(Row row) {
        String more = "";
        if (row instanceof Row.Age age) {
            more = " majority %s consent %s jointly %s".formatted(age.majority(), age.consent(), age.jointlyFrom());
        } else if (row instanceof Row.Transfer transfer) {
            more = " accepts " + transfer.accepts()
                    + transfer.when().map(when -> " when " + condition(when)).orElse("");
        } else if (row instanceof Row.Retention retention) {
            more = " period " + retention.period().map(Object::toString).orElse("unset");
        } else if (row instanceof Row.Basis basis) {
            more = " basis " + basis.basis();
        }
        line("row %s %s%s %s".formatted(row.key(), days(row.days()), more.strip(), row.provenance()));
    }

    private static String days(Days days) {
        return days.equals(Days.ALWAYS) ? "" : "<" + day(days.from()) + ".." + day(days.until()) + "> ";
    }

    private static String day(Optional<?> day) {
        return day.map(Object::toString).orElse("");
    }

    private static String condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().map(Meaning::condition).collect(Collectors.joining(" AND ", "(", ")"));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().map(Meaning::condition).collect(Collectors.joining(" OR ", "(", ")"));
        }
        if (condition instanceof Condition.Not not) {
            return "NOT " + condition(not.part());
        }
        return "[" + ((Atom) condition).sentence() + "]";
    }
}
