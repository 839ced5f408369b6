package org.echoppe.store;

/** How this node first heard of a peer. */
public enum PeerSource {
    TYPED,
    INVITATION,
    LAN,
    EXCHANGE,
    /** It called us. */
    CALLER,
    /** A shop's signed profile names it. */
    PROFILE,
    REGISTRY
}
