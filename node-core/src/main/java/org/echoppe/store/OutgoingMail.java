package org.echoppe.store;

import org.echoppe.domain.Did;

/** A receipt or an answer of the own merchant, on its way to a node. */
public record OutgoingMail(long seq, Did target, String word, int attempts) {}
