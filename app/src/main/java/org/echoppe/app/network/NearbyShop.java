package org.echoppe.app.network;

import java.util.List;
import org.echoppe.domain.Did;

/**
 * A shop that says on this network to be here, and that is not known yet. Nothing of it is proved.
 *
 * @param name as it calls itself; may be empty
 * @param addresses where it says to be called; at least one
 */
public record NearbyShop(Did did, String name, List<String> addresses) {
    public NearbyShop {
        addresses = List.copyOf(addresses);
    }
}
