package org.echoppe.catalogue;

/** How far a product is on its way to others. */
public enum PublishState {
    /** Nobody else sees it: it has no price yet, or the shopkeeper keeps it back. */
    DRAFT,
    /** Saved, and part of the next commit. */
    WAITING,
    /** Others see it as it stands here. */
    ONLINE,
    /** Taken back: the shop's repository holds it no more. */
    WITHDRAWN
}
