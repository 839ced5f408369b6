package org.echoppe.orders;

import java.time.Instant;

/**
 * An event in its place.
 *
 * @param sequence its entry in the journal
 */
public record Noted(long sequence, Instant when, Event event) {}
