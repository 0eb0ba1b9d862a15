package dev.proviso.api.http;

import dev.proviso.decision.DecisionRequest;
import dev.proviso.decision.KnownUsers;
import dev.proviso.decision.Role;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who asks.
 *
 * @param name of the account
 * @param service whether it has the role of that name: only then may it ask in earnest, and learn from the ledger
 */
public record CallerAccount(String name, boolean service) {

    public static CallerAccount of(SecurityIdentity identity) {
        return new CallerAccount(identity.getPrincipal().getName(), identity.hasRole(Role.SERVICE));
    }

    /**
     * The question, if this account may ask it.
     *
     * @throws ForbiddenException with a sentence for the caller
     */
    public DecisionRequest allowed(DecisionRequest question) {
        if (!service && !question.ask().trial()) {
            throw new ForbiddenException(
                    "Only the role \"service\" may ask; everyone else may ask with \"trial\" set to true.");
        }
        return question;
    }

    /** The users of whom this account may learn: all or, for one who asks with facts of their own, none. */
    public KnownUsers known(KnownUsers users) {
        return service ? users.askedBy(name) : KnownUsers.none();
    }
}
