package dev.proviso.reference;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Objection;
import dev.proviso.engine.User.Refusal;
import dev.proviso.policy.Atom;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which consents count and are valid, which objections and refusals are in force, for one leaf. */
record Consents(Leaf leaf) {

    Tri consented(Atom.Consented atom) {
        Set<Consent.Form> explicit = Set.of(Consent.Form.EXPLICIT, Consent.Form.SEPARATE);
        Set<Consent.Form> forms = atom.separately() ? Set.of(Consent.Form.SEPARATE) : explicit;
        return someValid(
                consent -> atom.by() == Atom.Consented.By.USER || consent.by() == Consent.By.GUARDIAN
                        ? counts(consent, forms, atom.to())
                        : Tri.FALSE,
                other -> counts(other, explicit, atom.to()),
                atom.by() == Atom.Consented.By.GUARDIAN);
    }

    Tri deemedAgreed() {
        Function<Consent, Tri> counts = consent -> counts(consent, Set.of(Consent.Form.DEEMED), Optional.empty());
        return Tri.any(bound(), someValid(counts, counts, false));
    }

    /** The version binds the user by acceptance or by use. */
    private Tri bound() {
        return Tri.any(Tri.of(accepted()), used());
    }

    private boolean accepted() {
        return leaf.matter().question().user().acceptances().stream()
                .filter(acceptance ->
                        acceptance.policy().equals(leaf.matter().policy().id()))
                .filter(acceptance ->
                        acceptance.version().equals(leaf.matter().policy().label()))
                .anyMatch(acceptance ->
                        !acceptance.at().isAfter(at()) && !leaf.matter().start().isAfter(at()));
    }

    private Tri used() {
        return leaf.matter()
                .question()
                .user()
                .uses()
                .map(uses -> Tri.of(uses.stream()
                        .anyMatch(use -> !use.isBefore(leaf.matter().start()) && !use.isAfter(at()))))
                .orElse(Tri.unknown("user.uses"));
    }

    /** Some consent counts and is valid. {@code otherCounts} is asked of the other party's where both must consent. */
    private Tri someValid(Function<Consent, Tri> counts, Function<Consent, Tri> otherCounts, boolean guardianIsAsked) {
        Optional<List<Consent>> consents = leaf.matter().question().user().consents();
        if (consents.isEmpty()) {
            return Tri.unknown("user.consents");
        }
        Map<Consent.By, Tri> others = new EnumMap<>(Consent.By.class);
        for (Consent.By giver : Consent.By.values()) {
            others.put(
                    giver,
                    Tri.any(consents.get().stream()
                            .filter(candidate -> candidate.by() != giver)
                            .map(candidate ->
                                    Tri.all(otherCounts.apply(candidate), isAbleOrJointly(candidate, guardianIsAsked)))
                            .toList()));
        }
        return Tri.any(consents.get().stream()
                .map(consent -> Tri.all(
                        counts.apply(consent),
                        Tri.any(
                                isAble(consent, guardianIsAsked),
                                Tri.all(
                                        isAbleOrJointly(consent, guardianIsAsked),
                                        others.getOrDefault(consent.by(), Tri.FALSE)))))
                .toList());
    }

    private Tri isAble(Consent consent, boolean guardianIsAsked) {
        return guardianIsAsked && consent.by() == Consent.By.GUARDIAN
                ? ages(consent).isGuardianAble()
                : ages(consent).isAble(consent.by());
    }

    private Tri isAbleOrJointly(Consent consent, boolean guardianIsAsked) {
        return guardianIsAsked && consent.by() == Consent.By.GUARDIAN
                ? ages(consent).isGuardianAbleOrJointly()
                : ages(consent).isAbleOrJointly(consent.by());
    }

    private Ages ages(Consent consent) {
        return Ages.then(leaf.matter(), consent);
    }

    private Tri counts(Consent consent, Set<Consent.Form> forms, Optional<Key> to) {
        Set<Key> scope = consent.scope();
        boolean namesOperation =
                leaf.operation().equals(Key.DISCLOSE) || leaf.operation().equals(Key.TRANSFER);
        return Tri.all(
                Tri.of(forms.contains(consent.form())),
                Tri.of(holds(consent.givenAt(), consent.withdrawnAt())),
                endedByWithdrawal(consent).not(),
                Tri.of(names(scope, leaf.purpose())),
                Tri.of(!namesOperation || names(scope, leaf.operation())),
                ifAny(scope, Section.DATA, Optional.of(leaf.data())),
                ifAny(scope, Section.RECIPIENTS, leaf.recipient()),
                Tri.of(to.isEmpty() || names(scope, to.get())));
    }

    /** The same party withdrew a consent, this one or another, that names what is asked, not before this one was given. */
    private Tri endedByWithdrawal(Consent consent) {
        return Tri.any(leaf.matter().question().user().consents().orElseThrow().stream()
                .filter(other -> other.by() == consent.by())
                .filter(other -> other.withdrawnAt()
                        .filter(end -> !end.isAfter(at()) && !end.isBefore(consent.givenAt()))
                        .isPresent())
                .map(other -> withdrawalNames(other.scope()))
                .toList());
    }

    /** A purpose has to be named; operations, data and recipients narrow it if there are any. */
    private Tri withdrawalNames(Set<Key> scope) {
        boolean narrows =
                leaf.operation().equals(Key.DISCLOSE) || leaf.operation().equals(Key.TRANSFER);
        return Tri.all(
                Tri.of(names(scope, leaf.purpose())),
                narrows ? ifAny(scope, Section.OPERATIONS, Optional.of(leaf.operation())) : Tri.TRUE,
                ifAny(scope, Section.DATA, Optional.of(leaf.data())),
                ifAny(scope, Section.RECIPIENTS, leaf.recipient()));
    }

    Tri objected(Atom.Objected atom) {
        return leaf.matter()
                .question()
                .user()
                .objections()
                .map(list -> Tri.any(list.stream()
                        .map(objection ->
                                Tri.all(inForce(objection), covers(objection), Tri.of(names(objection, atom.to()))))
                        .toList()))
                .orElse(Tri.unknown("user.objections"));
    }

    private static boolean names(Objection objection, Optional<Key> to) {
        return to.isEmpty() || objection.everything() || names(objection.scope(), to.get());
    }

    /** Made, not lifted, and no later valid explicit consent names the purpose. */
    private Tri inForce(Objection objection) {
        Function<Consent, Tri> later = consent -> Tri.of(consent.form() != Consent.Form.DEEMED
                && names(consent.scope(), leaf.purpose())
                && consent.givenAt().isAfter(objection.madeAt())
                && !consent.withdrawnAt().equals(Optional.of(consent.givenAt()))
                && !consent.givenAt().isAfter(at()));
        return Tri.all(
                Tri.of(holds(objection.madeAt(), objection.liftedAt())),
                someValid(later, later, false).not());
    }

    private Tri covers(Objection objection) {
        if (objection.everything()) {
            return Tri.TRUE;
        }
        Set<Key> scope = objection.scope();
        return Tri.all(
                Tri.of(!scope.isEmpty()),
                ifAny(scope, Section.PURPOSES, Optional.of(leaf.purpose())),
                ifAny(scope, Section.OPERATIONS, Optional.of(leaf.operation())),
                ifAny(scope, Section.DATA, Optional.of(leaf.data())),
                ifAny(scope, Section.RECIPIENTS, leaf.recipient()));
    }

    Tri refused(Key source) {
        return leaf.matter()
                .question()
                .user()
                .refusals()
                .map(list ->
                        Tri.of(list.stream().anyMatch(refusal -> inForce(refusal) && names(refusal.scope(), source))))
                .orElse(Tri.unknown("user.refusals"));
    }

    private boolean inForce(Refusal refusal) {
        return holds(refusal.madeAt().orElse(Instant.MIN), refusal.liftedAt());
    }

    /** From the one instant until just before the other. */
    private boolean holds(Instant from, Optional<Instant> until) {
        return !from.isAfter(at()) && until.map(end -> at().isBefore(end)).orElse(true);
    }

    /** If the scope has a key of the section, it names the leaf's; only a recipient can be unknown. */
    private Tri ifAny(Set<Key> scope, Section section, Optional<Key> key) {
        boolean hasAny =
                scope.stream().anyMatch(named -> leaf.matter().vocabulary().has(section, named));
        if (!hasAny) {
            return Tri.TRUE;
        }
        return key.map(known -> Tri.of(names(scope, known))).orElse(Tri.unknown("recipient"));
    }

    /** A scope names a key if it holds that key or one above it. */
    private static boolean names(Set<Key> scope, Key key) {
        return scope.stream().anyMatch(named -> named.covers(key));
    }

    private Instant at() {
        return leaf.matter().at();
    }
}
