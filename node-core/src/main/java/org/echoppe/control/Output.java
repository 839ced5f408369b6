package org.echoppe.control;

import org.echoppe.domain.Rejected;

/**
 * Where a command says what it has to say: a terminal, or the connection to the one that stands before it. Never fails because
 * nobody listens any more.
 */
public interface Output {
    /** A line of the answer. */
    void line(String text);

    /** A line beside the answer: what went wrong, what to do next. */
    void remark(String text);

    /**
     * How far long work is; called as often as one likes, and only where the work can be left as it is.
     *
     * @throws Rejected NODE_STOPPED when the node is about to close
     */
    void progress(String work, long done, long total);
}
