package org.echoppe.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the calls to a node came to.
 *
 * @param last when it last answered; null when it never did
 * @param failures in a row
 * @param nextTry not before then; null for at once
 */
public record PeerContact(
        @Nullable Instant last, int failures, @Nullable Instant nextTry) {
    static final PeerContact NONE = new PeerContact(null, 0, null);
}
