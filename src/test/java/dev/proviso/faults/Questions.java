package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks over HTTP: whenever there is an answer, before and after every fault, it is the same and of the same rulebook; and it
 * was recorded before it was given.
 */
final class Questions implements Writer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = """
            {"policy": "shop", "version": "1", "at": "2020-02-01T00:00:00Z", "purpose": "service", "data": "email"}""";

    private final ServiceProcess service;
    private final AtomicInteger answered = new AtomicInteger();
    private final Set<String> rulebooks = new ConcurrentSkipListSet<>();
    private final Set<String> unchecked = new ConcurrentSkipListSet<>();

    Questions(ServiceProcess service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "answered questions";
    }

    @Override
    public void write() throws IOException {
        HttpResponse<String> response = service.send("POST", "/v1/decisions", QUESTION, "service");
        assertThat(response.statusCode()).as(response.body()).isIn(200, 503);
        if (response.statusCode() == 200) {
            JsonNode answer = JSON.readTree(response.body());
            assertThat(answer.path("decision").asText()).isEqualTo("PERMIT");
            rulebooks.add(answer.path("rulebook").asText());
            unchecked.add(answer.path("id").asText());
            answered.incrementAndGet();
        }
    }

    @Override
    public int acknowledged() {
        return answered.get();
    }

    @Override
    public void check() throws IOException {
        assertThat(rulebooks).hasSizeLessThanOrEqualTo(1);
        for (String id : unchecked) {
            HttpResponse<String> record = service.send("GET", "/v1/decisions/" + id, "", "auditor");
            assertThat(record.statusCode()).as(record.body()).isEqualTo(200);
            assertThat(JSON.readTree(record.body())
                            .path("answer")
                            .path("decision")
                            .asText())
                    .as(record.body())
                    .isEqualTo("PERMIT");
        }
        unchecked.clear();
    }
}
