package dev.proviso.decision;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary;
import dev.proviso.policy.Vocabulary.Section;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is recorded was said in words of its own time. Read in another version's vocabulary, a word that is not there names
 * nothing; but it still narrows what was said, and is never just left out. For one thread.
 */
final class LedgerScopes {

    private final Vocabulary vocabulary;
    private final Map<Key, Optional<Section>> sections = new HashMap<>();

    LedgerScopes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A consent in the words of the vocabulary; empty if it can neither count for any question in them nor, withdrawn, end what
     * does. In doubt a withdrawal ends more.
     */
    Optional<Consent> read(Consent consent) {
        Set<Key> known = known(consent.scope());
        boolean readable = unknown(consent.scope()).stream()
                .allMatch(key ->
                        section(key).map(section -> holds(known, section)).orElse(false));
        return readable
                ? Optional.of(new Consent(
                        consent.by(),
                        consent.form(),
                        known,
                        consent.givenAt(),
                        consent.withdrawnAt(),
                        consent.givenIn()))
                : consent.withdrawnAt()
                        .filter(end -> mayReach(consent.scope(), known))
                        .map(end -> Consent.withdrawal(consent.by(), known, end));
    }

    /** An objection in the words of the vocabulary; empty if it cannot cover any question in them. In doubt it covers more. */
    Optional<Objection> read(Objection objection) {
        Set<Key> known = known(objection.scope());
        return objection.everything() || mayReach(objection.scope(), known)
                ? Optional.of(new Objection(objection.everything(), known, objection.madeAt(), objection.liftedAt()))
                : Optional.empty();
    }

    /** Whether what is known of a scope names something; a word of an unknown section does not narrow it. */
    private boolean mayReach(Set<Key> scope, Set<Key> known) {
        return !known.isEmpty()
                && unknown(scope).stream().allMatch(key -> section(key)
                        .map(section -> holds(known, section))
                        .orElse(true));
    }

    private Set<Key> known(Set<Key> scope) {
        Set<Key> known = new HashSet<>(scope);
        known.removeIf(key -> sectionOf(key).isEmpty());
        return known;
    }

    private Set<Key> unknown(Set<Key> scope) {
        Set<Key> unknown = new HashSet<>(scope);
        unknown.removeIf(key -> sectionOf(key).isPresent());
        return unknown;
    }

    /** The same few words stand in thousands of events, and to find one takes going through the vocabulary. */
    private Optional<Section> sectionOf(Key key) {
        return sections.computeIfAbsent(key, vocabulary::sectionOf);
    }

    /** Of a word that is not there: the section of the nearest key above it that is. */
    private Optional<Section> section(Key key) {
        int dot = key.value().lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        Key above = new Key(key.value().substring(0, dot));
        return sectionOf(above).or(() -> section(above));
    }

    private boolean holds(Set<Key> keys, Section section) {
        EnumSet<Section> sections = EnumSet.noneOf(Section.class);
        keys.forEach(key -> sectionOf(key).ifPresent(sections::add));
        return sections.contains(section);
    }
}
