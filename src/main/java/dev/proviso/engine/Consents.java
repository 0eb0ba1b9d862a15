package dev.proviso.engine;

import dev.proviso.engine.User.Consent;
import dev.proviso.engine.User.Consent.By;
import dev.proviso.engine.User.Consent.Form;
import dev.proviso.policy.Key;
import dev.proviso.policy.Vocabulary.Section;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of a user's consents count for a leaf, which of them are valid, and which objections stand. What it costs grows with
 * the number of consents and objections, and not with their product: a user may have thousands. Safe for any thread.
 */
final class Consents {

    private final User user;
    private final Capacity capacity;
    private final Words words;
    private final Instant at;
    private final Facts.Leaf leaf;
    private volatile Optional<Withdrawals> withdrawals = Optional.empty();
    private volatile Optional<LaterConsents> later = Optional.empty();

    Consents(User user, Capacity capacity, Words words, Instant at, Facts.Leaf leaf) {
        this.user = user;
        this.capacity = capacity;
        this.words = words;
        this.at = at;
        this.leaf = leaf;
    }

    /** Whether a valid consent of one of the forms counts (and names the key); of a guardian, if one is asked for. */
    Evaluation consented(Optional<By> by, Set<Form> forms, Optional<Key> to) {
        // The partner of a joint consent need not be separate where the atom asks for a separate one.
        Set<Form> partners = forms.contains(Form.DEEMED) ? forms : Set.of(Form.EXPLICIT, Form.SEPARATE);
        Capacity able = by.equals(Optional.of(By.GUARDIAN)) ? capacity.ofGuardian() : capacity;
        Map<By, Evaluation> joining = new EnumMap<>(By.class);
        Function<By, Evaluation> other = giver -> joining.computeIfAbsent(
                giver,
                each -> anyOf(
                        user.consents(),
                        "user.consents",
                        consent -> consent.by() == each
                                ? Evaluation.FALSE
                                : counts(consent, partners, to).and(() -> able.jointly(consent))));
        return anyOf(
                user.consents(),
                "user.consents",
                consent -> by.isPresent() && consent.by() != by.get()
                        ? Evaluation.FALSE
                        : counts(consent, forms, to).and(() -> isValid(consent, able, other)));
    }

    /** Whoever gave it could, on that day; or could together with the other party, who did too. */
    private static Evaluation isValid(Consent consent, Capacity able, Function<By, Evaluation> other) {
        Evaluation alone = able.alone(consent);
        return alone.truth().isTrue() ? alone : alone.or(able.jointly(consent).and(() -> other.apply(consent.by())));
    }

    /** Whether an objection covers the leaf (and names the key). */
    Evaluation objected(Optional<Key> to) {
        return anyOf(
                user.objections(),
                "user.objections",
                objection -> stands(objection, to)
                        ? covers(objection).and(() -> endedByConsent(objection).not())
                        : Evaluation.FALSE);
    }

    private boolean stands(User.Objection objection, Optional<Key> to) {
        return holds(objection.madeAt(), objection.liftedAt())
                && to.map(key -> objection.everything() || names(objection.scope(), key))
                        .orElse(true);
    }

    Evaluation refused(Key source) {
        return anyOf(
                user.refusals(),
                "user.refusals",
                refusal -> Evaluation.of(names(refusal.scope(), source)
                        && holds(refusal.madeAt().orElse(Instant.MIN), refusal.liftedAt())));
    }

    private Evaluation counts(Consent consent, Set<Form> forms, Optional<Key> to) {
        boolean counts = forms.contains(consent.form())
                && holds(consent.givenAt(), consent.withdrawnAt())
                && names(consent.scope(), leaf.purpose())
                && (!needsOperation() || names(consent.scope(), leaf.operation()))
                && admits(consent.scope(), Section.DATA, leaf.data())
                && to.map(key -> names(consent.scope(), key)).orElse(true);
        return counts
                ? admitsRecipient(consent.scope())
                        .and(() -> withdrawals().ended(consent).not())
                : Evaluation.FALSE;
    }

    private Withdrawals withdrawals() {
        if (withdrawals.isEmpty()) {
            withdrawals = Optional.of(new Withdrawals(user.consents().orElse(List.of()), at, this::reaches));
        }
        return withdrawals.get();
    }

    /** Whether the leaf is among what a withdrawal names. One that names no operation is of all of them. */
    private Evaluation reaches(Set<Key> withdrawn) {
        boolean reaches = names(withdrawn, leaf.purpose())
                && (!needsOperation() || admits(withdrawn, Section.OPERATIONS, leaf.operation()))
                && admits(withdrawn, Section.DATA, leaf.data());
        return reaches ? admitsRecipient(withdrawn) : Evaluation.FALSE;
    }

    private boolean needsOperation() {
        return leaf.operation().equals(Key.DISCLOSE) || leaf.operation().equals(Key.TRANSFER);
    }

    private Evaluation covers(User.Objection objection) {
        if (objection.everything()) {
            return Evaluation.TRUE;
        }
        Set<Key> scope = objection.scope();
        boolean covers = !scope.isEmpty()
                && admits(scope, Section.PURPOSES, leaf.purpose())
                && admits(scope, Section.OPERATIONS, leaf.operation())
                && admits(scope, Section.DATA, leaf.data());
        return covers ? admitsRecipient(scope) : Evaluation.FALSE;
    }

    /** A later explicit consent that names the purpose ends an objection for good; in the same instant the objection wins. */
    private Evaluation endedByConsent(User.Objection objection) {
        if (user.consents().isEmpty()) {
            return Evaluation.unknown("user.consents");
        }
        if (later.isEmpty()) {
            later = Optional.of(new LaterConsents(ending(user.consents().get()), capacity));
        }
        return later.get().after(objection.madeAt());
    }

    private List<Consent> ending(List<Consent> consents) {
        return consents.stream()
                .filter(consent -> consent.form() != Form.DEEMED
                        && !consent.givenAt().isAfter(at)
                        && !consent.isWithdrawnAtOnce()
                        && names(consent.scope(), leaf.purpose()))
                .toList();
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

    private Evaluation admitsRecipient(Set<Key> scope) {
        if (scope.stream().noneMatch(named -> words.isIn(Section.RECIPIENTS, named))) {
            return Evaluation.TRUE;
        }
        return leaf.recipient()
                .map(key -> Evaluation.of(names(scope, key)))
                .orElseGet(() -> Evaluation.unknown("recipient"));
    }

    /** True if one of them is; unknown if the list is. */
    private static <T> Evaluation anyOf(Optional<List<T>> list, String path, Function<T, Evaluation> test) {
        return list.map(items -> Evaluation.anyOf(items, test)).orElseGet(() -> Evaluation.unknown(path));
    }
}
