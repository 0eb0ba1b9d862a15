package dev.proviso.web.desk.draft;

import dev.proviso.document.Names;
import dev.proviso.publication.Content;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.Faults;
import dev.proviso.publication.Refused;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A policy that is to be begun, as its form has it.
 *
 * @param id by which it is known in addresses; empty: made from its title
 * @param day from which it counts; empty: from its publication
 * @param controller who decides on the processing
 * @param country where the controller is, as ISO 3166-1 has it
 * @param from {@code blank}, {@code copy} or {@code file}
 * @param copy the policy that is copied
 */
public record NewPolicy(
        String title,
        String id,
        String label,
        String day,
        String zone,
        String controller,
        String country,
        String vocabulary,
        String from,
        String copy) {

    private static final String BLANK = """
            # %s

            ## Article 1 Purpose

            Say here what this policy is about. A line that begins with "## Article 2" opens the next clause.

            ```rules
            No rule: nobody has written yet what is enforced of this clause.
            ```
            """;

    /** The same with another title. */
    NewPolicy titled(String other) {
        return new NewPolicy(other, id, label, day, zone, controller, country, vocabulary, from, copy);
    }

    /** The name in addresses: as it was given, or else the title in small letters. */
    String name() {
        String given = id.strip();
        if (!given.isEmpty()) {
            return given;
        }
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() > 64 ? plain.substring(0, 64).replaceAll("-+$", "") : plain;
    }

    /** A policy without a text. */
    Content blank(Instant now) {
        return with(BLANK.formatted(headed()), now);
    }

    private String headed() {
        return title.strip().replaceAll("[\\\\`*_\\[\\]<>|&~#]", "\\\\$0");
    }

    /**
     * A policy with that text below its front matter.
     *
     * @throws Refused.Unreadable if a field cannot be read
     */
    Content with(String body, Instant now) {
        checked();
        return new Content("""
                ---
                policy: %s
                version: "%s"
                kind: policy
                title: %s
                controller: {name: '%s', country: %s}
                vocabulary: %s
                timezone: %s
                effective: %s
                ---

                """.formatted(
                                name(),
                                label.strip(),
                                FrontLines.quoted(title.strip()),
                                controller.strip().replace("'", "''"),
                                country.strip(),
                                vocabulary.strip(),
                                zoneId().getId(),
                                start(now).written())
                + body);
    }

    /** A policy with the text of another, under a name, a title and a start of its own. */
    Content copyOf(String text, Instant now) {
        checked();
        String before = DocumentDetails.of(Kind.POLICY, text)
                .map(DocumentDetails::title)
                .orElse("");
        return new Content(FrontLines.ofPolicy(text)
                .with("policy", name())
                .with("version", "\"" + label.strip() + "\"")
                .with("title", FrontLines.quoted(title.strip()))
                .with("timezone", zoneId().getId())
                .with("effective", start(now).written())
                .withHeading(before, headed())
                .text());
    }

    private void checked() {
        Optional<String> mistake = Optional.of("A policy has a title.")
                .filter(why -> title.isBlank())
                .or(() -> oneLine(title))
                .or(() -> Names.mistakeInId(name()))
                .or(() -> Names.mistakeInLabel(label.strip()))
                .or(() -> Optional.of("Say who decides on the processing: the name of the controller.")
                        .filter(why -> controller.isBlank()))
                .or(() -> oneLine(controller))
                .or(() -> Optional.of("Choose the country of the controller.")
                        .filter(why -> !country.strip().matches("[A-Z][A-Z0-9-]{1,7}")))
                .or(() -> Names.mistakeInId(vocabulary.strip()));
        mistake.ifPresent(sentence -> {
            throw new Refused.Unreadable(sentence, Faults.NONE);
        });
    }

    private static Optional<String> oneLine(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? Optional.of("A title and a name stand on one line.")
                : text.length() > 300 ? Optional.of("A title or a name has 300 characters at most.") : Optional.empty();
    }

    private ZoneId zoneId() {
        return DocumentDetails.known(zone.strip());
    }

    private StartTime start(Instant now) {
        return StartTime.of(day.strip(), "", zoneId()).refusePast(Kind.POLICY, now);
    }
}
