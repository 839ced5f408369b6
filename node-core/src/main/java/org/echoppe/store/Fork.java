package org.echoppe.store;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.echoppe.repo.Block;

/** Two signed commits of one merchant that exclude each other, kept as evidence. */
public record Fork(Did did, Block held, Block other, Instant seenAt) {}
