package dev.proviso.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A set of keys as a sentence writes it: a list ({@code cookie and beacon}), or any key except some
 * ({@code any source except cookie}). A key stands for everything below it.
 */
public record Keys(boolean any, SortedSet<Key> listed) {

    public static final Keys ANY = new Keys(true, Collections.emptySortedSet());

    /** @throws IllegalArgumentException for an empty list: it would match nothing and is always a mistake */
    public Keys {
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
        if (!any && listed.isEmpty()) {
            throw new IllegalArgumentException("a list of keys has at least one");
        }
    }

    public static Keys of(Collection<Key> keys) {
        return new Keys(false, new TreeSet<>(keys));
    }

    public static Keys of(String... keys) {
        return of(List.of(keys).stream().map(Key::new).toList());
    }

    public static Keys anyExcept(Collection<Key> keys) {
        return new Keys(true, new TreeSet<>(keys));
    }

    /** True if the leaf is among these keys. */
    public boolean covers(Key leaf) {
        return any != listed.stream().anyMatch(key -> key.covers(leaf));
    }

    /** True if these keys cover every leaf there is, named or not. */
    public boolean isEverything() {
        return any && listed.isEmpty();
    }

    @Override
    public String toString() {
        var list = listed.stream().map(Key::value).collect(Collectors.joining(", "));
        if (!any) {
            return list;
        }
        return listed.isEmpty() ? "any" : "any except " + list;
    }
}
