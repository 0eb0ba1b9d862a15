package dev.proviso.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.proviso.ledger.Seals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Seals what is personal of a record, and keeps records together with the rulebooks that decided. Calls block. */
public final class RecordStore {

    /** Of so many rulebooks it is remembered that they are kept; to keep one again changes nothing. */
    private static final int MOST_REMEMBERED = 1_000;

    private final DecisionLog log;
    private final RulebookArchive archive;
    private final Seals seals;
    private final Cache<String, Boolean> archived =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    public RecordStore(DecisionLog log, RulebookArchive archive, Seals seals) {
        this.log = log;
        this.archive = archive;
        this.seals = seals;
    }

    /** The record as it is kept: sealed with the key of the user whom the question named, if it named one. */
    DecisionRecord sealed(PendingRecord recording) {
        return recording
                .user()
                .map(user -> recording.plain().with(seal(user, recording.plain().body())))
                .orElse(recording.plain());
    }

    private DecisionRecord.Body seal(String user, DecisionRecord.Body plain) {
        try {
            return sealed(seals.pseudonym(user), plain);
        } catch (Seals.Erased meanwhile) {
            // Erased between the two calls; whoever asks about them now starts anew.
            return sealed(seals.pseudonym(user), plain);
        }
    }

    private DecisionRecord.Body sealed(UUID person, DecisionRecord.Body plain) {
        Seals.Sealed sealed = seals.seal(person, plain.bytes());
        return new DecisionRecord.Body(Optional.of(sealed.person()), sealed.bytes());
    }

    /** Has the keys at hand with which these will be sealed. */
    void gatherKeys(List<PendingRecord> recordings) {
        seals.pseudonyms(recordings.stream()
                .flatMap(recording -> recording.user().stream())
                .collect(Collectors.toSet()));
    }

    /** Keeps the rulebook of a record before the record, so that no record is without. */
    void archive(PendingRecord recording) {
        String hash = recording.plain().rulebook();
        if (archived.getIfPresent(hash) == null) {
            archive.keep(recording.rulebook().get());
            archived.put(hash, true);
        }
    }

    /** Keeps all of these or none. */
    void append(List<DecisionRecord> records) {
        log.append(records);
    }

    /** What a record says; empty if the person it is about was erased. */
    Optional<RecordBody> open(DecisionRecord kept) {
        DecisionRecord.Body body = kept.body();
        return body.person()
                .map(person -> seals.open(new Seals.Sealed(person, body.bytes())))
                .orElse(Optional.of(body.bytes()))
                .map(RecordBody::read);
    }

    /** The records that are wanted of a user, by the pseudonym that the user has now. */
    Optional<UUID> person(String user) {
        return seals.known(user);
    }

    DecisionLog log() {
        return log;
    }

    RulebookArchive archive() {
        return archive;
    }
}
