package org.echoppe.app.network;

/**
 * What one tells another shopkeeper.
 *
 * @param address of this node's peer port
 * @param visible whether it can be reached from other computers
 * @param invitation address and identity in one text
 */
public record Self(String address, String fingerprint, boolean visible, String invitation) {}
