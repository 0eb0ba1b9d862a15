package dev.proviso.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Questions as services of a website ask them under the policy of 2021: each about another user and another instant. The
 * instant of each is its own, so it says which question an answer is for.
 */
final class WebsiteQuestions {

    private static final Instant FIRST = Instant.parse("2021-11-02T00:00:00Z");
    private static final int SECONDS_BETWEEN = 40_000;

    /** A purpose with data and sources that fit it, so that some of the questions are permitted. */
    private record Habit(String purpose, List<String> data, List<String> sources) {}

    private static final List<Habit> HABITS = List.of(
            new Habit(
                    "service.requested",
                    List.of("device.model", "contact.email", "content.submitted", "log.visits", "identity.username"),
                    List.of("direct", "observed.device", "observed.log")),
            new Habit(
                    "service.registration",
                    List.of("identity.name", "identity.username", "contact.email", "contact.phone"),
                    List.of("direct")),
            new Habit(
                    "service.improvement",
                    List.of("device.os", "log.visits", "usage.interactions", "browsing.history"),
                    List.of("observed.device", "observed.log", "observed.usage")),
            new Habit(
                    "order.processing",
                    List.of("identity.name", "contact.address.delivery", "financial.card", "contact.email"),
                    List.of("direct")),
            new Habit(
                    "personalisation",
                    List.of("usage.apps", "usage.interactions", "browsing.history", "log.search-queries"),
                    List.of("observed.usage", "observed.log", "cookie.first-party", "cookie.third-party")),
            new Habit(
                    "marketing.messages.email",
                    List.of("contact.email", "profile.preferences", "identity.name"),
                    List.of("direct", "public", "social-login")),
            new Habit(
                    "marketing.advertising.custom",
                    List.of("browsing.history", "usage.apps", "location.precise", "profile.gender"),
                    List.of("observed.usage", "cookie.first-party", "cookie.third-party", "observed.location")),
            new Habit(
                    "marketing.survey",
                    List.of("contact.email", "profile.gender", "identity.name"),
                    List.of("direct", "public")),
            new Habit(
                    "analysis.market",
                    List.of("profile.purchase-plan", "usage.apps", "special.beliefs", "location.approximate"),
                    List.of("direct", "observed.usage", "other")),
            new Habit(
                    "ai.training",
                    List.of("usage.interactions", "content.submitted", "contact.email"),
                    List.of("observed.usage", "direct")),
            new Habit("legal.obligation", List.of("identity.name", "log.visits", "financial.card"), List.of("direct")),
            new Habit(
                    "corporate.transaction",
                    List.of("identity.name", "contact.email", "financial.bank-account"),
                    List.of("direct")));

    private static final List<String> COUNTRIES = List.of(
            "CN", "CN", "CN", "DE", "FR", "US-CA", "US-CO", "GB", "JP", "KR", "BR", "IN", "SG", "HK", "AU", "MX");
    private static final List<String> RECIPIENTS = List.of("processor", "processor", "affiliate", "company");

    private final SplittableRandom random;
    private long asked;

    WebsiteQuestions(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next question, as the body of {@code POST /v1/decisions}. */
    ObjectNode next() {
        Habit habit = pick(HABITS);
        Instant at = FIRST.plusSeconds(asked * SECONDS_BETWEEN % (5L * 365 * 86_400) + asked % SECONDS_BETWEEN);
        asked++;
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("policy", "website-privacy")
                .put("version", "2021-11-01")
                .put("at", at.toString())
                .put("purpose", habit.purpose())
                .put("data", pick(habit.data()));
        if (in(98)) {
            json.put("source", pick(habit.sources()));
        }
        operation(json, at);
        user(json.putObject("user"), at, habit.purpose());
        return json;
    }

    private void operation(ObjectNode json, Instant at) {
        int die = random.nextInt(100);
        if (die < 12) {
            json.put("operation", "collect");
        } else if (die < 24) {
            json.put("operation", "retain").put("collectedAt", before(at, 1_500));
        } else if (die < 36) {
            json.put("operation", "disclose");
            json.putObject("recipient").put("kind", pick(RECIPIENTS)).put("country", in(80) ? "CN" : pick(COUNTRIES));
        } else if (die < 40) {
            json.put("operation", "transfer").put("destination", pick(COUNTRIES));
            json.putArray("safeguards").add("standard-contract");
        }
        if (in(15)) {
            json.putObject("circumstances").put("lawful-locally", true).put("legal-demand", in(50));
        }
    }

    private void user(ObjectNode user, Instant at, String purpose) {
        user.put("id", "u-" + asked);
        if (in(98)) {
            user.put("country", pick(COUNTRIES));
        }
        if (in(98)) {
            LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
            int youngest = in(12) ? 9 * 365 : 19 * 365;
            user.put(
                    "birthDate",
                    today.minusDays(random.nextInt(youngest, 70 * 365)).toString());
        }
        if (in(60)) {
            consent(user.putArray("consents"), at, purpose);
        }
        if (in(10)) {
            ObjectNode objection = user.putArray("objections").addObject().put("madeAt", before(at, 200));
            objection.putArray("scope").add(in(60) ? "marketing" : purpose);
        }
        if (in(90)) {
            user.putArray("uses").add(before(at, 20));
        }
    }

    private void consent(ArrayNode consents, Instant at, String purpose) {
        ObjectNode consent = consents.addObject()
                .put("by", in(92) ? "user" : "guardian")
                .put("form", in(60) ? "explicit" : "separate")
                .put("givenAt", before(at, 400));
        ArrayNode scope = consent.putArray("scope").add(in(85) ? purpose : "marketing.messages");
        if (in(30)) {
            scope.add("disclose").add("transfer");
        }
        if (in(10)) {
            consent.put("withdrawnAt", at.minusSeconds(60).toString());
        }
    }

    /** An instant some time in the days before, but more than a minute before. */
    private String before(Instant at, int days) {
        return at.minusSeconds(random.nextLong(120, days * 86_400L)).toString();
    }

    private boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
