package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.PublishedDocument;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A hundred versions of a document of 200 KB over HTTP: listed, fetched, compared. What it took is printed; what came is
 * asserted.
 */
@Tag("bench")
@QuarkusTest
@Tag("system")
class HistoryTest {

    private static final int VERSIONS = 100;
    private static final int WARM_UP = 50;
    private static final int TIMES = 200;
    private static final String DOCUMENT = "/v1/policies/" + LongHistory.ID;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Inject
    PolicyStore store;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> texts = new ArrayList<>();

    @Test
    void a_hundred_versions_of_200_kilobytes_are_listed_fetched_and_compared() throws Exception {
        LongHistory history = new LongHistory();
        for (int i = 0; i < VERSIONS; i++) {
            PublishedDocument version = history.next();
            store.publish(version);
            texts.add(version.content().text());
        }
        assertThat(texts).allMatch(text -> text.length() > 200_000);
        waitUntilAllDecide();

        String all = timed("list all documents", "/v1/policies", "application/json");
        assertThat(JsonPath.from(all).getList("policies.policy")).contains(LongHistory.ID);
        String listed = timed("list the versions of one", DOCUMENT, "application/json");
        assertThat(JsonPath.from(listed).getList("versions")).hasSize(VERSIONS);
        assertThat(timed("fetch a version", version(VERSIONS / 2), "text/markdown"))
                .isEqualTo(texts.get(VERSIONS / 2 - 1));
        String about = timed("fetch all about a version", version(VERSIONS), "application/json");
        assertThat(JsonPath.from(about).getList("clauses")).hasSize(160);
        String chain = timed("prove what was published of one", DOCUMENT + "/chain", "application/json");
        assertThat(JsonPath.from(chain).getBoolean("intact")).isTrue();
        String full = timed("prove it of all", DOCUMENT + "/chain?verify=full", "application/json");
        assertThat(JsonPath.from(full).getString("texts")).isEqualTo("OF_ALL");
        compare("compare two versions in succession", VERSIONS - 1, VERSIONS);
        compare("compare the first version and the last", 1, VERSIONS);
    }

    private static String version(int number) {
        return DOCUMENT + "/versions/" + LongHistory.label(number);
    }

    private void compare(String what, int from, int to) throws Exception {
        String address = DOCUMENT + "/compare?from=" + LongHistory.label(from) + "&to=" + LongHistory.label(to);
        JsonPath compared = JsonPath.from(timed(what, address, "application/json"));
        assertThat(side(compared, "ADDED")).isEqualTo(texts.get(from - 1));
        assertThat(side(compared, "REMOVED")).isEqualTo(texts.get(to - 1));
        assertThat(compared.getList("meaning.rules")).isNotEmpty();
    }

    private static String side(JsonPath compared, String gone) {
        return compared
                .getList("text.segments.flatten().findAll { it.change != '" + gone + "' }.text", String.class)
                .stream()
                .collect(Collectors.joining());
    }

    /** What is compiled beside it would be measured too. */
    private void waitUntilAllDecide() throws Exception {
        for (int number = 1; number <= VERSIONS; number++) {
            String question = """
                    {"policy": "%s", "version": "%s", "trial": true, "purpose": "service.requested", "data": "contact.email"}
                    """.formatted(LongHistory.ID, LongHistory.label(number));
            HttpRequest ask = request("/v1/decisions")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(question))
                    .build();
            int status = 0;
            for (int i = 0; i < 100 && status != 200; i++) {
                status = send(ask).statusCode();
                if (status != 200) {
                    Thread.sleep(1_000);
                }
            }
            assertThat(status).as("version " + number).isEqualTo(200);
        }
    }

    private String timed(String what, String address, String type) throws Exception {
        HttpRequest request = request(address).header("Accept", type).build();
        String last = "";
        double[] took = new double[TIMES];
        for (int i = -WARM_UP; i < TIMES; i++) {
            long start = System.nanoTime();
            HttpResponse<String> response = send(request);
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            last = response.body();
        }
        Arrays.sort(took);
        System.out.printf(
                "%s: median %.1f ms, 95 of 100 within %.1f ms%n", what, took[TIMES / 2], took[TIMES * 95 / 100]);
        return last;
    }

    private HttpRequest.Builder request(String address) {
        String credentials = Base64.getEncoder()
                .encodeToString(("service:" + TestSettings.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(service.resolve(address)).header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
