package dev.proviso.web.desk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.ledger.Event;
import dev.proviso.ledger.UserLedger;
import dev.proviso.web.desk.Someone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The versions of the website's policy in time: of 2016, and of 2021. */
@QuarkusTest
@Tag("system")
class TimelineTest {

    private static final String PAGE = "/desk/documents/website-privacy/timeline";

    @Inject
    UserLedger ledger;

    private void record(String user, Event event) {
        ledger.append(user, event, "service", Optional.empty(), Instant.now());
    }

    private void use(String user, String at) {
        record(user, new Event.Used(Instant.parse(at), Optional.empty()));
    }

    private static String user() {
        return "time <" + System.nanoTime() + ">";
    }

    @Test
    void each_version_stands_with_its_notice_and_its_start() {
        Someone drafter = Someone.signedInAs("drafter");

        String page = drafter.read(PAGE);

        assertThat(page)
                .containsSubsequence(
                        "<svg",
                        "role=\"img\"",
                        "<title id=\"drawing\">",
                        ">14 January 2016</text>",
                        ">2021-11-01</text>",
                        "</svg>")
                .containsSubsequence(
                        "<table class=\"versions-in-time\">",
                        ">2016-01-14</a>",
                        "Superseded",
                        ">14 January 2016, 00:00 (Asia/Shanghai)</time>",
                        ">1 November 2021, 00:00 (Asia/Shanghai)</time>",
                        ">2021-11-01</a>",
                        "In force")
                .doesNotContain("style=", "name=\"user\"");
        assertThat(drafter.read("/desk")).contains("href=\"" + PAGE + "\"");
        assertThat(drafter.read("/desk/documents/website-privacy/2021-11-01")).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void for_a_user_it_says_which_version_governed_and_why() {
        String user = user();
        use(user, "2017-03-01T10:00:00Z");
        use(user, "2022-05-01T10:00:00Z");
        record(
                user,
                new Event.Accepted(
                        new Acceptance("website-privacy", "2021-11-01", Instant.parse("2022-06-01T00:00:00Z"))));

        String page = Someone.signedInAs("auditor").read(PAGE + "?user={user}", user);

        assertThat(page)
                .contains("&lt;")
                .doesNotContain(user)
                .containsSubsequence(
                        "Nothing bound them to a version; this one is in force since 14 January 2016.",
                        "They used the service on 1 March 2017, 18:00 (Asia/Shanghai), after the version had started on 14 January 2016.",
                        ">1 May 2022, 18:00 (Asia/Shanghai)</time></td>",
                        "They used the service on 1 May 2022, 18:00 (Asia/Shanghai), after the version had started on 1 November 2021.",
                        "What the user did",
                        "accepted version 2021-11-01",
                        "used the service");
        assertThat(page.split("class=\"governed\"", -1))
                .as("a bar for each stretch")
                .hasSize(4);
        assertThat(page.split("class=\"acceptance\"", -1)).hasSize(2);
    }

    @Test
    void a_user_of_whom_nothing_is_recorded_gets_a_sentence() {
        Someone auditor = Someone.signedInAs("auditor");

        assertThat(auditor.read(PAGE + "?user=nobody-" + System.nanoTime()))
                .contains("role=\"alert\"", "Nothing is recorded of this user")
                .doesNotContain("class=\"governed\"");
        assertThat(auditor.read(PAGE + "?user={user}", "a".repeat(257))).contains("a text of 1 to 256 characters");
    }

    @Test
    void what_is_known_of_users_is_for_auditors() {
        Someone drafter = Someone.signedInAs("drafter");

        assertThat(drafter.open(PAGE + "?user=u-1").statusCode(403).extract().asString())
                .contains("role=\"alert\"");
        Someone.unknown().open(PAGE).statusCode(302);
    }

    @Test
    void law_has_a_timeline_and_no_users() {
        assertThat(Someone.signedInAs("auditor").read("/desk/documents/law-ch/timeline"))
                .contains("Law of Switzerland", "<svg")
                .doesNotContain("name=\"user\"");
        Someone.signedInAs("auditor").open("/desk/documents/no-such/timeline").statusCode(404);
    }
}
