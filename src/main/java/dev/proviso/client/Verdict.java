package dev.proviso.client;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was decided: about all that was asked, or about one of several kinds of data. */
public sealed interface Verdict permits Answer, Part {

    Decision decision();

    /** The rules that decided, the deciding rank first. */
    List<Reason> reasons();

    /** For {@link Decision#INDETERMINATE}, the facts to supply, as paths into the question ({@code user.birthDate}). */
    List<String> missing();

    /** What whoever goes on has to do. */
    List<Obligation> obligations();

    /** The next instant at which the answer could change with nothing new recorded. No licence to keep it past a withdrawal. */
    Optional<OffsetDateTime> validUntil();

    /**
     * May one go on who fulfils no obligation? A permit that comes with one does not permit that: see {@link #permittedIf}.
     */
    default boolean permitted() {
        return permittedIf(obligation -> false);
    }

    /**
     * May one go on who fulfils these obligations? Whoever cannot fulfil one that comes with a permit must not go on, so this is
     * true only if the decision is {@link Decision#PERMIT} and each of its obligations is fulfilled.
     *
     * @param fulfils whether the caller fulfils an obligation, at the time that it says
     */
    default boolean permittedIf(Predicate<? super Obligation> fulfils) {
        return decision() == Decision.PERMIT && obligations().stream().allMatch(fulfils);
    }
}
