package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes versions from the draft to publication, as drafter, approver and publisher do over HTTP: vocabularies, which nobody
 * has to compile. Whatever else happens, the chain of what was published is unbroken.
 */
final class PublishedVersions implements Writer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAUSE_MILLIS = 100;

    private final ServiceProcess service;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();

    PublishedVersions(ServiceProcess service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "published versions";
    }

    @Override
    public void write() throws Exception {
        String id = "words-" + number.incrementAndGet();
        String drafts = "/v1/policies/" + id + "/drafts";
        String text = "vocabulary: " + id + "\nversion: \"1\"\npurposes:\n  service: {}\n";
        expect(201, service.send("POST", drafts, "application/yaml", text, "drafter"));
        expect(200, service.send("POST", drafts + "/1/submit", "{\"acknowledged\": [\"*\"]}", "drafter"));
        expect(200, service.send("POST", drafts + "/1/approve", "{}", "approver"));
        expect(200, service.send("POST", drafts + "/1/publish", "{}", "publisher"));
        acknowledged.add(id);
        // The store keeps what 300 faults leave, and reads it at each start.
        Thread.sleep(PAUSE_MILLIS);
    }

    /** While the database goes down, a service that is still up says 500 or 503; that acknowledges nothing. */
    private static void expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 500) {
            throw new IOException(response.body());
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    @Override
    public int acknowledged() {
        return acknowledged.size();
    }

    @Override
    public void check() throws Exception {
        JsonNode listed =
                JSON.readTree(service.send("GET", "/v1/policies", "", "auditor").body());
        Set<String> published = new TreeSet<>();
        for (JsonNode policy : listed.path("policies")) {
            if (policy.path("versions").findValuesAsText("state").contains("PUBLISHED")) {
                published.add(policy.path("policy").asText());
            }
        }
        assertThat(published).containsAll(acknowledged);
        JsonNode chain = JSON.readTree(
                service.send("GET", "/v1/policies/shop/chain", "", "auditor").body());
        assertThat(chain.path("intact").asBoolean()).as(chain.toString()).isTrue();
    }
}
