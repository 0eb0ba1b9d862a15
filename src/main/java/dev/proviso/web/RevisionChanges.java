package dev.proviso.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.proviso.comparison.ChangedClauses;
import dev.proviso.document.Source;
import dev.proviso.publication.Content;
import jakarta.inject.Singleton;

/** What changed from one published text to the next. Neither ever changes, so it is found out once. Safe for any thread. */
@Singleton
public class RevisionChanges {

    /** Each has at most as many clauses as are listed. */
    private static final int MOST = 500;

    private final Cache<String, ChangedClauses> changes =
            Caffeine.newBuilder().maximumSize(MOST).build();

    ChangedClauses between(Source before, Source after) {
        String hashes = new Content(before.text()).sha256() + " " + new Content(after.text()).sha256();
        return changes.get(hashes, key -> ChangedClauses.of(before, after));
    }
}
