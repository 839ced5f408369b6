package org.echoppe.orders.wire;

import java.time.Instant;
import java.util.Optional;
import org.echoppe.repo.Signer;

/** The word of a merchant that does not say whom an answer is left for. */
public final class FakeReceipt {
    private FakeReceipt() {}

    public static Receipt sign(Signer merchant, Envelope envelope, boolean read, Instant at) {
        return Receipt.sign(merchant, envelope.id(), envelope.hash(), read, Optional.empty(), at);
    }
}
