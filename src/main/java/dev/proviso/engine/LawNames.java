package dev.proviso.engine;

import java.util.Set;

/** The names of law documents ({@code law-eu@1}). The hash is taken once, for these are looked up with every question. */
final class LawNames {

    static final LawNames NONE = new LawNames(Set.of());

    private final Set<String> names;
    private final int hash;

    LawNames(Set<String> names) {
        this.names = Set.copyOf(names);
        this.hash = this.names.hashCode();
    }

    Set<String> names() {
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof LawNames that && hash == that.hash && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
