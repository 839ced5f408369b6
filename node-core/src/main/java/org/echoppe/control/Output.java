package org.echoppe.control;

/** Where a command says what it has to say: a terminal, or the connection to the one that stands before it. Never fails: nobody may be listening any more. */
public interface Output {
    /** A line of the answer. */
    void line(String text);

    /** A line beside the answer: what went wrong, what to do next. */
    void remark(String text);

    /** How far long work is; called as often as one likes. */
    void progress(String work, long done, long total);
}
