package org.echoppe.replicas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a merchant's own node answers.
 *
 * @param awaySince since when it does not; null while it answers, or when it never did
 */
public record Presence(boolean reachable, @Nullable Instant awaySince) {
    public static final Presence HERE = new Presence(true, null);
}
