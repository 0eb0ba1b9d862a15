package dev.proviso.record;

import java.util.Optional;

/** Where every rulebook that decided something is kept, for good. Calls block. */
public interface RulebookArchive {

    /** Keeps a rulebook; one that is kept already stays as it is. */
    void keep(StoredRulebook rulebook);

    /**
     * @param hash as answers and records give it
     * @throws IllegalStateException if a part of it is missing, or was changed
     */
    Optional<StoredRulebook> find(String hash);
}
