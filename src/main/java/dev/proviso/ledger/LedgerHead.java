package dev.proviso.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the ledgers of all users went at one time. Whoever writes it down elsewhere can tell later that no event from before
 * then was taken away, whatever its user.
 *
 * @param counts how many events each of the 16 branches of the chain had
 * @param hash SHA-256, as hexadecimal digits, over the count and the last hash of each branch
 */
public record LedgerHead(List<Long> counts, String hash) {

    /** Among how many branches users are spread, so that those who write at once seldom wait for each other. */
    public static final int BRANCHES = 16;

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}(?:-\\d{1,18}){15}):([0-9a-f]{64})");

    /**
     * The end of one branch.
     *
     * @param count of its events
     * @param hash of the last
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record End(long count, byte[] hash) {

        /** Of a branch without events. */
        public static final End NOTHING = new End(0, ChainLink.start());
    }

    public LedgerHead {
        counts = List.copyOf(counts);
    }

    /** @param ends of all branches, in their order */
    public static LedgerHead of(List<End> ends) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (End end : ends) {
                digest.update(
                        ByteBuffer.allocate(Long.BYTES).putLong(end.count()).array());
                digest.update(end.hash());
            }
            return new LedgerHead(
                    ends.stream().map(End::count).toList(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Before the first event. */
    public static LedgerHead empty() {
        return of(new ArrayList<>(Collections.nCopies(BRANCHES, End.NOTHING)));
    }

    /** Reads what {@link #toString} wrote; empty if it is something else. */
    public static Optional<LedgerHead> read(String text) {
        return Optional.of(FORM.matcher(text.strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(parts -> new LedgerHead(
                        Arrays.stream(parts.group(1).split("-", -1))
                                .map(Long::valueOf)
                                .toList(),
                        parts.group(2)));
    }

    /** How many events there are in all. */
    public long events() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The 16 counts with hyphens between them, a colon, and the hash. */
    @Override
    public String toString() {
        return String.join("-", counts.stream().map(String::valueOf).toList()) + ":" + hash;
    }
}
