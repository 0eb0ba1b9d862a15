package dev.proviso.decision;

import dev.proviso.engine.User.Acceptance;
import dev.proviso.ledger.Event.Used;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.library.Library;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The version of a policy that governs a user at an instant (Article 13 of the website's policy): of those that bind the user,
 * the one with the latest start; if none binds, the one in force. A version binds whoever used the service from its start on,
 * by the first such use; and whoever accepted it, from its start or the acceptance if that is later. When it was announced
 * does not matter.
 */
public record GoverningVersion(Notice notice, Because because) {

    /** Why a version governs. */
    public sealed interface Because {}

    /** @param use the first at or after the version's start */
    public record ByUse(Instant use) implements Because {}

    /** @param acceptance the first of this version */
    public record ByAcceptance(Acceptance acceptance) implements Because {}

    /** No version binds the user, and this one is in force. */
    public record InForce() implements Because {}

    /**
     * What binds users to versions of one policy.
     *
     * @param uses when the user used a service under this policy
     * @param acceptances of versions of any policy
     */
    public record Ties(String policy, List<Instant> uses, List<Acceptance> acceptances) {
        public Ties {
            uses = List.copyOf(uses);
            acceptances = List.copyOf(acceptances);
        }

        /** What the ledger knows of a user. */
        static Ties of(String policy, LedgerUser user) {
            List<Instant> uses = user.uses().stream()
                    .filter(use -> use.isUnder(policy))
                    .map(Used::at)
                    .toList();
            return new Ties(policy, uses, user.acceptances());
        }
    }

    /**
     * Which version governs.
     *
     * @param versions all versions of the policy, the first to start first
     * @return empty if no version has started
     */
    public static Optional<GoverningVersion> of(List<Notice> versions, Ties ties, Instant at) {
        List<Notice> started = versions.stream()
                .filter(version -> !version.start().isAfter(at))
                .toList();
        Optional<GoverningVersion> bound = started.stream()
                .flatMap(version ->
                        tie(version, ties, at).map(because -> new GoverningVersion(version, because)).stream())
                .reduce((earlier, later) -> later);
        return bound.or(() -> started.stream()
                .reduce((earlier, later) -> later)
                .map(version -> new GoverningVersion(version, new InForce())));
    }

    /**
     * Which version of a policy governs a user of the ledger.
     *
     * @throws CannotAsk if there is no such policy, or none of its versions has started
     */
    public static GoverningVersion of(Library library, String policy, LedgerUser user, Instant at) {
        Ties ties = Ties.of(policy, user);
        return VersionSelection.governing(
                library,
                new Ask(
                        policy,
                        new VersionChoice.Governing(),
                        false,
                        at,
                        Optional.of(ties.uses()),
                        ties.acceptances()));
    }

    /** By what a version that has started binds the user: the first use or the first acceptance, whichever bound earlier. */
    private static Optional<Because> tie(Notice version, Ties ties, Instant at) {
        Optional<Instant> use = ties.uses().stream()
                .filter(each -> !each.isBefore(version.start()) && !each.isAfter(at))
                .min(Instant::compareTo);
        Optional<Acceptance> acceptance = ties.acceptances().stream()
                .filter(each ->
                        each.policy().equals(ties.policy()) && each.version().equals(version.version()))
                .filter(each -> !each.at().isAfter(at))
                .min((one, other) -> one.at().compareTo(other.at()));
        boolean byUse = use.isPresent()
                && acceptance.map(each -> use.get().isBefore(each.at())).orElse(true);
        return byUse ? use.map(ByUse::new) : acceptance.map(ByAcceptance::new);
    }

    /** Since when the version binds the user; empty if it does not. */
    public Optional<Instant> boundSince() {
        if (because instanceof ByUse by) {
            return Optional.of(by.use());
        }
        return because instanceof ByAcceptance by
                ? Stream.of(by.acceptance().at(), notice.start()).max(Instant::compareTo)
                : Optional.empty();
    }

    /** The reason, for a person. */
    public String sentence() {
        String version = "version \"" + notice.version() + "\"";
        if (because instanceof ByUse by) {
            return "The user used the service at " + by.use() + ", when " + version + " had started (" + notice.start()
                    + "); so it binds them.";
        }
        if (because instanceof ByAcceptance by) {
            return "The user accepted " + version + " expressly at "
                    + by.acceptance().at() + "; it started at " + notice.start() + ".";
        }
        return "No use and no acceptance binds the user to a version; " + version + " is in force since "
                + notice.start() + ".";
    }
}
