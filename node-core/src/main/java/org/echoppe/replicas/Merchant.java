package org.echoppe.replicas;

import java.time.Instant;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.records.ShopProfile;

/**
 * A shop whose repository is held here.
 *
 * @param rev of its latest commit
 * @param products how many listings of it are shown
 */
public record Merchant(Did did, ShopProfile profile, Tid rev, Freshness freshness, int products, Presence presence) {
    /** When the merchant signed what is shown: at least daily while the shop runs. */
    public Instant confirmedAt() {
        return rev.instant();
    }
}
