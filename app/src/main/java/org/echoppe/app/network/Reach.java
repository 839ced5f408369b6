package org.echoppe.app.network;

/** Where another shop stands with us. */
public enum Reach {
    /** Its newest commit is here and it answers. */
    UP_TO_DATE,
    SYNCING,
    /** It answers, and something it holds is not here yet. */
    ANSWERS,
    /** It does not answer; what we hold of it stays in the window. */
    AWAY,
    /** Known by address or hearsay, never yet reached. */
    NEVER,
    /** Somebody else answers at its address. */
    ANOTHER_ANSWERS,
    /** Neither asked nor answered for, until the shopkeeper says so. */
    PAUSED,
    BLOCKED
}
