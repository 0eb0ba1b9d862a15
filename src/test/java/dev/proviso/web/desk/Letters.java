package dev.proviso.web.desk;

import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.PublicationService;
import dev.proviso.publication.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A short policy with a name of its own, in force. */
public record Letters(String id) {

    static final String PERMIT = "Permit use of contact for service.registration.";

    /** A block that may follow its rule. */
    static final String TABLE = """

            ```table retention
            | purpose              | period |
            | -------------------- | ------ |
            | service.registration | P3Y    |
            |service.requested|P1Y|
            ```
            """;

    static Letters inForce(DraftService drafting, PublicationService publishing) {
        Letters letters = new Letters("letters-" + UUID.randomUUID().toString().substring(0, 8));
        String id = letters.id();
        drafting.draft(id, false, new Content(letters.text("1", "on-publication", PERMIT)), by("drafter"));
        drafting.submit(id, "1", List.of("*"), by("drafter"), DraftService.ANY);
        drafting.approve(id, "1", "", by("approver"), DraftService.ANY);
        publishing.publish(id, "1", Optional.empty(), by("publisher"), DraftService.ANY);
        return letters;
    }

    public static Signature by(String account) {
        return new Signature(account, Instant.now());
    }

    public String text(String version, String effective, String rule) {
        return """
                ---
                policy: %s
                version: "%s"     # its label
                kind: policy
                title: Letters
                controller: {name: Example, country: CN}
                vocabulary: privacy
                timezone: UTC
                effective: %s
                ---

                # Letters

                ## Article 1 Use

                We write *letters*. <script>alert(1)</script>

                ```rules
                %s
                ```
                """.formatted(id, version, effective, rule);
    }

    String drafts() {
        return "/desk/drafts/" + id;
    }

    public String draft(String version) {
        return drafts() + "/" + version;
    }
}
