package dev.proviso.web.desk.ask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.proviso.decision.DecisionAnswer;
import dev.proviso.publication.Content;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import dev.proviso.publication.VersionTests;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question that was asked, kept as a rule test that expects the same answer.
 *
 * @param question as programs ask it
 */
record KeptQuestion(ObjectNode question, DecisionAnswer answer) {

    /** Who the user is says nothing to the answer, and is nobody's business in a test. */
    KeptQuestion {
        question = question.deepCopy();
        if (question.path("user") instanceof ObjectNode user) {
            user.remove("id");
        }
    }

    static final String FILE = "kept.yaml";
    private static final int LONGEST = 200;
    private static final Pattern TEST = Pattern.compile("(?m)^[ \\t]*+-?[ \\t]*+test:[ \\t]*+([^\\r\\n]*+)");
    private static final List<String> NOT_IN_TESTS = List.of("policy", "version", "trial");

    /**
     * The tests, with this one at the end of the file for what was kept.
     *
     * @param sentence by which it is known
     */
    VersionTests in(VersionTests tests, String sentence) {
        String name = sentence.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new Refused.Unreadable(
                    "A rule test is known by a sentence of 1 to " + LONGEST + " characters.", Faults.NONE);
        }
        String before =
                Optional.ofNullable(tests.files().get(FILE)).map(Content::text).orElseGet(this::head);
        String ended = before.endsWith("\n") ? before : before + "\n";
        return tests.with(FILE, ended + test(free(name, before)));
    }

    private String head() {
        return "# Questions that were asked on the desk, and kept.\n\npolicy: " + answer.policy() + "\nnow: "
                + answer.at() + "\n\ntests:\n";
    }

    /** No two tests of a file have one name, whoever wrote them. */
    private static String free(String name, String text) {
        Set<String> names = new HashSet<>();
        Matcher test = TEST.matcher(text);
        while (test.find()) {
            String written = test.group(1).strip();
            names.add(written);
            names.add(written.replaceAll("^[\"']|[\"']$", ""));
        }
        String free = name;
        for (int i = 2; names.contains(free) || names.contains(quoted(free)); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    private String test(String name) {
        StringBuilder test =
                new StringBuilder("\n  - test: ").append(quoted(name)).append('\n');
        question.properties().stream()
                .filter(field -> !NOT_IN_TESTS.contains(field.getKey()))
                .filter(field ->
                        !field.getValue().isObject() || !field.getValue().isEmpty())
                .forEach(field -> test.append("    ")
                        .append(field.getKey())
                        .append(": ")
                        .append(field.getValue()) // YAML reads JSON
                        .append('\n'));
        return test.append("    expect: ").append(expected()).append('\n').toString();
    }

    private String expected() {
        String rules = answer.reasons().stream().map(this::cited).distinct().collect(Collectors.joining(" and "));
        return answer.decision() + (rules.isEmpty() ? "" : " by " + rules);
    }

    private String cited(DecisionAnswer.Reason reason) {
        return reason.rule().equals(DecisionAnswer.DEFAULT) || reason.document().equals(answer.policy())
                ? reason.rule()
                : reason.document() + " " + reason.rule();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
