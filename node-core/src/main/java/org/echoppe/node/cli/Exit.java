package org.echoppe.node.cli;

/** Exit codes, for scripts. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    /** Done, but some rows were rejected. */
    static final int IN_PART = 3;

    private Exit() {}
}
