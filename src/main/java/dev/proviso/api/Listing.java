package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Clause;
import dev.proviso.document.Wording;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import dev.proviso.policy.Rule;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.DraftHistory;
import dev.proviso.publication.InForce;
import dev.proviso.publication.Published;
import dev.proviso.publication.PublishedDocument;
import dev.proviso.publication.Register;
import dev.proviso.publication.Superseded;
import dev.proviso.publication.Withdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is published or drafted, as it is listed. */
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

    /**
     * One version; a draft has no dates yet.
     *
     * @param state DRAFT, SUBMITTED, APPROVED, PUBLISHED, SUPERSEDED or WITHDRAWN
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Version(
            String version,
            String state,
            boolean inForce,
            Optional<String> announcedAt,
            Optional<String> start,
            String sha256) {}

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

    static Policies policies(Library library, Register register, List<DraftHistory> trails) {
        SortedSet<String> ids = new TreeSet<>(register.ids());
        trails.forEach(trail -> ids.add(trail.name().id()));
        return new Policies(
                ids.stream().map(id -> policy(library, register, trails, id)).toList());
    }

    private static Policy policy(Library library, Register register, List<DraftHistory> trails, String id) {
        List<Published> published = register.versions(id);
        List<Version> versions =
                new ArrayList<>(published.stream().map(Listing::version).toList());
        List<DraftHistory> drafts = trails.stream()
                .filter(trail -> trail.name().id().equals(id) && trail.last().action() != DraftEvent.Action.PUBLISHED)
                .toList();
        drafts.forEach(trail -> versions.add(version(trail)));
        Optional<DocumentName> inForce = published.stream()
                .filter(InForce.class::isInstance)
                .map(Published::name)
                .findFirst();
        DocumentName shown = inForce.orElseGet(() -> published.isEmpty()
                ? drafts.get(0).name()
                : published.get(published.size() - 1).name());
        return new Policy(id, kind(shown), title(library, shown), inForce.map(DocumentName::label), versions);
    }

    private static Version version(Published version) {
        ChainRecord record = version.record();
        return new Version(
                record.name().label(),
                state(version),
                version instanceof InForce,
                Optional.of(record.announcedAt().toString()),
                Optional.of(record.start().toString()),
                record.sha256());
    }

    private static Version version(DraftHistory trail) {
        String state =
                switch (trail.last().action()) {
                    case SUBMITTED -> "SUBMITTED";
                    case APPROVED -> "APPROVED";
                    default -> "DRAFT";
                };
        return new Version(
                trail.name().label(),
                state,
                false,
                Optional.empty(),
                Optional.empty(),
                trail.last().sha256());
    }

    private static String state(Published version) {
        return version instanceof Withdrawn ? "WITHDRAWN" : version instanceof Superseded ? "SUPERSEDED" : "PUBLISHED";
    }

    private static String kind(DocumentName name) {
        return name.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String title(Library library, DocumentName name) {
        return library.edition(name).map(edition -> edition.checked().title()).orElse(name.id());
    }

    static FullVersion full(Library library, Published version, PublishedDocument document) {
        Optional<Edition> edition = library.edition(document.name());
        Optional<dev.proviso.policy.Policy> policy = edition.map(Edition::policy);
        return new FullVersion(
                document.name().id(),
                document.name().label(),
                kind(document.name()),
                title(library, document.name()),
                edition.filter(e -> document.name().kind() == Kind.POLICY)
                        .map(e -> e.checked().controllerName()),
                policy.flatMap(p -> p.controller()).map(Object::toString),
                policy.flatMap(p -> p.heldIn()).map(Object::toString),
                document.vocabulary().map(Object::toString),
                policy.map(p -> p.timeZone().getId()),
                state(version),
                version instanceof InForce,
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
