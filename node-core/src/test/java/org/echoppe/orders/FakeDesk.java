package org.echoppe.orders;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Thumbprint;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.repo.Signer;

/** Takes whatever comes, and remembers every time. */
public final class FakeDesk implements Desk {
    private final Signer merchant;
    private final Clock clock;
    private final List<Envelope> taken = new ArrayList<>();
    private final Map<String, Thumbprint> sealed = new HashMap<>();
    private boolean shut;

    public FakeDesk(Signer merchant, Clock clock) {
        this.merchant = merchant;
        this.clock = clock;
    }

    @Override
    public synchronized Taken take(Envelope envelope, Optional<Did> via) {
        if (shut) {
            throw Rejected.because(Fault.DISK_FULL);
        }
        taken.add(envelope);
        var reply = sealed.getOrDefault(envelope.hash(), envelope.reply());
        return new Taken(
                Receipt.sign(merchant, envelope.id(), envelope.hash(), false, Optional.of(reply), clock.instant()),
                reply);
    }

    /** What it would find in an envelope with this sealed part, whatever stands outside. */
    public synchronized void sealed(Envelope envelope) {
        sealed.put(envelope.hash(), envelope.reply());
    }

    /** Takes nothing for now. */
    public synchronized void shut(boolean isShut) {
        shut = isShut;
    }

    /** The ids in the order in which they came, as often as they came. */
    public synchronized List<EnvelopeId> taken() {
        return taken.stream().map(Envelope::id).toList();
    }
}
