package org.echoppe.guard;

/** How much a line of the security journal wants to be read. */
public enum Severity {
    /** Something was refused, as it should be. */
    NOTE(6_000),
    /** Somebody behaves badly. */
    WARNING(3_000),
    /** The shopkeeper has to do something. */
    ALARM(1_000);

    private final int kept;

    Severity(int kept) {
        this.kept = kept;
    }

    /** Newest lines of it that the journal keeps: many notes push out no alarm. */
    int kept() {
        return kept;
    }
}
