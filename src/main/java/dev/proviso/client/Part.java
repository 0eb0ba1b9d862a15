package dev.proviso.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What was decided about one kind of data, of several that were asked about. */
public record Part(
        String data,
        Decision decision,
        List<Reason> reasons,
        List<String> missing,
        List<Obligation> obligations,
        Optional<OffsetDateTime> validUntil)
        implements Verdict {

    public Part {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        obligations = List.copyOf(obligations);
    }
}
