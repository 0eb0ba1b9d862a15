package dev.proviso.web.desk;

import com.microsoft.playwright.Page;
import dev.proviso.publication.Content;
import dev.proviso.publication.DraftService;
import dev.proviso.publication.PublicationService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A policy with a name and a vocabulary of its own, which has script wherever it says something. */
public record Shouting(String id) {

    public static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`";

    public static final String PERMIT = "Permit use of address for mailing.";

    /** Version 1 of it is in force. */
    public static Shouting inForce(DraftService drafting, PublicationService publishing) {
        Shouting shouting =
                new Shouting("shouting-" + UUID.randomUUID().toString().substring(0, 8));
        publish(shouting.id() + "-words", true, shouting.words("1", ""), drafting, publishing);
        publish(shouting.id(), false, shouting.policy("1", PERMIT, ""), drafting, publishing);
        return shouting;
    }

    private static void publish(
            String name, boolean vocabulary, Content content, DraftService drafting, PublicationService publishing) {
        drafting.draft(name, vocabulary, content, Letters.by("drafter"));
        drafting.submit(name, "1", List.of("*"), Letters.by("drafter"), DraftService.ANY);
        drafting.approve(name, "1", "", Letters.by("approver"), DraftService.ANY);
        publishing.publish(name, "1", Optional.empty(), Letters.by("publisher"), DraftService.ANY);
    }

    /** A page that says of every dialog that it was opened. */
    public static Page shown(Page page, List<String> dialogs) {
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** @param more purposes, each on a line of its own; empty for none */
    Content words(String version, String more) {
        return new Content("""
                vocabulary: %1$s-words
                version: "%3$s"
                purposes:
                  mailing: {label: 'Purpose %2$s'}%4$s
                operations:
                  use: {noun: use}
                data:
                  address: {label: 'Data %2$s'}
                """.formatted(id, quoted(), version, more));
    }

    /** As YAML writes it between quotes. */
    public static String quoted() {
        return SCRIPT.replace("'", "''");
    }

    /** @param table a block that follows its rule; empty for none */
    public Content policy(String version, String rule, String table) {
        return new Content("""
                ---
                policy: %1$s
                version: "%2$s"
                kind: policy
                title: 'Title %3$s'
                controller: {name: Example, country: CN}
                vocabulary: %1$s-words
                timezone: UTC
                effective: on-publication
                ---

                # Shouting

                ## Article 1 Letters

                Clause %4$s

                ```rules
                %5$s
                ```
                %6$s""".formatted(id, version, quoted(), SCRIPT.replace("`", "\\`"), rule, table));
    }

    public String draft(String version) {
        return "/desk/drafts/" + id + "/" + version;
    }
}
