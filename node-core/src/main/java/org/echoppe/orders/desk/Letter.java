package org.echoppe.orders.desk;

import java.time.Instant;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.Identity;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.LaterWord;
import org.echoppe.orders.wire.PlacedOrder;

/** What was in an envelope. */
sealed interface Letter {
    /** @param word as the shopper signed it */
    record Order(PlacedOrder order, String word) implements Letter {}

    /** @param said as the shopper signed it */
    record Word(LaterWord word, String said) implements Letter {}

    /** Nobody here can read it, or it is not what it should be: it has arrived, and nothing follows. */
    record Unreadable(String why) implements Letter {}

    /** Opens an envelope and verifies what is in it; the work of a thread of one's own, not of the ledger's. */
    static Letter open(Envelope envelope, Identity identity, Instant now) {
        String word;
        try {
            word = identity.open(envelope.jwe());
        } catch (BadEnvelope e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
        try {
            // answers go where the order itself wants them: on the envelope, anybody on the road can rewrite that
            return new Order(PlacedOrder.read(word, identity.did(), now), word);
        } catch (BadEnvelope notAnOrder) {
            try {
                return new Word(LaterWord.read(word), word);
            } catch (BadEnvelope e) {
                return new Unreadable(notAnOrder.getMessage() + "; " + e.getMessage());
            }
        }
    }
}
