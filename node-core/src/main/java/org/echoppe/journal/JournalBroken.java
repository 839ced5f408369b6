package org.echoppe.journal;

import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;

/** The chain is not what it was when its entries were acknowledged. Nothing was changed: somebody has to decide. */
public final class JournalBroken extends Exception {
    private static final long serialVersionUID = 1L;

    private final long entry;
    private final Fault fault;

    JournalBroken(Fault fault, long entry, String why) {
        super("entry " + entry + ": " + why);
        this.fault = fault;
        this.entry = entry;
    }

    /** The number of the first entry that is not as it was. */
    public long entry() {
        return entry;
    }

    /** JOURNAL_DAMAGED, JOURNAL_SHORT or JOURNAL_OF_ANOTHER, with the entry's number. */
    public Problem problem() {
        return Problem.of("", fault, entry);
    }
}
