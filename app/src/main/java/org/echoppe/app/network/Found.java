package org.echoppe.app.network;

import org.echoppe.domain.Did;

/**
 * Who answers at an address, or is named by an invitation.
 *
 * @param invited the address came with the identity, so there is nothing left to compare
 * @param nearby it said on this network to be there
 * @param answers whether somebody answers there now; without an invitation, always
 */
public record Found(String address, Did did, String fingerprint, boolean invited, boolean nearby, boolean answers) {}
