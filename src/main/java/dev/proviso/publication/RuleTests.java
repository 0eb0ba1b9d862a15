package dev.proviso.publication;

import java.util.List;

/** The rule tests that a version must pass before it is published. */
@FunctionalInterface
public interface RuleTests {

    /**
     * What the tests of a document say of it; none are of a vocabulary. Takes seconds where much is compiled.
     *
     * @param document as it would be published
     * @param published everything that is published and not withdrawn, beside which it would decide
     */
    Verdict judge(PublishedDocument document, List<PublishedDocument> published);

    /**
     * What came of it.
     *
     * @param failures a sentence for each reason not to publish; none if all tests pass
     * @param warnings sentences about what was not tested
     */
    record Verdict(List<String> failures, List<String> warnings) {

        /** Nothing was to be tested. */
        public static final Verdict UNTESTED = new Verdict(List.of(), List.of());

        public Verdict {
            failures = List.copyOf(failures);
            warnings = List.copyOf(warnings);
        }
    }
}
