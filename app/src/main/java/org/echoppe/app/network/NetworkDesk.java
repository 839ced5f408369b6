package org.echoppe.app.network;

import java.util.List;
import org.echoppe.domain.Did;

/** What the network screen asks of the node. Every call may take its time: through Background only. */
public interface NetworkDesk {
    /** Every shop known, by name; those without one last. */
    List<KnownShop> shops();

    Self self();

    /**
     * Asks who answers at an address. Nothing is kept.
     *
     * @param address an https address, or an invitation that ends in the DID
     * @throws org.echoppe.domain.Rejected when it is no address, or nobody answers there
     */
    Found ask(String address);

    /**
     * Adds the shop that was found.
     *
     * @param compared whether its fingerprint was compared
     */
    void add(Found found, boolean compared);

    void block(Did did);

    void unblock(Did did);

    /** Asks all shops now rather than at the next turn. */
    void syncNow();
}
