package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.Form;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which of a user's consents count for a leaf, which of them are valid, and which objections stand. */
final class Consents {

    private final User user;
    private final Ages ages;
    private final Words words;
    private final ZoneId zone;
    private final Instant at;
    private final Facts.Leaf leaf;

    Consents(User user, Ages ages, Words words, ZoneId zone, Instant at, Facts.Leaf leaf) {
        this.user = user;
        this.ages = ages;
        this.words = words;
        this.zone = zone;
        this.at = at;
        this.leaf = leaf;
    }

    /** Whether a valid consent of one of the forms counts (and names the key); of a guardian, if one is asked for. */
    Known consented(Optional<Consent.By> by, Set<Form> forms, Optional<Key> to) {
        // The partner of a joint consent need not be separate where the atom asks for a separate one.
        Set<Form> partners = forms.contains(Form.DEEMED) ? forms : Set.of(Form.EXPLICIT, Form.SEPARATE);
        return anyOf(
                user.consents(),
                "user.consents",
                consent -> by.isPresent() && consent.by() != by.get()
                        ? Known.FALSE
                        : counts(consent, forms, to).and(isValid(consent, other -> counts(other, partners, to))));
    }

    /** Whether an objection covers the leaf (and names the key). */
    Known objected(Optional<Key> to) {
        return anyOf(user.objections(), "user.objections", objection -> covers(objection)
                .and(Known.of(to.map(key -> objection.everything() || names(objection.scope(), key))
                        .orElse(true)))
                .and(Known.of(holds(objection.madeAt(), objection.liftedAt())))
                .and(endedByConsent(objection).not()));
    }

    Known refused(Key source) {
        return anyOf(
                user.refusals(),
                "user.refusals",
                refusal -> Known.of(names(refusal.scope(), source)
                        && holds(refusal.madeAt().orElse(Instant.MIN), refusal.liftedAt())));
    }

    private Known counts(Consent consent, Set<Form> forms, Optional<Key> to) {
        boolean counts = forms.contains(consent.form())
                && holds(consent.givenAt(), consent.withdrawnAt())
                && names(consent.scope(), leaf.purpose())
                && (!needsOperation() || names(consent.scope(), leaf.operation()))
                && admits(consent.scope(), Section.DATA, leaf.data())
                && to.map(key -> names(consent.scope(), key)).orElse(true);
        return counts ? admitsRecipient(consent.scope()) : Known.FALSE;
    }

    private boolean needsOperation() {
        return leaf.operation().equals(Key.DISCLOSE) || leaf.operation().equals(Key.TRANSFER);
    }

    /** Whoever gave it could, on that day; or could together with the other party, who did too. */
    private Known isValid(Consent consent, Function<Consent, Known> partner) {
        Known alone = mayGive(consent, true);
        if (alone.truth().isTrue()) {
            return alone;
        }
        Known together = anyOf(
                user.consents(),
                "user.consents",
                other -> other.by() == consent.by()
                        ? Known.FALSE
                        : partner.apply(other).and(mayGive(other, false)));
        return alone.or(mayGive(consent, false).and(together));
    }

    private Known mayGive(Consent consent, boolean alone) {
        LocalDate day = consent.givenAt().atZone(zone).toLocalDate();
        if (consent.by() == Consent.By.USER) {
            return alone ? ages.mayConsent(day) : ages.hasVoice(day);
        }
        return alone ? ages.hasVoice(day).not() : ages.mayConsent(day).not();
    }

    private Known covers(User.Objection objection) {
        if (objection.everything()) {
            return Known.TRUE;
        }
        Set<Key> scope = objection.scope();
        boolean covers = !scope.isEmpty()
                && admits(scope, Section.PURPOSES, leaf.purpose())
                && admits(scope, Section.OPERATIONS, leaf.operation())
                && admits(scope, Section.DATA, leaf.data());
        return covers ? admitsRecipient(scope) : Known.FALSE;
    }

    /**
     * A later explicit consent that names the purpose ends an objection for good; in the same instant the objection wins.
     * Where only both parties together can consent, both have to do so after the objection.
     */
    private Known endedByConsent(User.Objection objection) {
        Function<Consent, Known> isLater = consent -> Known.of(consent.form() != Form.DEEMED
                && consent.givenAt().isAfter(objection.madeAt())
                && !consent.givenAt().isAfter(at)
                && names(consent.scope(), leaf.purpose()));
        return anyOf(user.consents(), "user.consents", consent -> isLater.apply(consent)
                .and(isValid(consent, isLater)));
    }

    private boolean holds(Instant from, Optional<Instant> until) {
        return !from.isAfter(at) && until.map(at::isBefore).orElse(true);
    }

    private static boolean names(Set<Key> scope, Key key) {
        for (Key named : scope) {
            if (named.covers(key)) {
                return true;
            }
        }
        return false;
    }

    /** True if the scope says nothing about the section, or names the key. */
    private boolean admits(Set<Key> scope, Section section, Key key) {
        return names(scope, key) || scope.stream().noneMatch(named -> words.isIn(section, named));
    }

    private Known admitsRecipient(Set<Key> scope) {
        if (scope.stream().noneMatch(named -> words.isIn(Section.RECIPIENTS, named))) {
            return Known.TRUE;
        }
        return leaf.recipient().map(key -> Known.of(names(scope, key))).orElseGet(() -> Known.unknown("recipient"));
    }

    /** True if one of them is; unknown if the list is. */
    private static <T> Known anyOf(Optional<List<T>> list, String path, Function<T, Known> test) {
        if (list.isEmpty()) {
            return Known.unknown(path);
        }
        Known any = Known.FALSE;
        for (T item : list.get()) {
            any = any.or(test.apply(item));
        }
        return any;
    }
}
