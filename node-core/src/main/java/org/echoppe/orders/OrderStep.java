package org.echoppe.orders;

/** The steps of an order in the journal, and the fields of theirs that its row is found by. */
public final class OrderStep {
    /** It came, and stands as the shopper signed it. */
    public static final String PLACED = "placed";

    /** It stands elsewhere now, or something about it is otherwise. */
    public static final String MOVED = "moved";

    /** The shop answered. */
    public static final String ANSWERED = "answered";

    /** The shopper said something. */
    public static final String SAID = "said";

    /** The shopper said something about an order that is not here yet; of an order itself it tells nothing. */
    public static final String EARLY = "early";

    /** Somebody at the shop looked at it. */
    public static final String LOOKED = "looked";

    /** Its invoice as it was made out, for as long as the law wants one kept. */
    public static final String INVOICED = "invoiced";

    /** What was taken back of what was invoiced, kept as long. */
    public static final String CREDITED = "credited";

    /** Not of an order: a paper of the counter was printed, under its own number. */
    public static final String PRINTED = "printed";

    /** What was answered about an order that was erased, where nothing is personal. */
    public static final String REPLY = "reply";

    /** Code of where it stands. */
    public static final String STATE = "state";

    /** When somebody waits for it, milliseconds since 1970. */
    public static final String DUE = "due";

    /** Whether somebody at the shop has looked at it as it stands. */
    public static final String SEEN = "seen";

    /** Whether the shopper asked to cancel what was accepted, and the shop has not said yet. */
    public static final String CANCEL_ASKED = "cancelAsked";

    /** Whether the shop has given up a transfer that did not come; the shopper owes it all the same. */
    public static final String WRITTEN_OFF = "writtenOff";

    /** Whether the shopper would withdraw, and could not: told to the shop, which may have a word to say. */
    public static final String WITHDRAWAL_REFUSED = "withdrawalRefused";

    /** What the shop owes back and has not paid back yet, minor units. */
    public static final String OWED = "owed";

    private OrderStep() {}
}
