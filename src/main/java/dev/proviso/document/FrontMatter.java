package dev.proviso.document;

import dev.proviso.policy.Place;
import dev.proviso.policy.Policy.Kind;
import dev.proviso.policy.Policy.LawNotDrawn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What a document says about itself. The scope is still a sentence: the vocabulary to read it with is named beside it. */
record FrontMatter(
        String policy,
        String version,
        Kind kind,
        String title,
        Optional<Controller> controller,
        Optional<Place> heldIn,
        LawNotDrawn lawNotDrawn,
        String vocabulary,
        Span vocabularyPlace,
        ZoneId timeZone,
        Optional<Instant> effective,
        Optional<Instant> until,
        Optional<Fragment> scope,
        Optional<Words> words) {

    /** The words that it adds to the vocabulary, not yet read: that takes the vocabulary. */
    record Words(Yaml yaml, Yaml.Entry entry) {}

    record Controller(String name, Place country) {}
}
