import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.Context;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks Cedar the questions of the task in its own process, with its policies cached, and prints the microseconds of CPU of the
 * deciding thread for each; the request is built within the timed part. Arguments: a folder of the task, seconds.
 */
public final class CedarTask {

    private static final EntityUID RESOURCE = EntityUID.parse("Data::\"any\"").orElseThrow();

    private record Question(String user, String purpose, JsonNode facts, boolean permitted) {}

    private CedarTask() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        PolicySet policies = PolicySet.parsePolicies(Files.readString(folder.resolve("cedar/task.cedar")));
        policies.cache();
        List<Question> questions = questions(folder.resolve("cedar.tsv"));
        ask(policies, questions, seconds);
        System.out.println(ask(policies, questions, seconds));
    }

    /** Asks for so long; every answer is held against the known one. */
    private static double ask(PolicySet policies, List<Question> questions, int seconds) throws Exception {
        BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
        Entities nobody = new Entities();
        var thread = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long before = thread.getCurrentThreadCpuTime();
        int asked = 0;
        while (System.nanoTime() < end) {
            Question question = questions.get(asked++ % questions.size());
            boolean permitted = engine.isAuthorized(request(question), policies, nobody)
                    .success
                    .orElseThrow()
                    .isAllowed();
            if (permitted != question.permitted()) {
                throw new IllegalStateException("Not the known answer: " + question);
            }
        }
        return (thread.getCurrentThreadCpuTime() - before) / 1_000.0 / asked;
    }

    private static AuthorizationRequest request(Question question) {
        Map<String, Value> context = new HashMap<>();
        question.facts().fields().forEachRemaining(fact -> context.put(fact.getKey(), value(fact.getValue())));
        return new AuthorizationRequest(
                EntityUID.parse("User::\"" + question.user() + "\"").orElseThrow(),
                EntityUID.parse("Action::\"" + question.purpose() + "\"").orElseThrow(),
                RESOURCE,
                new Context(context));
    }

    private static Value value(JsonNode node) {
        if (node.isArray()) {
            List<Value> values = new ArrayList<>();
            node.forEach(each -> values.add(value(each)));
            return new CedarList(values);
        }
        return node.isNumber() ? new PrimLong(node.asLong()) : new PrimString(node.asText());
    }

    private static List<Question> questions(Path file) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", 4);
            questions.add(new Question(parts[0], parts[1], mapper.readTree(parts[3]), parts[2].equals("PERMIT")));
        }
        return questions;
    }
}
