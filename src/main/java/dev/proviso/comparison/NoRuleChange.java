package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A part of the text that said "No rule" and no longer does, that says so now, or that gives another reason.
 *
 * @param before the part as it was; empty if it was added
 * @param after the part as it is; empty if it was removed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NoRuleChange(Change change, Optional<Part> before, Optional<Part> after) {

    /**
     * A clause, or a labelled part of one.
     *
     * @param rule its number and label ({@code 10}, {@code 2(10)})
     * @param title of the clause
     * @param noRule the reason for which it has no rule; empty if it has one
     * @param rules the ids of its rules
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Part(String rule, String title, Optional<String> noRule, List<String> rules) {}
}
