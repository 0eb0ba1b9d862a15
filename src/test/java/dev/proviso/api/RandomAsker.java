package dev.proviso.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random questions about one version of the website policy, in the words of its vocabulary. */
final class RandomAsker {

    private static final List<String> PLACES =
            List.of("CN", "DE", "US", "US-CA", "JP", "GB", "KR", "BR", "IN", "SG", "HK", "TW", "FR", "ZA", "AU");

    private final String version;
    private final SplittableRandom random;
    private final Vocabulary vocabulary;

    RandomAsker(String version, long seed) throws IOException {
        this.version = version;
        this.random = new SplittableRandom(seed);
        Path words = Path.of("policies/privacy.vocabulary.yaml");
        this.vocabulary = Documents.vocabulary(new Source(words.toString(), Files.readString(words)))
                .value()
                .orElseThrow();
    }

    AskedQuestion next() {
        Instant at = Instant.parse("2021-11-02T00:00:00Z").plusSeconds(random.nextLong(5L * 365 * 86_400));
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("policy", "website-privacy")
                .put("version", version)
                .put("at", at.toString())
                .put("purpose", key(Section.PURPOSES))
                .put("operation", in(50) ? "use" : leaf(Section.OPERATIONS));
        if (in(8)) {
            all(json.putArray("data"), Section.DATA, 3);
        } else {
            json.put("data", key(Section.DATA));
        }
        if (in(92)) {
            json.put("source", key(Section.SOURCES));
        }
        movement(json);
        if (in(50)) {
            all(json.putArray("safeguards"), Section.SAFEGUARDS, 2);
        }
        if (in(50)) {
            json.put("collectedAt", before(at, 2_000));
        }
        if (in(50)) {
            all(json.putArray("collectedFor"), Section.PURPOSES, 2);
        }
        ObjectNode circumstances = json.putObject("circumstances");
        vocabulary.circumstances().forEach((name, circumstance) -> {
            if (in(12) && circumstance.type() == Vocabulary.Type.BOOLEAN) {
                circumstances.put(name.value(), in(70));
            }
        });
        user(json.putObject("user"), at, json.path("purpose").asText());
        return new AskedQuestion(json);
    }

    private void movement(ObjectNode json) {
        if (in(30)) {
            json.put("recipient", key(Section.RECIPIENTS));
        } else if (in(20)) {
            json.putObject("recipient").put("kind", key(Section.RECIPIENTS)).put("country", place());
        }
        if (in(40)) {
            json.put("origin", place());
        }
        if (in(20)) {
            json.put("destination", place());
        }
    }

    private void user(ObjectNode user, Instant at, String purpose) {
        if (in(85)) {
            user.put("country", place());
        }
        if (in(75)) {
            LocalDate today = LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
            user.put(
                    "birthDate",
                    today.minusDays(random.nextInt(in(30) ? 5 * 365 : 18 * 365, 60 * 365))
                            .toString());
        } else if (in(30)) {
            user.put("age", random.nextInt(8, 40));
        }
        ArrayNode consents = user.putArray("consents");
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode consent = consents.addObject()
                    .put("by", in(75) ? "user" : "guardian")
                    .put("form", in(60) ? "explicit" : "separate")
                    .put("givenAt", before(at, 900));
            all(consent.putArray("scope").add(purpose), Section.PURPOSES, 2);
            if (in(40)) {
                consent.withArray("/scope").add("transfer").add("disclose");
            }
            if (in(15)) {
                consent.put(
                        "withdrawnAt",
                        at.plusSeconds(random.nextLong(-86_400, 86_400)).toString());
            }
        }
        if (in(20)) {
            ObjectNode objection = user.putArray("objections").addObject().put("madeAt", before(at, 500));
            all(objection.putArray("scope"), Section.PURPOSES, 2);
        }
        if (in(20)) {
            user.putArray("refusals").add(leaf(Section.SOURCES));
        }
        if (in(60)) {
            user.putArray("uses").add(before(at, 3_000));
        }
    }

    private String before(Instant at, int days) {
        return at.minusSeconds(random.nextLong(days * 86_400L)).toString();
    }

    private void all(ArrayNode list, Section section, int most) {
        Set<String> chosen = new java.util.TreeSet<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            chosen.add(leaf(section));
        }
        chosen.forEach(list::add);
    }

    private boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    private String place() {
        return in(50) ? "CN" : pick(PLACES);
    }

    private String leaf(Section section) {
        return pick(vocabulary.leaves(section)).value();
    }

    /** Mostly a leaf, sometimes a key above leaves. */
    private String key(Section section) {
        return in(90)
                ? leaf(section)
                : pick(List.copyOf(vocabulary.keys(section))).toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
