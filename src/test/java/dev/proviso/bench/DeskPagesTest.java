package dev.proviso.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.TestSettings;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Signature;
import dev.proviso.record.RecordStore;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pages of legal staff and of the public with a hundred versions of a document of 200 KB and a million records in the
 * store. How long each took to come whole, and how much came over the line, is printed; that it is the page, and what it
 * weighs, is asserted. A browser keeps styles and scripts, so they are not counted.
 */
@Tag("bench")
@QuarkusTest
@Tag("system")
class DeskPagesTest {

    private static final int RECORDS = Integer.getInteger("proviso.bench.records", 1_000_000);
    private static final int VERSIONS = Integer.getInteger("proviso.bench.versions", 100);
    private static final Pattern TOKEN = Pattern.compile("data-csrf=\"([^\"]+)\"");
    private static final int HEAVIEST = 300_000;
    private static final int WARM_UP = 20;
    private static final int TIMES = 50;
    private static final String LONG = "/desk/documents/" + LongHistory.ID;
    private static final String DRAFT = "/desk/drafts/" + LongHistory.ID + "/next";
    private static final String SITE = "/desk/documents/website-privacy";
    private static final String USER =
            "policy=website-privacy&version=2021-11-01&country=CN&birthDate=1986-03-01&source=direct&at=2022-02-01";
    private static final Signature DRAFTER = new Signature("drafter", Instant.parse("2026-01-01T00:00:00Z"));

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Inject
    PolicyStore store;

    @Inject
    DraftService drafting;

    @Inject
    RecordStore keeping;

    @Test
    void pages_come_whole_with_a_hundred_versions_and_a_million_records() throws Exception {
        LongHistory history = new LongHistory();
        for (int i = 0; i < VERSIONS; i++) {
            store.publish(history.next());
        }
        drafting.draft(LongHistory.ID, false, draft(history), DRAFTER);
        String run = "pages-" + Instant.now().toEpochMilli() + "-";
        new ManyRecords(keeping).write(run, RECORDS);
        String last = LONG + "/" + LongHistory.label(VERSIONS);
        Visit drafter = new Visit("drafter");
        drafter.waitFor(last + "/rules");

        drafter.open("/desk", "A long policy");
        drafter.open(last, "Purpose 159");
        drafter.open(last + "/rules", "rule ");
        drafter.open(LONG + "/timeline", "v" + VERSIONS);
        drafter.open(LONG + "/compare?from=v1&to=" + LongHistory.label(VERSIONS), "v" + VERSIONS);
        drafter.open(SITE + "/2021-11-01", "2.2");
        drafter.open(SITE + "/compare?from=2016-01-14&to=2021-11-01", "2.2");
        drafter.open(SITE + "/compare/tests?from=2016-01-14&to=2021-11-01", "are answered differently");
        drafter.open(SITE + "/2021-11-01?coverage=true", "Rule tests cover");
        drafter.open("/desk/documents/law-ch/1", "Switzerland");
        drafter.open("/desk/calendar", "v" + VERSIONS);
        drafter.open("/desk/ask?policy=website-privacy", "name=\"purpose\"");
        drafter.open("/desk/ask?purpose=marketing.messages.email&data=contact.email&" + USER, "verdict");
        drafter.open("/desk/map?" + USER, "Promotional");
        drafter.open(DRAFT, "Purpose 159");
        drafter.check(DRAFT, new LongHistory(290).next().content().text());
        drafter.open(DRAFT + "/submission", "next");
        drafter.open(DRAFT + "/remarks", "Purpose 159");
        drafter.open(DRAFT + "/tables", "next");
        Visit auditor = new Visit("auditor");
        auditor.open(LONG + "/timeline?user=" + run + "7", "v" + VERSIONS);
        auditor.open("/desk/audit", "website-privacy");
        auditor.open("/desk/audit?user=" + run + "7", "website-privacy");
        String advertising = "/desk/audit?policy=website-privacy&purpose=marketing.messages.email";
        auditor.open(advertising + "&clause=7", "website-privacy 7(2)");
        auditor.open(advertising + "&clause=8.2", "website-privacy");
        auditor.open("/desk/audit?policy=long-policy&clause=Article+1", "v" + VERSIONS);
        Visit anyone = new Visit("");
        anyone.open("/desk/sign-in", "j_username");
        anyone.open("/policies/website-privacy", "2.2");
        anyone.open("/policies/" + LongHistory.ID, "Purpose 159");
        anyone.open("/policies/" + LongHistory.ID + "/changes.atom", "v" + VERSIONS);
    }

    private static Content draft(LongHistory history) {
        String text = history.next().content().text();
        return new Content(text.replace("version: " + LongHistory.label(VERSIONS + 1) + "\n", "version: next\n"));
    }

    /** Someone who looks at pages. */
    private final class Visit {

        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();

        Visit(String account) throws Exception {
            if (!account.isEmpty()) {
                String form = "j_username=" + account + "&j_password="
                        + URLEncoder.encode(TestSettings.PASSWORD, StandardCharsets.UTF_8);
                HttpResponse<byte[]> signedIn = send(HttpRequest.newBuilder(service.resolve("/desk/sign-in/check"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
                assertThat(signedIn.headers().firstValue("Location").orElse("")).endsWith("/desk");
            }
        }

        void open(String address, String words) throws Exception {
            assertThat(text(timed(address, get(address)))).as(address).contains(words);
        }

        /** What the editor sends while someone types. */
        void check(String address, String text) throws Exception {
            Matcher token = TOKEN.matcher(text(send(get(address))));
            assertThat(token.find()).isTrue();
            HttpResponse<byte[]> checked = timed(
                    address + "/editor/check with " + text.lines().count() + " lines",
                    HttpRequest.newBuilder(service.resolve(address + "/editor/check"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-CSRF-TOKEN", token.group(1))
                            .header("Accept-Encoding", "gzip")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                            .build());
            assertThat(text(checked)).contains("Purpose 289");
        }

        private HttpResponse<byte[]> timed(String what, HttpRequest request) throws Exception {
            double[] took = new double[TIMES];
            HttpResponse<byte[]> answer = send(request);
            for (int i = -WARM_UP; i < TIMES; i++) {
                long start = System.nanoTime();
                answer = send(request);
                if (i >= 0) {
                    took[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(took);
            System.out.printf(
                    "%s: median %.1f ms, 95 of 100 within %.1f ms, %.1f KB%n",
                    what, took[TIMES / 2], took[TIMES * 95 / 100], answer.body().length / 1e3);
            assertThat(answer.statusCode()).as(what).isEqualTo(200);
            assertThat(answer.body().length).as(what).isLessThan(HEAVIEST);
            return answer;
        }

        private static String text(HttpResponse<byte[]> page) throws IOException {
            InputStream body = new ByteArrayInputStream(page.body());
            boolean packed = page.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equals)
                    .isPresent();
            try (InputStream plain = packed ? new GZIPInputStream(body) : body) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        void waitFor(String address) throws Exception {
            for (int i = 0; i < 300 && send(get(address)).statusCode() != 200; i++) {
                Thread.sleep(1_000);
            }
        }

        private HttpRequest get(String address) {
            return HttpRequest.newBuilder(service.resolve(address))
                    .header("Accept", "text/html, application/atom+xml")
                    .header("Accept-Encoding", "gzip")
                    .build();
        }

        private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
