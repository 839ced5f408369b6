package org.echoppe.app.fx;

import java.util.List;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;

/** Why something asked of the node did not happen, in a form that every screen can show. */
public sealed interface Trouble {

    /** An expected refusal: nothing was changed, every problem has its sentence. */
    record Refused(List<Problem> problems) implements Trouble {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A defect of ours, or of the machine.
     *
     * @param code short, to quote; the same code stands in the log beside the cause
     */
    record Unexpected(String code) implements Trouble {}

    /** The trouble that an exception stands for; an unexpected one takes {@code code}. */
    static Trouble of(Throwable thrown, String code) {
        return thrown instanceof Rejected rejected ? new Refused(rejected.problems()) : new Unexpected(code);
    }

    /** What happened, what is safe, what to do. */
    default String sentence(Language language) {
        return switch (this) {
            case Refused(var problems) -> new Rejected(problems).sentences(language);
            case Unexpected(var code) -> Texts.of(Trouble.class, language).say("trouble.unexpected", code);
        };
    }
}
