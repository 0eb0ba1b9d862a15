package dev.proviso.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A policy with a version that is published and one that is a draft, so that the forms of the desk have something to work on. */
final class Premises {

    private static final Set<Integer> DONE = Set.of(200, 201, 409, 412);
    private static final String DRAFTS = "/v1/policies/" + Words.POLICY + "/drafts";

    private Premises() {}

    static void build(Wire wire) throws IOException, InterruptedException {
        String first = DRAFTS + "/1";
        step(wire, "drafter", DRAFTS, "text/markdown", Text.document(Words.POLICY, "1"));
        step(wire, "drafter", first + "/submit", "application/json", "{\"acknowledged\": [\"*\"]}");
        step(wire, "approver", first + "/approve", "application/json", "{\"comment\": \"fine\"}");
        step(wire, "publisher", first + "/publish", "application/json", "{}");
        step(
                wire,
                "drafter",
                DRAFTS,
                "text/markdown",
                Text.document(Words.POLICY, "2").replace("2100-", "2101-"));
    }

    private static void step(Wire wire, String account, String address, String type, String body)
            throws IOException, InterruptedException {
        Attempt attempt = new Attempt("POST " + address, false, account, address);
        attempt.header("Content-Type", type);
        attempt.header("If-Match", "*");
        attempt.body(body.getBytes(StandardCharsets.UTF_8));
        Answer answer = wire.send(attempt);
        if (!DONE.contains(answer.status())) {
            throw new AssertionError(address + ": " + answer);
        }
    }
}
