package dev.proviso.bench;

import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A document of 200 KB that is revised again and again: from each version to the next five of its 160 clauses get some other
 * words, and one of those another rule.
 */
final class LongHistory {

    static final String ID = "long-policy";

    private static final int CLAUSES = 160;
    private static final int LINES = 12;
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final DocumentName WORDS = new DocumentName(Kind.VOCABULARY, "privacy", "1");
    private static final List<String> PROSE = List.of(
            "the",
            "company",
            "user",
            "keeps",
            "information",
            "for",
            "as",
            "long",
            "it",
            "serves",
            "a",
            "purpose",
            "and",
            "no",
            "longer",
            "unless",
            "law",
            "demands",
            "otherwise",
            "whoever",
            "writes",
            "to",
            "us",
            "is",
            "answered");
    private static final List<String> PURPOSES =
            List.of("service.requested", "marketing.messages.email", "analysis.market", "order.processing");

    private final SplittableRandom random = new SplittableRandom(20160114);
    private final List<List<String>> prose = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private int number;

    LongHistory() {
        this(CLAUSES);
    }

    /** A document of 17 lines for each of so many clauses. */
    LongHistory(int clauses) {
        for (int clause = 0; clause < clauses; clause++) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                lines.add(line());
            }
            prose.add(lines);
            rules.add(rule());
        }
    }

    /** The next version, which starts a day after the one before. */
    PublishedDocument next() {
        number++;
        for (int i = 0; i < 5; i++) {
            prose.get(random.nextInt(prose.size())).set(random.nextInt(LINES), line());
        }
        rules.set(random.nextInt(rules.size()), rule());
        Instant start = FIRST.plus(number, ChronoUnit.DAYS);
        return new PublishedDocument(
                new DocumentName(Kind.POLICY, ID, label(number)),
                Optional.of(WORDS),
                text(),
                start,
                start,
                Instant.now());
    }

    static String label(int number) {
        return "v" + number;
    }

    private Content text() {
        StringBuilder text = new StringBuilder("""
                ---
                policy: %s
                version: %s
                kind: policy
                title: A long policy
                controller: {name: Example, country: CN}
                vocabulary: privacy
                timezone: UTC
                effective: %s
                ---

                """.formatted(ID, label(number), FIRST.plus(number, ChronoUnit.DAYS)));
        for (int clause = 0; clause < prose.size(); clause++) {
            text.append("## Article ")
                    .append(clause + 1)
                    .append(" Purpose ")
                    .append(clause)
                    .append("\n\n");
            prose.get(clause).forEach(line -> text.append(line).append('\n'));
            text.append("\n```rules\n").append(rules.get(clause)).append("\n```\n\n");
        }
        return new Content(text.toString());
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        while (line.length() < 95) {
            line.append(PROSE.get(random.nextInt(PROSE.size()))).append(' ');
        }
        return line.toString().strip();
    }

    private String rule() {
        return "Permit use of contact for " + PURPOSES.get(random.nextInt(PURPOSES.size()))
                + (random.nextInt(2) == 0 ? " if the user consented." : " if the user is not a minor.");
    }
}
