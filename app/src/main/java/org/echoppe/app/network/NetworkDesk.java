package org.echoppe.app.network;

import java.util.List;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.domain.Did;
import org.echoppe.peers.ShopCode;
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

    /** Shops that say on this network to be here and are not known yet. Asked each second while somebody looks. */
    List<NearbyShop> nearby();

    /**
     * Asks the shop that says to be here, at all its addresses. Nothing is kept.
     *
     * @throws org.echoppe.domain.Rejected when nobody answers there, or another shop
     */
    Found ask(NearbyShop shop);

    /**
     * Reads the QR code in a picture of any origin.
     *
     * @throws org.echoppe.domain.Rejected when it is no picture, there is no code in it, or none of a shop
     */
    ShopCode code(PictureSource picture);

    /**
     * The same for what a reader typed.
     *
     * @throws org.echoppe.domain.Rejected when it is no shop's
     */
    ShopCode code(String typed);

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
