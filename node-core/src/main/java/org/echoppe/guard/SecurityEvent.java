package org.echoppe.guard;

import java.time.Instant;

/**
 * One line of the security journal.
 *
 * @param who a DID or an address prefix such as {@code 203.0.113.0/24}
 * @param what was tried
 * @param why it was refused
 */
public record SecurityEvent(Instant at, SecurityKind kind, String who, String what, String why) {
    public Severity severity() {
        return kind.severity();
    }

    SecurityEvent because(String otherWhy) {
        return new SecurityEvent(at, kind, who, what, otherWhy);
    }
}
