package org.echoppe.identity;

/** A signed word of a stranger that is not what it claims to be; the message says why, for the journal. */
public final class BadJws extends Exception {
    private static final long serialVersionUID = 1L;

    public BadJws(String why) {
        super(why);
    }
}
