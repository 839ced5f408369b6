package org.echoppe.web.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field of an answer means, for the people who write programs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface About {
    /** One sentence in English. */
    String value();

    /** A format of JSON Schema that its text has. */
    String format() default "";

    /** The record type of PROTOCOL §2 whose JSON form it is. */
    Class<?> record() default void.class;
}
