package dev.proviso.drools;

import dev.proviso.policy.Act;
import dev.proviso.policy.Condition;
import dev.proviso.policy.Key;
import dev.proviso.policy.Keys;
import dev.proviso.policy.Policy;
import dev.proviso.policy.Rule;
import dev.proviso.policy.RuleId;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a checked document as DRL that a person can read: one rule for a sentence, named by its id, with the sentence above
 * it. A rule matches where its sentence may apply, and its consequence says whether it does for certain. Nothing an author
 * wrote gets in but through {@link DrlText}.
 */
final class DrlWriter {

    private final Policy policy;
    private final Vocabulary vocabulary;

    DrlWriter(Policy policy, Vocabulary vocabulary) {
        this.policy = policy;
        this.vocabulary = vocabulary;
    }

    String write(Function<RuleId, String> wording) {
        StringBuilder drl = new StringBuilder()
                .append(DrlText.comment(policy.name()))
                .append("package ")
                .append(packageName(policy))
                .append(";\n\nimport ")
                .append(Case.class.getName())
                .append(";\n");
        for (Rule rule : policy.rules()) {
            drl.append('\n').append(DrlText.comment(rule.id() + " " + wording.apply(rule.id())));
            write(rule, drl);
        }
        return drl.toString();
    }

    /** The package of a document's rules; distinct for distinct documents. */
    static String packageName(Policy policy) {
        String name = policy.name()
                .codePoints()
                .mapToObj(c -> c < 128 && Character.isLetterOrDigit(c)
                        ? Character.toString(c)
                        : "_" + Integer.toHexString(c) + "_")
                .collect(Collectors.joining());
        return "dev.proviso." + policy.kind().name().toLowerCase(java.util.Locale.ROOT) + ".d" + name;
    }

    /** The name by which a rule reports that it fired: unlike the rule's id, it is unique among all law documents. */
    static String reportedName(Policy policy, Rule rule) {
        return policy.kind() == Policy.Kind.LAW
                ? policy.name() + " " + rule.id()
                : rule.id().toString();
    }

    private void write(Rule rule, StringBuilder drl) {
        List<String> constraints = constraints(rule);
        drl.append("rule ").append(DrlText.literal(rule.id().toString())).append("\nwhen\n    $case : Case(");
        drl.append(constraints.stream()
                .collect(Collectors.joining(",\n                  ", constraints.isEmpty() ? "" : " ", " ")));
        drl.append(")\nthen\n    $case.").append(consequence(rule)).append(";\nend\n");
    }

    /** Rules whose constraints begin alike share them: what is the same for many, or takes few values, comes first. */
    private List<String> constraints(Rule rule) {
        List<String> constraints = new ArrayList<>();
        Act act = rule.act();
        if (policy.kind() == Policy.Kind.LAW) {
            constraints.add("law(" + DrlText.literal(policy.name()) + ")");
        }
        constraint("operation", Section.OPERATIONS, act.operations(), false).ifPresent(constraints::add);
        constraint("recipient", Section.RECIPIENTS, act.recipients(), true).ifPresent(constraints::add);
        constraint("purpose", Section.PURPOSES, act.purposes(), false).ifPresent(constraints::add);
        constraint("source", Section.SOURCES, act.sources(), true).ifPresent(constraints::add);
        constraint("data", Section.DATA, act.data(), false).ifPresent(constraints::add);
        rule.days().from().ifPresent(day -> constraints.add("day >= " + number(day)));
        rule.days().until().ifPresent(day -> constraints.add("day <= " + number(day)));
        conditions(rule).forEach(part -> constraints.add(DrlCondition.POSSIBLY.write(part, "")));
        return constraints;
    }

    /** What must all hold: the parts of the document's scope and of the rule's own condition. */
    private Stream<Condition> conditions(Rule rule) {
        return Stream.concat(policy.scope().stream(), Stream.of(rule.condition()))
                .flatMap(DrlWriter::parts);
    }

    /** What must all hold for a condition to hold. */
    private static Stream<Condition> parts(Condition condition) {
        return condition instanceof Condition.And and
                ? and.parts().stream().flatMap(DrlWriter::parts)
                : Stream.of(condition);
    }

    private static String number(LocalDate day) {
        return String.valueOf(day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth());
    }

    private Optional<String> constraint(String attribute, Section section, Keys keys, boolean mayBeUnknown) {
        if (keys.isEverything()) {
            return Optional.empty();
        }
        List<String> leaves = keys.listed().stream()
                .flatMap(key -> vocabulary.leaves(section, key).stream())
                .map(Key::value)
                .distinct()
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        if (!keys.any() && mayBeUnknown) {
            leaves.add(Case.UNKNOWN);
        }
        String list = leaves.stream().map(DrlText::literal).collect(Collectors.joining(", "));
        if (leaves.size() == 1) {
            return Optional.of(attribute + (keys.any() ? " != " : " == ") + list);
        }
        return Optional.of(attribute + (keys.any() ? " not in (" : " in (") + list + ")");
    }

    private String consequence(Rule rule) {
        String name = DrlText.literal(reportedName(policy, rule));
        List<String> certain = new ArrayList<>();
        if (!rule.act().sources().isEverything()) {
            certain.add("!$case.getSource().equals(Case.UNKNOWN)");
        }
        if (!rule.act().recipients().isEverything()) {
            certain.add("!$case.getRecipient().equals(Case.UNKNOWN)");
        }
        conditions(rule).map(part -> certainly(part)).forEach(certain::add);
        return certain.isEmpty()
                ? "applies(" + name + ")"
                : "mayApply(" + name + ",\n                   " + String.join("\n                   && ", certain)
                        + ")";
    }

    private static String certainly(Condition part) {
        String written = DrlCondition.CERTAINLY.write(part, "$case.");
        return part instanceof Condition.Or ? "(" + written + ")" : written;
    }
}
