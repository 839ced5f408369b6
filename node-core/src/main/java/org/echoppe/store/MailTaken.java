package org.echoppe.store;

/** What became of something that was to be held. */
public enum MailTaken {
    KEPT,
    /** It is or was here. */
    KNOWN,
    /** A share of the room is used up. */
    FULL
}
