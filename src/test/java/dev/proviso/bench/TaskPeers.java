package dev.proviso.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.bench.Task.Clause;
import dev.proviso.bench.Task.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Task} and its questions as others write them: Cerbos (YAML with conditions in CEL) and Cedar. */
final class TaskPeers {

    private static final String CERBOS_POLICY = """
            apiVersion: api.cerbos.dev/v1
            resourcePolicy:
              resource: personal_data
              version: default
              rules:
            """;

    private TaskPeers() {}

    static void write(Task task, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("cerbos"));
        Files.createDirectories(folder.resolve("cedar"));
        Files.writeString(folder.resolve("cerbos").resolve("task.yaml"), cerbos(task));
        Files.writeString(folder.resolve("cedar").resolve("task.cedar"), cedar(task));
    }

    static String cerbos(Task task) {
        return CERBOS_POLICY
                + task.clauses().stream().map(TaskPeers::cerbosRule).collect(Collectors.joining());
    }

    private static String cerbosRule(Clause clause) {
        String conditions = Stream.of(
                        in("R.attr.operation", names(clause.operations()), Operation.values().length),
                        in("R.attr.data", clause.data(), Task.DATA.size()),
                        in("R.attr.source", clause.sources(), Task.SOURCES.size()),
                        cel(clause))
                .filter(condition -> !condition.isEmpty())
                .map(condition -> "              - expr: '" + condition + "'\n")
                .collect(Collectors.joining());
        return """
                    - actions: ["%s"]
                      effect: EFFECT_%s
                      roles: ["user"]
                      condition:
                        match:
                          all:
                            of:
                """.formatted(clause.purpose(), clause.permits() ? "ALLOW" : "DENY") + conditions;
    }

    /** Nothing where every value is listed. */
    private static String in(String what, Collection<String> listed, int all) {
        if (listed.size() == all) {
            return "";
        }
        return listed.size() == 1 ? what + " == \"" + listed.iterator().next() + "\"" : what + " in " + quoted(listed);
    }

    private static String cel(Clause clause) {
        return switch (clause.when()) {
            case ALWAYS -> "";
            case CONSENTED -> "\"" + clause.purpose() + "\" in P.attr.consents";
            case LIVES_IN -> "P.attr.country in " + quoted(clause.places());
            case MINOR -> "P.attr.age < " + Task.MINORS_BELOW;
            case OBJECTED -> "\"" + clause.purpose() + "\" in P.attr.objections";
            case NOT_GOING_TO -> "!(R.attr.destination in " + quoted(clause.places()) + ")";
            case RETENTION_OVER -> "R.attr.daysKept > " + Task.RETENTION_DAYS;
            case NOT_CONSENTED_SEPARATELY -> "!(\"" + clause.purpose() + "\" in P.attr.separateConsents)";
        };
    }

    /** A body of Cerbos' check API. Ages and periods are counted already, which the peer would have to do else. */
    static ObjectNode cerbosBody(TaskQuestion question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("requestId", "q-" + question.number());
        ObjectNode principal = body.putObject("principal").put("id", "u-" + question.number());
        principal.putArray("roles").add("user");
        ObjectNode user = principal.putObject("attr").put("country", question.country());
        user.put("age", question.age());
        optional(user, "consents", question.consented(), question.purpose());
        optional(user, "separateConsents", question.consentedSeparately(), question.purpose());
        optional(user, "objections", question.objected(), question.purpose());
        ObjectNode asked = body.putArray("resources").addObject();
        asked.putArray("actions").add(question.purpose());
        asked.putObject("resource")
                .put("kind", "personal_data")
                .put("id", question.data())
                .putObject("attr")
                .put("data", question.data())
                .put("source", question.source())
                .put("operation", question.operationKey())
                .put("destination", question.destination())
                .put("daysKept", question.daysKept());
        return body;
    }

    private static void optional(ObjectNode attributes, String name, boolean there, String value) {
        var list = attributes.putArray(name);
        if (there) {
            list.add(value);
        }
    }

    static String cedar(Task task) {
        return task.clauses().stream().map(TaskPeers::cedarPolicy).collect(Collectors.joining("\n"));
    }

    private static String cedarPolicy(Clause clause) {
        String conditions = Stream.of(
                        contained(names(clause.operations()), "operation", Operation.values().length),
                        contained(clause.data(), "data", Task.DATA.size()),
                        contained(clause.sources(), "source", Task.SOURCES.size()),
                        cedarCondition(clause))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" && "));
        return "%s (principal, action == Action::\"%s\", resource)%s;\n"
                .formatted(
                        clause.permits() ? "permit" : "forbid",
                        clause.purpose(),
                        conditions.isEmpty() ? "" : " when { " + conditions + " }");
    }

    private static String contained(Collection<String> listed, String what, int all) {
        return listed.size() == all ? "" : quoted(listed) + ".contains(context." + what + ")";
    }

    private static String cedarCondition(Clause clause) {
        String purpose = "\"" + clause.purpose() + "\"";
        return switch (clause.when()) {
            case ALWAYS -> "";
            case CONSENTED -> "context.consents.contains(" + purpose + ")";
            case LIVES_IN -> quoted(clause.places()) + ".contains(context.country)";
            case MINOR -> "context.age < " + Task.MINORS_BELOW;
            case OBJECTED -> "context.objections.contains(" + purpose + ")";
            case NOT_GOING_TO -> "!" + quoted(clause.places()) + ".contains(context.destination)";
            case RETENTION_OVER -> "context.daysKept > " + Task.RETENTION_DAYS;
            case NOT_CONSENTED_SEPARATELY -> "!context.separateConsents.contains(" + purpose + ")";
        };
    }

    /** All facts in one object. */
    static ObjectNode cedarContext(TaskQuestion question) {
        ObjectNode cerbos = cerbosBody(question);
        ObjectNode facts = (ObjectNode) cerbos.path("principal").path("attr").deepCopy();
        facts.setAll(
                (ObjectNode) cerbos.path("resources").path(0).path("resource").path("attr"));
        return facts;
    }

    static Collection<String> names(Collection<Operation> operations) {
        return operations.stream()
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    static String quoted(Collection<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
