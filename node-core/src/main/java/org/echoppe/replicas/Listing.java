package org.echoppe.replicas;

import java.time.Instant;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;

/**
 * A product of any shop as this node shows it.
 *
 * @param cid of the record: what the merchant signed
 * @param confirmedAt when the merchant last signed the repository that holds it
 */
public record Listing(
        Did did,
        RecordKey rkey,
        Cid cid,
        ProductRecord record,
        ShopProfile shop,
        Instant confirmedAt,
        Freshness freshness,
        Presence presence) {}
