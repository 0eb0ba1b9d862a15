package dev.proviso.cli;

import dev.proviso.decision.Decided;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.document.Wording;
import dev.proviso.library.Edition;
import dev.proviso.policy.RuleId;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** An answer for a person to read. */
final class ReadableAnswer {

    private final DecisionAnswer answer;
    private final Decided decided;
    private final StringBuilder text = new StringBuilder();

    ReadableAnswer(DecisionAnswer answer, Decided decided) {
        this.answer = answer;
        this.decided = decided;
    }

    String text() {
        line(answer.decision().name());
        line("");
        answer.reasons().forEach(this::reason);
        answer.parts().ifPresent(parts -> parts.forEach(part -> line(part.data() + ": " + part.decision())));
        if (!answer.missing().isEmpty()) {
            line("Missing: " + String.join(", ", answer.missing()));
        }
        if (!answer.lawNotDrawn().isEmpty()) {
            line("Law not drawn: " + String.join(", ", answer.lawNotDrawn())
                    + ". No document says what the law there asks.");
        }
        answer.obligations()
                .forEach(duty -> line("Required " + duty.when() + " it: " + duty.obligation() + " (" + duty.rule()
                        + (duty.outcome().equals("MAY_APPLY") ? ", perhaps" : "") + ")"));
        answer.remedies().forEach(changes -> line("It would be permitted if " + String.join(", and ", changes) + "."));
        if (answer.moreRemedies()) {
            line("There was too much to try; other changes may lead to a permit too.");
        }
        answer.explanation().ifPresent(rules -> rules.forEach(this::explained));
        line("Asked " + answer.policy() + ", version " + answer.version() + ", at " + answer.at() + "; " + law());
        answer.validUntil().ifPresent(until -> line("The answer may change at " + until + "."));
        return text.toString();
    }

    private void reason(DecisionAnswer.Reason reason) {
        String title = reason.title().isEmpty() ? "" : " " + reason.title();
        line("  " + reason.rule() + title + " (" + reason.document() + " " + reason.version() + place(reason) + ")"
                + (reason.outcome().equals("MAY_APPLY") ? ", which may apply:" : ":"));
        line("    " + reason.sentence());
        reason.rows().forEach(row -> line("    " + ReadableRow.text(row)));
        line("");
    }

    private void explained(DecisionAnswer.Explained rule) {
        line("  " + rule.outcome() + " " + rule.rule() + " (" + rule.document() + "): " + rule.sentence());
        rule.conditions().forEach(each -> line("    " + each.value() + " " + each.condition()));
    }

    private String place(DecisionAnswer.Reason reason) {
        return RuleId.parse(reason.rule())
                .flatMap(rule -> edition(reason).flatMap(edition -> line(edition, rule)))
                .map(line -> ", line " + line)
                .orElse("");
    }

    private Optional<Edition> edition(DecisionAnswer.Reason reason) {
        return Stream.of(Kind.POLICY, Kind.LAW)
                .flatMap(kind ->
                        decided.library().edition(new DocumentName(kind, reason.document(), reason.version())).stream())
                .findFirst();
    }

    private static Optional<Integer> line(Edition edition, RuleId rule) {
        return Optional.ofNullable(edition.checked().wording().get(rule))
                .map(Wording::span)
                .map(span -> AskFile.line(edition, span.start()));
    }

    private String law() {
        int laws = decided.laws().size();
        return (laws == 0 ? "no law" : laws == 1 ? "one law document" : laws + " law documents") + " in force.";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
