package org.echoppe.replicas;

import java.util.function.Predicate;
import org.echoppe.domain.Did;
import org.echoppe.repo.Limits;

/**
 * What the shopkeeper decided about other shops.
 *
 * @param self this node's own DID: nobody else writes its repository
 * @param followed has the larger limits, and is never dropped
 * @param blocked is neither held nor served
 */
public record ReplicaRules(Did self, Predicate<Did> followed, Predicate<Did> blocked) {
    public Limits limits(Did did) {
        return did.equals(self) || followed.test(did) ? Limits.FOLLOWED : Limits.STRANGER;
    }
}
