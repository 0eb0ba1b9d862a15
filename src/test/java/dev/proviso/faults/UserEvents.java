package dev.proviso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds to the ledger of users, a few events each. */
final class UserEvents implements Writer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVENTS_EACH = 20;
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private final ServiceProcess service;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Map<String, Set<Instant>> unchecked = new ConcurrentHashMap<>();

    UserEvents(ServiceProcess service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "events of users";
    }

    @Override
    public void write() throws Exception {
        int next = number.incrementAndGet();
        String user = "u-" + next / EVENTS_EACH;
        Instant at = FIRST.plusSeconds(next);
        HttpResponse<String> response =
                service.send("POST", "/v1/users/" + user + "/uses", "{\"at\": \"" + at + "\"}", "service");
        if (response.statusCode() >= 500) {
            throw new IOException(response.body());
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        unchecked.computeIfAbsent(user, each -> ConcurrentHashMap.newKeySet()).add(at);
        acknowledged.incrementAndGet();
    }

    @Override
    public int acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void check() throws Exception {
        for (Map.Entry<String, Set<Instant>> user : unchecked.entrySet()) {
            JsonNode known = JSON.readTree(service.send("GET", "/v1/users/" + user.getKey(), "", "service")
                    .body());
            Set<Instant> there = new HashSet<>();
            known.path("uses")
                    .forEach(use -> there.add(Instant.parse(use.path("at").asText())));
            assertThat(there).as(user.getKey()).containsAll(user.getValue());
        }
        unchecked.clear();
    }
}
