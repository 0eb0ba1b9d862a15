package dev.proviso.document;

import dev.proviso.policy.Place;
import dev.proviso.policy.Policy.Kind;
import dev.proviso.policy.Policy.LawNotDrawn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** From the YAML of the front matter to what it says. */
final class FrontMatterReader {

    static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
    static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final int LONGEST = 20_000;

    private static final List<String> SHARED =
            List.of("policy", "version", "kind", "title", "vocabulary", "timezone", "effective");
    private static final String WORDS = "words";
    private static final List<String> OF_POLICY = List.of("controller", "held-in", "law-not-drawn");
    private static final List<String> OF_LAW = List.of("scope", "until");
    private static final List<String> ALL = List.of(
            "policy",
            "version",
            "kind",
            "title",
            "controller",
            "held-in",
            "law-not-drawn",
            "vocabulary",
            "timezone",
            "effective",
            "scope",
            "until",
            WORDS);

    private final Yaml yaml;
    private final Span place;
    private final WordReader words;
    private final Findings findings;
    private final Map<String, Yaml.Entry> entries;

    private FrontMatterReader(
            Yaml yaml, Span place, WordReader words, Findings findings, Map<String, Yaml.Entry> entries) {
        this.yaml = yaml;
        this.place = place;
        this.words = words;
        this.findings = findings;
        this.entries = entries;
    }

    /**
     * Reads the whole front matter and reports everything that is wrong. What could not be read has a stand-in, so that the
     * rest of the document can be checked all the same; nothing comes out if it is not known with which vocabulary.
     */
    static Optional<FrontMatter> read(Fragment text, WordReader words, Findings findings) {
        Yaml yaml = Yaml.of(text, findings);
        Span firstLine = new Span(text.place().start(), text.place().start() + lengthOfFirstLine(text.text()));
        return yaml.root().flatMap(entries -> new FrontMatterReader(yaml, firstLine, words, findings, entries).read());
    }

    private static int lengthOfFirstLine(String text) {
        return text.lines().findFirst().orElse("").length();
    }

    private Optional<FrontMatter> read() {
        Optional<Kind> kind = kind();
        checkKeys(kind);
        Optional<String> policy = matching("policy", ID, "lower case letters, digits and hyphens");
        Optional<String> version = matching("version", LABEL, "letters, digits, dots, hyphens and underscores");
        policy.flatMap(Names::mistakeInId).ifPresent(mistake -> findings.flaw("form", valueSpan("policy"), mistake));
        version.flatMap(Names::mistakeInLabel)
                .ifPresent(mistake -> findings.flaw("form", valueSpan("version"), mistake));
        Optional<String> title = text("title");
        Optional<String> vocabulary = text("vocabulary");
        Optional<ZoneId> zone = zone();
        Optional<FrontMatter.Controller> controller = isFor(kind, Kind.POLICY) ? controller() : Optional.empty();
        Optional<Place> heldIn = isFor(kind, Kind.POLICY) ? country("held-in") : Optional.empty();
        LawNotDrawn lawNotDrawn = isFor(kind, Kind.POLICY) ? lawNotDrawn() : LawNotDrawn.INDETERMINATE;
        Optional<Fragment> scope = isFor(kind, Kind.LAW) ? scope() : Optional.empty();
        Optional<Instant> effective = isOnPublication() ? Optional.empty() : instant("effective");
        Optional<Instant> until = isFor(kind, Kind.LAW) ? instant("until") : Optional.empty();
        checkOrder(effective, until);
        return vocabulary.map(known -> new FrontMatter(
                policy.orElse(""),
                version.orElse(""),
                kind.orElse(entries.containsKey("scope") ? Kind.LAW : Kind.POLICY),
                title.orElse(""),
                controller,
                heldIn,
                lawNotDrawn,
                known,
                valueSpan("vocabulary"),
                zone.orElse(ZoneOffset.UTC),
                effective,
                until,
                scope,
                Optional.ofNullable(entries.get(WORDS)).map(entry -> new FrontMatter.Words(yaml, entry))));
    }

    private boolean isFor(Optional<Kind> kind, Kind wanted) {
        return kind.isEmpty() || kind.get() == wanted;
    }

    private Optional<Kind> kind() {
        Optional<String> kind = text("kind");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> known = Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind.get()))
                .findFirst();
        if (known.isEmpty()) {
            findings.error(
                    "kind",
                    valueSpan("kind"),
                    "The kind of a document is \"policy\" or \"law\", not " + Findings.quoted(kind.get()) + ".",
                    findings.nearest(kind.get(), List.of("policy", "law")));
        }
        return known;
    }

    private LawNotDrawn lawNotDrawn() {
        Optional<String> written = text("law-not-drawn");
        Optional<LawNotDrawn> known = written.flatMap(word -> Arrays.stream(LawNotDrawn.values())
                .filter(one -> word(one).equals(word))
                .findFirst());
        if (written.isPresent() && known.isEmpty()) {
            findings.error(
                    "law-not-drawn",
                    valueSpan("law-not-drawn"),
                    "Where law is not drawn, a permit is \"indeterminate\" or the law is \"passed-over\", not "
                            + Findings.quoted(written.get()) + ".",
                    findings.nearest(
                            written.get(),
                            Arrays.stream(LawNotDrawn.values())
                                    .map(FrontMatterReader::word)
                                    .toList()));
        }
        return known.orElse(LawNotDrawn.INDETERMINATE);
    }

    private static String word(LawNotDrawn reading) {
        return reading.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void checkKeys(Optional<Kind> kind) {
        entries.forEach((key, entry) -> {
            if (!ALL.contains(key)) {
                findings.error(
                        "unknown-key",
                        entry.key(),
                        "The front matter has no key " + Findings.quoted(key) + ".",
                        findings.nearest(key, ALL));
            } else if (kind.isPresent() && (kind.get() == Kind.LAW ? OF_POLICY : OF_LAW).contains(key)) {
                findings.error(
                        "wrong-kind",
                        entry.key(),
                        "Only a %s document has %s."
                                .formatted(kind.get() == Kind.LAW ? "policy" : "law", Findings.quoted(key)));
            }
        });
        SHARED.forEach(this::require);
        kind.ifPresent(known -> require(known == Kind.LAW ? "scope" : "controller"));
    }

    private void require(String key) {
        boolean isMisspelt = entries.keySet().stream()
                .anyMatch(other -> !ALL.contains(other)
                        && findings.nearest(other, ALL).filter(key::equals).isPresent());
        if (!entries.containsKey(key) && !isMisspelt) {
            findings.error(
                    "missing-key", place, "The front matter lacks the key \"" + key + "\": " + example(key) + ".");
        }
    }

    private static String example(String key) {
        return switch (key) {
            case "policy" -> "which policy this is, such as website-privacy";
            case "version" -> "the label of this version, such as \"2016-01-14\"";
            case "kind" -> "policy or law";
            case "title" -> "the title as readers see it";
            case "vocabulary" -> "the vocabulary whose words the rules use, such as privacy";
            case "timezone" -> "whose days count, such as Asia/Shanghai";
            case "effective" -> "when it starts to bind, such as 2016-01-14T00:00:00+08:00, or on-publication";
            case "scope" -> "a condition that says where the law applies, such as \"the user lives in DE\"";
            default -> "who decides on the processing, such as {name: Example Ltd, country: GB}";
        };
    }

    private Optional<String> text(String key) {
        Yaml.Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        return text(key, entry);
    }

    private Optional<String> text(String key, Yaml.Entry entry) {
        Optional<String> value = Yaml.scalar(entry.value()).map(String::strip).filter(text -> !text.isEmpty());
        if (value.isEmpty()) {
            findings.error(
                    "type", entry.key(), "The value of " + Findings.quoted(key) + " should be a text on this line.");
        }
        if (value.filter(text -> text.length() > LONGEST).isPresent()) {
            findings.flaw(
                    "too-long",
                    entry.key(),
                    "The value of " + Findings.quoted(key) + " is longer than 20,000 characters, which nobody reads.");
        }
        return value;
    }

    private Span valueSpan(String key) {
        Yaml.Entry entry = entries.get(key);
        return entry == null ? place : yaml.span(entry.value());
    }

    private Optional<String> matching(String key, Pattern form, String allowed) {
        Optional<String> value = text(key);
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            findings.error(
                    "form",
                    valueSpan(key),
                    "The value of \"%s\" may have %s, at most 64 of them.".formatted(key, allowed));
            return Optional.empty();
        }
        return value;
    }

    private Optional<ZoneId> zone() {
        Optional<String> zone = text("timezone");
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(zone.get()));
        } catch (DateTimeException noZone) {
            findings.error(
                    "timezone",
                    valueSpan("timezone"),
                    Findings.quoted(zone.get()) + " is not a time zone, such as Europe/Berlin.",
                    findings.nearest(zone.get(), ZoneId.getAvailableZoneIds()));
            return Optional.empty();
        }
    }

    private Optional<Place> country(String key) {
        return text(key).flatMap(code -> words.country(code, valueSpan(key)));
    }

    private boolean isOnPublication() {
        Yaml.Entry entry = entries.get("effective");
        return entry != null
                && Yaml.scalar(entry.value()).filter("on-publication"::equals).isPresent();
    }

    private Optional<Instant> instant(String key) {
        Optional<String> time = text(key);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(time.get());
            if (at.getYear() < 1 || at.getYear() > 9999) {
                findings.flaw(
                        "time", valueSpan(key), "The year of a time is one from 1 to 9999, not " + at.getYear() + ".");
            }
            return Optional.of(at.toInstant());
        } catch (DateTimeParseException noTime) {
            Optional<String> near = findings.nearest(time.get(), List.of("on-publication"));
            findings.error(
                    "time",
                    valueSpan(key),
                    "%s is not a time with its offset from UTC, such as 2016-01-14T00:00:00+08:00%s."
                            .formatted(
                                    Findings.quoted(time.get()),
                                    key.equals("effective") ? ", nor \"on-publication\"" : ""),
                    key.equals("effective") ? near : Optional.empty());
            return Optional.empty();
        }
    }

    private void checkOrder(Optional<Instant> effective, Optional<Instant> until) {
        if (effective.isPresent() && until.isPresent() && !effective.get().isBefore(until.get())) {
            findings.error("time", valueSpan("until"), "The law ends before it takes effect.");
        }
    }

    private Optional<Fragment> scope() {
        Yaml.Entry entry = entries.get("scope");
        if (entry == null) {
            return Optional.empty();
        }
        return text("scope").map(scope -> yaml.fragment(entry.value()));
    }

    private Optional<FrontMatter.Controller> controller() {
        Yaml.Entry entry = entries.get("controller");
        if (entry == null) {
            return Optional.empty();
        }
        if (Yaml.scalar(entry.value()).isPresent()) {
            findings.error(
                    "type",
                    yaml.span(entry.value()),
                    "The controller has a name and a country: {name: Example Ltd, country: GB}.");
            return Optional.empty();
        }
        return yaml.entries(entry.value(), "The controller").flatMap(parts -> controller(entry, parts));
    }

    private Optional<FrontMatter.Controller> controller(Yaml.Entry entry, Map<String, Yaml.Entry> parts) {
        List<String> known = List.of("name", "country");
        new TreeMap<>(parts).forEach((key, part) -> {
            if (!known.contains(key)) {
                findings.error(
                        "unknown-key",
                        part.key(),
                        "The controller has no key " + Findings.quoted(key) + ".",
                        findings.nearest(key, known));
            }
        });
        for (String key : known) {
            if (!parts.containsKey(key)) {
                findings.error("missing-key", entry.key(), "The controller lacks its \"" + key + "\".");
            }
        }
        Optional<String> name = Optional.ofNullable(parts.get("name")).flatMap(part -> text("name", part));
        Optional<Place> country = Optional.ofNullable(parts.get("country"))
                .flatMap(part -> text("country", part).flatMap(code -> words.country(code, yaml.span(part.value()))));
        return name.isEmpty() || country.isEmpty()
                ? Optional.empty()
                : Optional.of(new FrontMatter.Controller(name.get(), country.get()));
    }
}
