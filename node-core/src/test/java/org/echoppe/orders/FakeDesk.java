package org.echoppe.orders;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.repo.Signer;

/** Takes whatever comes, and remembers every time. */
public final class FakeDesk implements Desk {
    private final Signer merchant;
    private final Clock clock;
    private final List<Envelope> taken = new ArrayList<>();
    private boolean shut;

    public FakeDesk(Signer merchant, Clock clock) {
        this.merchant = merchant;
        this.clock = clock;
    }

    @Override
    public synchronized Receipt receive(Envelope envelope, Optional<Did> via) {
        if (shut) {
            throw Rejected.because(Fault.DISK_FULL);
        }
        taken.add(envelope);
        return Receipt.sign(merchant, envelope, false, clock.instant());
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
