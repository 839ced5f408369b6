package org.echoppe.peers;

import org.echoppe.domain.Tid;
import org.jspecify.annotations.Nullable;

/**
 * What a peer makes of an announcement.
 *
 * @param push it wants the repository but cannot call back: it is to be sent with PUT
 * @param held the rev the peer holds, for a push of what changed since; null when it holds none
 */
public record Heard(boolean push, @Nullable Tid held) {}
