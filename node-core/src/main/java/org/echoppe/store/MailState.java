package org.echoppe.store;

/** How far an envelope has come, as both sides see it. */
public enum MailState {
    /** It is held here. */
    KEPT("kept"),
    /** A mailbox of the merchant's holds it too. */
    AT_MAILBOX("atMailbox"),
    /** It is in the merchant's journal. */
    ARRIVED("arrived"),
    /** Somebody at the shop has seen it. */
    READ("read"),
    /** No receipt came in 30 days. */
    EXPIRED("expired");

    private final String code;

    MailState(String code) {
        this.code = code;
    }

    /** The name on the wire. */
    public String code() {
        return code;
    }
}
