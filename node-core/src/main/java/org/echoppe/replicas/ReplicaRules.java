package org.echoppe.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.repo.Limits;

/**
 * What the shopkeeper decided about other shops.
 *
 * @param self this node's own DID: nobody else writes its repository
 * @param followed has the larger limits, and is never dropped
 * @param paused is not fetched for now
 * @param blocked is neither held nor served
 * @param strangers what a shop that is not followed may cost
 */
public record ReplicaRules(
        Did self,
        Predicate<Did> followed,
        Predicate<Did> paused,
        Predicate<Did> blocked,
        Supplier<StrangerLimits> strangers) {
    /** A shop that signed nothing for so long is held for its followers alone. */
    static final Duration FORSAKEN = Duration.ofDays(90);

    public Limits limits(Did did) {
        return isKept(did) ? Limits.FOLLOWED : strangers.get().limits();
    }

    /** The own, and those followed. */
    boolean isKept(Did did) {
        return did.equals(self) || followed.test(did);
    }

    /** Whether its last commit is so old that it is not worth holding. */
    boolean isForsaken(Did did, Tid rev, Instant now) {
        return !isKept(did) && rev.instant().isBefore(now.minus(FORSAKEN));
    }
}
