package org.echoppe.orders.documents;

import java.time.Instant;
import java.time.ZoneId;
import org.echoppe.domain.Cid;
import org.echoppe.records.ShopProfile;

/**
 * What a shopper read of the shop, and accepted, when placing an order.
 *
 * @param profile as it was then
 * @param cid of that very record, which the order names
 * @param order what both sides call the order
 * @param ordered when it came
 * @param zone of the shop
 */
public record AcceptedTerms(ShopProfile profile, Cid cid, String order, Instant ordered, ZoneId zone) {}
