package dev.proviso.http;

import io.quarkus.elytron.security.runtime.ElytronPasswordIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Looks passwords up, of the form and of HTTP Basic alike, no more often than {@link SignInLimit} lets anyone try. */
@Singleton
public class Passwords implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    /** The attribute of a failure, and of its request, that says for how long nothing is tried: a {@link Duration}. */
    public static final String PAUSE = "proviso.pause";

    private static final int NETWORK_BYTES = 8;

    /** Runs in the thread that calls what would else be given to another. */
    private static final AuthenticationRequestContext HERE =
            lookup -> Uni.createFrom().item(lookup);

    private final SignInLimit limit;
    private final ElytronPasswordIdentityProvider accounts;

    Passwords(SignInLimit limit, ElytronPasswordIdentityProvider accounts) {
        this.limit = limit;
        this.accounts = accounts;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    /** Before the accounts themselves are asked: by default a provider has the priority {@code SYSTEM_FIRST + 1}. */
    @Override
    public int priority() {
        return SYSTEM_FIRST + 100;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        @Nullable RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        SignInLimit.From from = new SignInLimit.From(request.getUsername(), http == null ? "" : address(http));
        // In this thread, which may be an event loop: it takes a few microseconds, and a thread of its own would cost
        // more.
        return Uni.createFrom()
                .item(() -> limit.attempt(from, () -> known(request)))
                .onFailure(AuthenticationFailedException.class)
                .invoke(refused -> {
                    @Nullable Duration pause = ((AuthenticationFailedException) refused).getAttribute(PAUSE);
                    if (http != null && pause != null) {
                        http.put(PAUSE, pause);
                    }
                });
    }

    /** Looks the password up here and now: the accounts are all in memory, so that there is nothing to wait for. */
    private SecurityIdentity known(UsernamePasswordAuthenticationRequest request) {
        CompletableFuture<SecurityIdentity> looked =
                accounts.authenticate(request, HERE).subscribe().asCompletionStage();
        try {
            return looked.join();
        } catch (CompletionException wrong) {
            throw wrong.getCause() instanceof AuthenticationFailedException refused ? refused : wrong;
        }
    }

    /** How long nobody may try, where that is why someone was refused; in seconds. */
    public static Optional<Long> pause(AuthenticationFailedException failure) {
        @Nullable Duration pause = failure.getAttribute(PAUSE);
        return Optional.ofNullable(pause).map(Passwords::seconds);
    }

    /** Rounded up. */
    public static long seconds(Duration pause) {
        return pause.plusSeconds(1).minusNanos(1).toSeconds();
    }

    private static String address(RoutingContext http) {
        @Nullable SocketAddress other = http.request().remoteAddress();
        @Nullable String address = other == null ? null : other.hostAddress();
        return address == null ? "" : network(address);
    }

    /** Whoever has one address of IPv6 has a whole network of them. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return InetAddress.getByAddress(bytes) instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
