package org.echoppe.guard;

/** How much a line of the security journal wants to be read. */
public enum Severity {
    /** Something was refused, as it should be. */
    NOTE,
    /** Somebody behaves badly. */
    WARNING,
    /** The shopkeeper has to do something. */
    ALARM
}
