package dev.proviso.decision;

import dev.proviso.document.Documents;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.library.Edition;
import dev.proviso.library.Library;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the version of a policy that a question is about. */
final class VersionSelection {

    private final Library library;
    private final Ask ask;
    private final List<Edition> versions;

    private VersionSelection(Library library, Ask ask) {
        this.library = library;
        this.ask = ask;
        this.versions = library.versions(ask.policy());
    }

    /**
     * @throws CannotAsk.Unknown if there is no such policy or version
     * @throws CannotAsk.NotYetInForce if the version had not started, unless the question is a trial
     */
    static Edition choose(Library library, Ask ask) {
        VersionSelection choosing = new VersionSelection(library, ask);
        choosing.mustExist();
        if (ask.version() instanceof VersionChoice.Label label) {
            return choosing.started(choosing.labelled(label.label()));
        }
        Optional<Edition> chosen = ask.version() instanceof VersionChoice.Governing
                ? choosing.governing()
                        .map(governing -> choosing.labelled(governing.notice().version()))
                : library.inForce(ask.policy(), ask.at());
        return chosen.orElseThrow(choosing::noneInForce);
    }

    /**
     * From when on another version will be chosen for the same question, with nothing new recorded.
     *
     * @param chosen the version that is chosen now
     * @return empty if none is known
     */
    static Optional<Instant> until(Library library, Ask ask, Edition chosen) {
        return ask.version() instanceof VersionChoice.Label
                ? Optional.empty()
                : new VersionSelection(library, ask)
                        .turns()
                        .filter(moment -> !choose(library, ask.asOf(moment)).equals(chosen))
                        .findFirst();
    }

    /** The instants from which on another version may be chosen, in order: where one starts, or first binds the user. */
    private Stream<Instant> turns() {
        return versions.stream()
                .flatMap(version ->
                        Stream.of(Stream.of(version.start()), first(usesUnder(version)), first(acceptancesOf(version))))
                .flatMap(moments -> moments)
                .filter(moment -> moment.isAfter(ask.at()))
                .sorted()
                .distinct();
    }

    /** The first of these after the question's instant. */
    private Stream<Instant> first(Stream<Instant> moments) {
        return moments.filter(moment -> moment.isAfter(ask.at())).min(Instant::compareTo).stream();
    }

    private Stream<Instant> usesUnder(Edition version) {
        return ask.uses().stream().flatMap(List::stream).filter(use -> !use.isBefore(version.start()));
    }

    private Stream<Instant> acceptancesOf(Edition version) {
        return ask.acceptances().stream()
                .filter(acceptance -> acceptance.policy().equals(version.id())
                        && acceptance.version().equals(version.label()))
                .map(Acceptance::at);
    }

    private Edition labelled(String label) {
        return library.version(ask.policy(), label)
                .orElseThrow(() -> new CannotAsk.Unknown(
                        "The policy \"" + ask.policy() + "\" has no version \"" + label + "\".",
                        Documents.nearest(
                                label, versions.stream().map(Edition::label).toList())));
    }

    private Edition started(Edition edition) {
        if (edition.start().isAfter(ask.at()) && !ask.trial()) {
            throw new CannotAsk.NotYetInForce("Version \"" + edition.label() + "\" of \"" + edition.id()
                    + "\" starts at " + edition.start() + ", after the instant of the question, " + ask.at()
                    + ". To try it before its start, set \"trial\" to true.");
        }
        return edition;
    }

    /** The version that governs the user, and why. */
    static GoverningVersion governing(Library library, Ask ask) {
        VersionSelection choosing = new VersionSelection(library, ask);
        choosing.mustExist();
        return choosing.governing().orElseThrow(choosing::noneInForce);
    }

    private Optional<GoverningVersion> governing() {
        return GoverningVersion.of(versions.stream().map(Notice::of).toList(), ask.ties(), ask.at());
    }

    private void mustExist() {
        if (versions.isEmpty()) {
            throw new CannotAsk.Unknown(
                    "There is no policy \"" + ask.policy() + "\".",
                    Documents.nearest(ask.policy(), library.policies()));
        }
    }

    private CannotAsk noneInForce() {
        return new CannotAsk.NotYetInForce("No version of \"" + ask.policy() + "\" is in force at " + ask.at()
                + ". The first starts at " + versions.get(0).start() + ".");
    }
}
