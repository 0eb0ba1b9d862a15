package dev.proviso.ruletest;

import dev.proviso.comparison.Text;
import java.util.stream.Stream;

/**
 * A document that tests can be about.
 *
 * @param version under which it is asked: itself, or one that it joins as law
 */
public record Subject(Text text, TestedVersion version) {

    public static Stream<Subject> of(RuleTestCase test) {
        return of(test.version()).filter(subject -> subject.id().equals(test.about()));
    }

    /** A version of a policy, and the laws beside it. */
    public static Stream<Subject> of(TestedVersion version) {
        return version.documents().map(text -> new Subject(text, version));
    }

    public String id() {
        return text.policy().id();
    }
}
