package org.echoppe.store;

import java.time.Instant;

/**
 * One line of the security journal.
 *
 * @param who DID or address prefix
 */
public record SecurityEvent(Instant at, String kind, String who, String what, String why) {}
