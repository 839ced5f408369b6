package org.echoppe.store;

/**
 * How many of the shop's own products are in need of something.
 *
 * @param published offered to shoppers
 * @param online of these, seen by others as they stand here
 * @param soldOut as the list counts {@link ProductKind#SOLD_OUT}; none while the list of a large shop was not read yet
 * @param low {@link ProductKind#LOW_STOCK} likewise
 * @param withoutPrice drafts that only lack a price
 */
public record ProductTally(int published, int online, int soldOut, int low, int withoutPrice) {}
