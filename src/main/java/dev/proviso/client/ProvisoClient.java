package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks a Proviso service. One client serves all threads of a program.
 *
 * <p>Asking never throws: where no answer can be had, for whatever reason, there is one that permits nothing and says why.
 */
public final class ProvisoClient {

    /** As many questions go out together; more go one lot after the other. */
    private static final int LOT = 1000;

    private final Transport transport;

    private ProvisoClient(Transport transport) {
        this.transport = transport;
    }

    /**
     * How a client is to ask; it still has to be said how it signs in.
     *
     * @param address of the service, such as {@code https://proviso.example.com}
     * @throws IllegalArgumentException if it is no address of HTTP
     */
    public static Settings at(URI address) {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException(address + " does not begin with https:// or http://.");
        }
        return new Settings(address, ProvisoClient::nobody, Duration.ofSeconds(2), Duration.ofSeconds(5), 2);
    }

    private static String nobody() {
        throw new IllegalStateException("neither an account nor tokens were given to the client");
    }

    /**
     * How a client asks; each method gives other settings.
     *
     * @param credentials what the header {@code Authorization} says, asked for with each call
     * @param connectTimeout the longest time to wait for a connection
     * @param timeout the longest time that a call takes, however often it is sent
     * @param retries how often a call may be sent again. That is done for a question if it cannot have reached the service or
     *     the service says when to come back; for everything else if a failure may pass
     */
    public record Settings(
            URI address, Supplier<String> credentials, Duration connectTimeout, Duration timeout, int retries) {

        /** Signs in with name and password. */
        public Settings account(String name, String password) {
            byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
            String header = "Basic " + Base64.getEncoder().encodeToString(both);
            return new Settings(address, () -> header, connectTimeout, timeout, retries);
        }

        /** Signs in with tokens of an OIDC provider. */
        public Settings tokens(Supplier<String> tokens) {
            return new Settings(address, () -> "Bearer " + tokens.get(), connectTimeout, timeout, retries);
        }

        public Settings connectTimeout(Duration time) {
            return new Settings(address, credentials, time, timeout, retries);
        }

        public Settings timeout(Duration time) {
            return new Settings(address, credentials, connectTimeout, time, retries);
        }

        public Settings retries(int most) {
            return new Settings(address, credentials, connectTimeout, timeout, most);
        }

        public ProvisoClient client() {
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(connectTimeout)
                    .build();
            return new ProvisoClient(new Transport(http, address, credentials, timeout, retries));
        }
    }

    /** Asks a question. Never throws, and never permits what the service did not permit. */
    public Answer ask(Question question) {
        try {
            Transport.Reply reply = transport.send(Call.question("/v1/decisions", question.json()));
            return reply.succeeded()
                    ? AnswerReader.answer(question.policy(), reply.status(), reply.json())
                    : Answer.none(question.policy(), AnswerReader.problem(reply.status(), reply.json()));
        } catch (ProvisoException e) {
            return Answer.none(question.policy(), e.problem());
        }
    }

    /**
     * Asks any number of questions. Never throws.
     *
     * @return the answers, in the order of the questions
     */
    public List<Answer> askAll(List<Question> questions) {
        List<Answer> answers = new ArrayList<>();
        for (int start = 0; start < questions.size(); start += LOT) {
            answers.addAll(askLot(questions.subList(start, Math.min(start + LOT, questions.size()))));
        }
        return answers;
    }

    private List<Answer> askLot(List<Question> questions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("questions");
        questions.forEach(question -> list.add(question.json()));
        try {
            Transport.Reply reply = transport.send(Call.question("/v1/decisions/batch", body));
            JsonNode answers = reply.json().path("answers");
            if (!reply.succeeded()) {
                return none(questions, AnswerReader.problem(reply.status(), reply.json()));
            }
            return answers.isArray() && answers.size() == questions.size()
                    ? read(questions, answers)
                    : none(questions, Problem.unreadable(reply.status(), "there is not one answer for each question"));
        } catch (ProvisoException e) {
            return none(questions, e.problem());
        }
    }

    private static List<Answer> read(List<Question> questions, JsonNode answers) {
        List<Answer> read = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            read.add(AnswerReader.answer(questions.get(i).policy(), 200, answers.get(i)));
        }
        return read;
    }

    private static List<Answer> none(List<Question> questions, Problem problem) {
        return questions.stream()
                .map(question -> Answer.none(question.policy(), problem))
                .toList();
    }

    /**
     * What the service knows of a user.
     *
     * @param id the caller's own name for the user
     */
    public UserLedger user(String id) {
        return new UserLedger(transport, id);
    }
}
