package dev.proviso.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What the service knows of one user. Events are added and never changed; each is recorded once, however often it has to be
 * sent.
 *
 * <p>Every method throws a {@link ProvisoException} if it does not succeed.
 */
public final class UserLedger {

    private final Transport transport;
    private final String address;

    UserLedger(Transport transport, String id) {
        this.transport = transport;
        this.address = "/v1/users/" + encoded(id);
    }

    /**
     * Says who the user is, in place of what was said before: country, time zone, birth date and attributes. What is left out is
     * unknown from now on; anything else is refused.
     */
    public void describe(User user) {
        transport.succeed(Call.event("PUT", address, user.json(), newKey()));
    }

    /** Records a consent or, if it is {@linkplain Consent#withdrawn withdrawn}, its withdrawal. */
    public void add(Consent consent) {
        add("/consents", consent.json());
    }

    /** Records an objection or, if it is {@linkplain Objection#lifted lifted}, its end. */
    public void add(Objection objection) {
        add("/objections", objection.json());
    }

    /** Records a refusal or, if it is {@linkplain Refusal#lifted lifted}, its end. */
    public void add(Refusal refusal) {
        add("/refusals", refusal.json());
    }

    public void add(Acceptance acceptance) {
        add("/acceptances", acceptance.json());
    }

    /** Records that the user used the services of all policies. */
    public void addUse(Instant at) {
        add("/uses", Fields.NONE.with("at", at.toString()).json());
    }

    /** Records that the user used the service of one policy. */
    public void addUse(Instant at, String policy) {
        add(
                "/uses",
                Fields.NONE.with("at", at.toString()).with("policy", policy).json());
    }

    private void add(String kind, JsonNode event) {
        transport.succeed(Call.event("POST", address + kind, event, newKey()));
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The version of a policy that governs the user now. */
    public Governing governing(String policy) {
        return governing(address + "/governing?policy=" + encoded(policy), policy);
    }

    /** The version of a policy that governs the user at an instant. */
    public Governing governing(String policy, Instant at) {
        return governing(address + "/governing?policy=" + encoded(policy) + "&at=" + encoded(at.toString()), policy);
    }

    private Governing governing(String path, String policy) {
        JsonNode json = transport.succeed(Call.get(path));
        JsonNode because = json.path("because");
        return new Governing(
                policy,
                json.path("version").asText(),
                because.path("reason").asText(),
                because.path("sentence").asText());
    }

    /** Everything that is held about the user, as the service exports it. */
    public JsonNode export() {
        return transport.succeed(Call.get(address));
    }

    /** Erases the user, for good. */
    public void erase() {
        transport.succeed(Call.delete(address));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
