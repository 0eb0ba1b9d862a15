package dev.proviso.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.proviso.publication.ChainRecord;
import dev.proviso.publication.DocumentName;
import java.util.Locale;
import java.util.Optional;

/** A link of the chain. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChainLinkBody(
        long number,
        String act,
        String policy,
        String version,
        String kind,
        Optional<String> vocabulary,
        String sha256,
        String announcedAt,
        String start,
        String by,
        String at,
        String comment,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
        String previous,
        String hash) {

    public static ChainLinkBody of(ChainRecord record) {
        return new ChainLinkBody(
                record.number(),
                record.act().name(),
                record.name().id(),
                record.name().label(),
                record.name().kind().name().toLowerCase(Locale.ROOT),
                record.vocabulary().map(DocumentName::toString),
                record.sha256(),
                record.announcedAt().toString(),
                record.start().toString(),
                record.by().who(),
                record.by().at().toString(),
                record.comment(),
                record.tests(),
                record.previous(),
                record.hash());
    }
}
