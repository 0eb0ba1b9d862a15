package dev.proviso.publication;

import dev.proviso.document.CheckedPolicy;
import java.util.List;

/** The tests that the rules of a version must pass before it is published. */
@FunctionalInterface
public interface RuleTests {

    /** For as long as policies bring no tests of their own. */
    RuleTests NONE = policy -> List.of();

    /** A sentence for each test that fails; none if the version may be published. */
    List<String> failures(CheckedPolicy policy);
}
