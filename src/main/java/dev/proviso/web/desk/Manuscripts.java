package dev.proviso.web.desk;

import static dev.proviso.publication.DraftEvent.Action.PUBLISHED;

import dev.proviso.decision.Asking;
import dev.proviso.document.Checked;
import dev.proviso.document.CheckedPolicy;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Documents;
import dev.proviso.document.Source;
import dev.proviso.policy.Vocabulary;
import dev.proviso.publication.Chain;
import dev.proviso.publication.DocumentName;
import dev.proviso.publication.DocumentName.Kind;
import dev.proviso.publication.DraftStore;
import dev.proviso.publication.InForce;
import dev.proviso.publication.PolicyStore;
import dev.proviso.publication.Published;
import dev.proviso.publication.Refused;
import dev.proviso.publication.Register;
import dev.proviso.publication.Trail;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The versions that were ever begun here. */
@Singleton
public class Manuscripts {

    private final Asking asking;
    private final PolicyStore store;
    private final DraftStore drafts;
    private final Clock clock;

    Manuscripts(Asking asking, PolicyStore store, DraftStore drafts, Clock clock) {
        this.asking = asking;
        this.store = store;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @throws Refused.Unknown if no such version was begun */
    Manuscript find(String id, String label) {
        Trail trail = trail(id, label);
        String text = drafts.content(trail).text();
        Source source = new Source(trail.name().toString(), text);
        Optional<Checked<CheckedPolicy>> checked =
                trail.name().kind() == Kind.VOCABULARY ? Optional.empty() : Optional.of(policy(source));
        Optional<CheckedPolicy> read = checked.flatMap(Checked::value);
        Register register = Register.of(new Chain(store.chain()), clock.instant());
        String talk = register.version(trail.name()).isPresent() ? "" : Desk.draft(trail.name()) + "/remarks";
        return new Manuscript(
                trail,
                text,
                read.map(CheckedPolicy::title).orElse(id),
                read.map(policy -> policy.policy().timeZone()).orElse(ZoneOffset.UTC),
                Mistake.all(checked.map(Checked::diagnostics).orElseGet(() -> check(trail.name(), text))),
                read.map(policy -> Reading.of(source, policy).with(trail.remarks(), talk)),
                register.version(trail.name()),
                inForce(register, id));
    }

    private static Optional<Published> inForce(Register register, String id) {
        return register.versions(id).stream().filter(InForce.class::isInstance).findFirst();
    }

    /** What is wrong with a text for a version. */
    List<Diagnostic> check(DocumentName name, String text) {
        Source source = new Source(name.toString(), text);
        return name.kind() == Kind.VOCABULARY
                ? Documents.vocabulary(source).diagnostics()
                : policy(source).diagnostics();
    }

    /** The vocabulary that a text names; empty where there is none of that name. */
    Optional<Vocabulary> vocabulary(String text) {
        Optional<String> name = FrontLines.ofPolicy(text).value("vocabulary");
        return asking.library().vocabularies().stream()
                .filter(one -> name.filter(one.name()::equals).isPresent())
                .findFirst();
    }

    /** What of a document is on its way. */
    List<Trail> onTheirWay(String id) {
        return drafts.trails().stream()
                .filter(trail -> trail.name().id().equals(id) && trail.last().action() != PUBLISHED)
                .toList();
    }

    /** @throws Refused.Unknown if no such version was begun */
    Trail trail(String id, String label) {
        return drafts.trail(id, label)
                .orElseThrow(() -> new Refused.Unknown(
                        "There is no draft \"" + label + "\" of \"" + id + "\".",
                        Documents.nearest(
                                label,
                                drafts.trails().stream()
                                        .filter(trail -> trail.name().id().equals(id))
                                        .map(trail -> trail.name().label())
                                        .toList())));
    }

    private Checked<CheckedPolicy> policy(Source source) {
        return Documents.policy(source, asking.library().vocabularies());
    }
}
