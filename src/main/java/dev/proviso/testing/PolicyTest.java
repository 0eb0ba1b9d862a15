package dev.proviso.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests about a policy. Its constructor and methods may have a parameter of type {@link PolicyUnderTest}. The
 * documents are read, and the rules compiled, once for all such classes of a run.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PolicyExtension.class)
public @interface PolicyTest {

    /** The id of the policy, as its documents have it: {@code website-privacy}. */
    String value();

    /** The label of the version that is asked; left out, the version in force at the instant of each question. */
    String version() default "";

    /**
     * Where the documents are: a folder, from where the build runs, or else a place on the class path. The law and the vocabulary
     * {@code privacy} that come with this artifact join in, unless there are others of the same names: a folder {@code law}, a
     * file {@code privacy.vocabulary.yaml}.
     */
    String documents() default "policies";
}
