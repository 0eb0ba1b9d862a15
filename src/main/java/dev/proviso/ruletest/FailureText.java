package dev.proviso.ruletest;

import java.util.Locale;

/** Why a test failed, for a person to read. */
public final class FailureText {

    private final Outcome outcome;
    private final StringBuilder text = new StringBuilder();

    /** @param outcome of a test that failed */
    public FailureText(Outcome outcome) {
        this.outcome = outcome;
    }

    /** One sentence: which test, what was expected and what is answered. */
    public String sentence() {
        return "The rule test \"" + outcome.test().name() + "\" (" + place() + ") fails under " + version() + ": "
                + String.join(" ", outcome.differences());
    }

    /** All of it, on several lines. */
    public String text() {
        outcome.failure().ifPresent(failure -> {
            line("FAILED " + outcome.test().name());
            line("  " + place() + ", under " + version());
            line("  asked:    " + failure.asked());
            if (!failure.facts().isEmpty()) {
                line("            " + failure.facts());
            }
            line("  expected: " + failure.expected());
            line("  answer:   " + failure.answered());
            failure.differences().forEach(difference -> line("  " + difference));
            failure.rules().forEach(this::rule);
        });
        return text.toString();
    }

    private String place() {
        return outcome.test().file() + ", line " + outcome.test().line();
    }

    private String version() {
        return outcome.test().version().policy() + " "
                + outcome.test().version().label();
    }

    private void rule(TestFailure.Weighed rule) {
        line("");
        line("  " + rule.rule() + " " + fared(rule) + " (" + rule.file() + ", line " + rule.line() + ")");
        if (!rule.sentence().isEmpty()) {
            line("    " + rule.sentence());
        }
        if (!rule.note().isEmpty()) {
            line("    " + rule.note());
        }
        rule.conditions()
                .forEach(turn -> line("      " + (turn.decisive() ? "> " : "  ") + turn.condition() + ": "
                        + turn.value().toLowerCase(Locale.ROOT)));
    }

    private static String fared(TestFailure.Weighed rule) {
        String how =
                switch (rule.outcome()) {
                    case "APPLIES" -> "applies";
                    case "MAY_APPLY" -> "may apply";
                    case "DEFEATED" -> "is defeated";
                    default -> "does not apply";
                };
        return switch (rule.part()) {
            case DECIDED -> rule.outcome().equals("APPLIES") ? "decides" : how;
            case EXPECTED -> "was expected to decide, and " + (rule.outcome().equals("APPLIES") ? "does not" : how);
            case COULD_HAVE -> "is about this, and " + how;
        };
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
