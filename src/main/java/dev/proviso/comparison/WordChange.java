package dev.proviso.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;

/**
 * A word of the vocabulary that was added, removed or changed.
 *
 * @param section where it stands ({@code purposes}, {@code attributes.user})
 * @param before what the vocabulary said of it ({@code label}, {@code noun}, {@code type}, {@code phrase}, {@code attributes.NAME});
 *     empty if it was added
 * @param after the same; empty if it was removed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WordChange(
        Change change,
        String section,
        String word,
        Optional<Map<String, String>> before,
        Optional<Map<String, String>> after) {}
