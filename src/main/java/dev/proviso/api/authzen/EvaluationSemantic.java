package dev.proviso.api.authzen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Until when the evaluations of one request go on (AuthZEN Authorization API 1.0, {@code options.evaluations_semantic}). */
enum EvaluationSemantic {
    /** Through the last one; the order in which they are evaluated is nobody's business. */
    EXECUTE_ALL,
    /** Through the first that is not permitted. */
    DENY_ON_FIRST_DENY,
    /** Through the first that is permitted. */
    PERMIT_ON_FIRST_PERMIT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EvaluationSemantic> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EvaluationSemantic::word).toList();
    }

    boolean endsWith(AuthzenAnswer evaluation) {
        return this == DENY_ON_FIRST_DENY && !evaluation.decision()
                || this == PERMIT_ON_FIRST_PERMIT && evaluation.decision();
    }
}
