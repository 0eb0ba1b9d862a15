package dev.proviso.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How often passwords may be tried (OWASP ASVS 2.2.1; NIST SP 800-63B, 5.2.2). Each failure beyond the first few is followed by a
 * pause, twice as long as the one before, in which nothing is tried. Three counts run side by side: of an account from an
 * address, of an address whatever the account, and of an account whatever the address. The last cannot keep anyone out who
 * signed in from where they are before. What is refused in a pause is not counted, so that each pause ends.
 */
public final class SignInLimit {

    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration FAMILIAR = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Count pairs;
    private final Count addresses;
    private final Count accounts;
    private final Cache<From, Boolean> familiar;

    /** @param clock in nanoseconds, never going back */
    SignInLimit(Ticker clock) {
        this.pairs = new Count(clock, 5, QUARTER);
        this.addresses = new Count(clock, 30, QUARTER);
        this.accounts = new Count(clock, 50, Duration.ofMinutes(1));
        this.familiar = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FAMILIAR)
                .ticker(clock)
                .build();
    }

    public static SignInLimit ofToday() {
        return new SignInLimit(Ticker.systemTicker());
    }

    /**
     * An account that is tried, and from where.
     *
     * @param address of the other end of the connection, or as a proxy names it that is trusted
     */
    record From(String account, String address) {

        /** Nobody has an account with a name so long, and none shall fill the memory. */
        From {
            account = account.substring(0, Math.min(account.length(), LONGEST_NAME));
        }
    }

    /**
     * Looks at a password, unless nothing is tried now. What is tried is decided before anyone else's turn, so that no burst of
     * guesses slips through before the first is counted; that is why looking must take a moment only.
     *
     * @param look at the password; fails with {@link AuthenticationFailedException} if it is wrong
     * @throws AuthenticationFailedException if it is wrong, or with {@link Passwords#PAUSE} if it was not looked at
     */
    synchronized <T> T attempt(From from, Supplier<T> look) {
        Duration pause = pause(from);
        if (!pause.isZero()) {
            throw new AuthenticationFailedException("too many passwords were tried", Map.of(Passwords.PAUSE, pause));
        }
        try {
            T known = look.get();
            pairs.forget(from);
            familiar.put(from, true);
            return known;
        } catch (AuthenticationFailedException wrong) {
            failed(from);
            throw wrong;
        }
    }

    synchronized void failed(From from) {
        pairs.add(from);
        addresses.add(from.address());
        accounts.add(from.account());
    }

    /** For how long nothing is tried. */
    synchronized Duration pause(From from) {
        Stream<Duration> pauses = familiar.getIfPresent(from) != null
                ? Stream.of(pairs.left(from))
                : Stream.of(pairs.left(from), addresses.left(from.address()), accounts.left(from.account()));
        return pauses.max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** How many entries are held. */
    long size() {
        familiar.cleanUp();
        return pairs.size() + addresses.size() + accounts.size() + familiar.estimatedSize();
    }

    /** Counts failures. */
    private static final class Count {

        private final Ticker clock;
        private final int free;
        private final Duration longest;
        private final Cache<Object, Failures> failures;

        /**
         * @param free failures without a pause
         * @param longest pause
         */
        Count(Ticker clock, int free, Duration longest) {
            this.clock = clock;
            this.free = free;
            this.longest = longest;
            this.failures = Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(FORGOTTEN)
                    .ticker(clock)
                    .build();
        }

        /** @param next when the next try may be made, in nanoseconds of the clock */
        private record Failures(int number, long next) {}

        void add(Object key) {
            long now = clock.read();
            failures.asMap().compute(key, (same, before) -> {
                int number = before == null ? 1 : Math.min(before.number() + 1, Integer.MAX_VALUE - 1);
                return new Failures(number, now + after(number).toNanos());
            });
        }

        void forget(Object key) {
            failures.invalidate(key);
        }

        /** How long no try may be made. */
        Duration left(Object key) {
            return Optional.ofNullable(failures.getIfPresent(key))
                    .map(found -> Duration.ofNanos(Math.max(0, found.next() - clock.read())))
                    .orElse(Duration.ZERO);
        }

        private Duration after(int number) {
            int doubled = Math.min(number - free, 30);
            if (doubled < 0) {
                return Duration.ZERO;
            }
            Duration pause = Duration.ofSeconds(1L << doubled);
            return pause.compareTo(longest) < 0 ? pause : longest;
        }

        long size() {
            failures.cleanUp();
            return failures.estimatedSize();
        }
    }
}
