package org.echoppe.app.network;

import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.replicas.StrangerLimits;

/** What the network screen asks of the node. Every call may take its time: through Background only. */
public interface NetworkDesk {
    /** Every shop known, by name; those without one last. */
    List<KnownShop> shops();

    Self self();

    Usage usage();

    /**
     * Asks who answers at an address. Nothing is kept.
     *
     * @param address an https address, or an invitation
     * @throws org.echoppe.domain.Rejected when it is no address, or nobody answers there
     */
    Found ask(String address);

    /**
     * Adds the shop that was found.
     *
     * @param compared whether its fingerprint was compared
     */
    void add(Found found, boolean compared);

    /** Its fingerprint was compared later on. */
    void compared(Did did);

    /** Larger limits, never dropped. */
    void follow(Did did, boolean followed);

    /** Neither called nor answered for. */
    void pause(Did did, boolean paused);

    /** @param reason in the shopkeeper's words, may be empty */
    void block(Did did, String reason);

    void unblock(Did did);

    /** What shops that are not followed may cost from now on. */
    void limit(StrangerLimits limits);

    /** Asks all shops now rather than at the next turn. */
    void syncNow();
}
