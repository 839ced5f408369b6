package org.echoppe.app.network;

import org.echoppe.domain.Did;

/** Who answers at an address: to be compared by eye before it is added. */
public record Found(String address, Did did, String fingerprint) {}
