package dev.proviso.decision;

import dev.proviso.decision.GoverningVersion.Ties;
import dev.proviso.engine.User.Acceptance;
import dev.proviso.ledger.LedgerUser;
import dev.proviso.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of time in which one version of a policy governed a user, for one reason.
 *
 * @param until the end, which is no longer part of it; empty for the last stretch
 */
public record GoverningPeriod(Instant from, Optional<Instant> until, GoverningVersion governing) {

    /**
     * The versions that governed a user of the ledger, from the first start of a version on: in order, without a gap.
     *
     * @param through what happens later is left out
     * @return empty if there is no such policy, or none of its versions has started
     */
    public static List<GoverningPeriod> of(Library library, String policy, LedgerUser user, Instant through) {
        List<Notice> versions =
                library.versions(policy).stream().map(Notice::of).toList();
        return of(versions, Ties.of(policy, user), through);
    }

    /** @param versions all versions of the policy, the first to start first */
    static List<GoverningPeriod> of(List<Notice> versions, Ties ties, Instant through) {
        List<GoverningPeriod> stretches = new ArrayList<>();
        turns(versions, ties)
                .filter(turn -> !turn.isAfter(through))
                .sorted()
                .distinct()
                .forEach(turn -> GoverningVersion.of(versions, ties, turn).ifPresent(now -> add(stretches, turn, now)));
        return List.copyOf(stretches);
    }

    /** When another version, or the same for another reason, may begin to govern. */
    private static Stream<Instant> turns(List<Notice> versions, Ties ties) {
        Stream<Instant> ofVersions = versions.stream()
                .flatMap(version -> Stream.concat(
                        Stream.of(version.start()),
                        ties.uses().stream()
                                .filter(use -> !use.isBefore(version.start()))
                                .min(Instant::compareTo)
                                .stream()));
        return Stream.concat(ofVersions, ties.acceptances().stream().map(Acceptance::at));
    }

    private static void add(List<GoverningPeriod> stretches, Instant turn, GoverningVersion now) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).governing().equals(now)) {
            return;
        }
        if (last >= 0) {
            GoverningPeriod before = stretches.get(last);
            stretches.set(last, new GoverningPeriod(before.from(), Optional.of(turn), before.governing()));
        }
        stretches.add(new GoverningPeriod(turn, Optional.empty(), now));
    }
}
