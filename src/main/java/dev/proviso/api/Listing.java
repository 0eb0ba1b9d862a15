package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.decision.Edition;
import dev.proviso.decision.Library;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Clause;
import dev.proviso.document.Wording;
import dev.proviso.policy.Rule;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.PublishedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is published, as it is listed. */
final class Listing {

    private Listing() {}

    /** Everything. */
    record Policies(List<Policy> policies) {}

    /**
     * A policy, a law or a vocabulary.
     *
     * @param inForce the label of the version in force now
     */
    record Policy(
            String policy,
            String kind,
            String title,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> inForce,
            List<Version> versions) {}

    /** One version. */
    record Version(String version, String state, String announcedAt, String start, String sha256) {}

    /** All about one version. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FullVersion(
            String policy,
            String version,
            String kind,
            String title,
            Optional<String> controller,
            Optional<String> controllerCountry,
            Optional<String> heldIn,
            Optional<String> vocabulary,
            Optional<String> timezone,
            String state,
            boolean inForce,
            String announcedAt,
            String start,
            Optional<String> until,
            String loadedAt,
            String sha256,
            List<ListedClause> clauses) {}

    /** A clause and the rules in it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ListedClause(String number, String title, int depth, Optional<String> noRule, List<ListedRule> rules) {}

    /** A rule in its author's words. */
    record ListedRule(String rule, String effect, String sentence) {}

    static Policies policies(Library library, Instant now) {
        return new Policies(
                library.ids().stream().map(id -> policy(library, id, now)).toList());
    }

    private static Policy policy(Library library, String id, Instant now) {
        List<PublishedDocument> versions = library.published(id);
        Optional<PublishedDocument> inForce = inForce(versions, now);
        PublishedDocument shown = inForce.orElse(versions.get(versions.size() - 1));
        return new Policy(
                id,
                kind(shown),
                title(library, shown),
                inForce.map(document -> document.name().label()),
                versions.stream().map(Listing::version).toList());
    }

    private static Optional<PublishedDocument> inForce(List<PublishedDocument> versions, Instant now) {
        return versions.stream()
                .filter(document -> !document.start().isAfter(now))
                .reduce((earlier, later) -> later);
    }

    private static Version version(PublishedDocument document) {
        return new Version(
                document.name().label(),
                "PUBLISHED",
                document.announcedAt().toString(),
                document.start().toString(),
                document.content().sha256());
    }

    private static String kind(PublishedDocument document) {
        return document.name().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String title(Library library, PublishedDocument document) {
        return library.edition(document.name())
                .map(edition -> edition.checked().title())
                .orElse(document.name().id());
    }

    static FullVersion full(Library library, PublishedDocument document, Instant now) {
        Optional<Edition> edition = library.edition(document.name());
        Optional<dev.proviso.policy.Policy> policy = edition.map(Edition::policy);
        boolean inForce = inForce(library.published(document.name().id()), now)
                .map(document::equals)
                .orElse(false);
        return new FullVersion(
                document.name().id(),
                document.name().label(),
                kind(document),
                title(library, document),
                edition.filter(e -> document.name().kind() == Kind.POLICY)
                        .map(e -> e.checked().controllerName()),
                policy.flatMap(p -> p.controller()).map(Object::toString),
                policy.flatMap(p -> p.heldIn()).map(Object::toString),
                document.vocabulary().map(Object::toString),
                policy.map(p -> p.timeZone().getId()),
                "PUBLISHED",
                inForce,
                document.announcedAt().toString(),
                document.start().toString(),
                policy.flatMap(p -> p.until()).map(Object::toString),
                document.loadedAt().toString(),
                document.content().sha256(),
                edition.map(e -> clauses(e.checked())).orElse(List.of()));
    }

    private static List<ListedClause> clauses(CheckedPolicy checked) {
        return checked.clauses().stream()
                .map(clause -> new ListedClause(
                        clause.number(), clause.title(), clause.depth(), clause.noRule(), rules(checked, clause)))
                .toList();
    }

    private static List<ListedRule> rules(CheckedPolicy checked, Clause clause) {
        return checked.policy().rules().stream()
                .filter(rule -> rule.id().clause().equals(clause.number()))
                .map(rule -> rule(checked, rule))
                .toList();
    }

    private static ListedRule rule(CheckedPolicy checked, Rule rule) {
        Optional<Wording> wording = Optional.ofNullable(checked.wording().get(rule.id()));
        return new ListedRule(
                rule.id().toString(),
                rule.effect().name(),
                wording.map(Wording::sentence).orElse(""));
    }
}
