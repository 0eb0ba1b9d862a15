package dev.proviso.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a method of a resource: which parameters of its address it reads itself, beside those of its signature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesQuery {

    /** What holds them, and says by {@link Fields} which they are. */
    Class<?> value() default Void.class;

    /** Whether what it does not know is passed over: a link that carries what others have added must not break. */
    boolean others() default false;

    /** The parameter without which it is not passed over after all; empty if it is whatever else is there. */
    String othersWith() default "";

    /** On what holds the fields of a form that stands in an address: their names. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Fields {

        /** Each is taken once. */
        String[] value();

        /** These may be given several times. */
        String[] several() default {};
    }
}
