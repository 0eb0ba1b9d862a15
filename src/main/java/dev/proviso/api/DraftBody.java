package dev.proviso.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.api.http.ReportedDiagnostic;
import dev.proviso.document.Diagnostic;
import dev.proviso.document.Source;
import dev.proviso.publication.Approved;
import dev.proviso.publication.DraftEvent;
import dev.proviso.publication.Submitted;
import dev.proviso.publication.Unpublished;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A version on its way to publication, as it is shown.
 *
 * @param tests SHA-256 of its rule tests; left out if it has none
 * @param valid whether its text has no error; it may have warnings
 */
record DraftBody(
        String policy,
        String version,
        String kind,
        String state,
        String sha256,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
        boolean valid,
        List<ReportedDiagnostic> diagnostics,
        List<Event> history) {

    /**
     * Something that happened to it.
     *
     * @param about the clause of a remark, or the number of the one that is settled; left out for a step of the way
     */
    record Event(
            int number,
            String action,
            String by,
            String at,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String comment,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Collection<String> acknowledged,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String about,
            String sha256,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
            String hash) {}

    static DraftBody of(Unpublished version, List<Diagnostic> diagnostics) {
        return new DraftBody(
                version.name().id(),
                version.name().label(),
                version.name().kind().name().toLowerCase(Locale.ROOT),
                state(version),
                version.content().sha256(),
                version.trail().tests(),
                diagnostics.stream().noneMatch(one -> one.severity() == Diagnostic.Severity.ERROR),
                ReportedDiagnostic.all(
                        new Source(version.name().toString(), version.content().text()), diagnostics),
                version.trail().events().stream().map(DraftBody::event).toList());
    }

    static String state(Unpublished version) {
        return version instanceof Submitted ? "SUBMITTED" : version instanceof Approved ? "APPROVED" : "DRAFT";
    }

    static Event event(DraftEvent event) {
        return new Event(
                event.number(),
                event.action().name(),
                event.by().who(),
                event.by().at().toString(),
                event.comment(),
                event.acknowledged(),
                event.about(),
                event.sha256(),
                event.tests(),
                event.hash());
    }
}
