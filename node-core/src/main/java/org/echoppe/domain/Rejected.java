package org.echoppe.domain;

import java.util.List;
import java.util.stream.Collectors;

/** An expected refusal: nothing was changed, and every problem is named. Not a defect, so it is shown and not logged. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Rejected(List<Problem> problems) {
        super(problems.stream().map(p -> p.field() + ": " + p.fault().code()).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** A refusal of the whole, not of one field. */
    public static Rejected because(Fault fault, Object... arguments) {
        return new Rejected(List.of(Problem.of("", fault, arguments)));
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** All sentences, a line each. */
    public String sentences(Language language) {
        return problems.stream().map(p -> p.sentence(language)).collect(Collectors.joining("\n"));
    }
}
