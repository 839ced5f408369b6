package org.echoppe.replicas;

import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking one peer for everything newer.
 *
 * @param newer repositories it had in a newer state
 * @param stored how many of these were taken
 * @param fault why it ended early; null when it did not
 */
public record SyncResult(
        Did peer, int newer, int stored, @Nullable Fault fault) {}
