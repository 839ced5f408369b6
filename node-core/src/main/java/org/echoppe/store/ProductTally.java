package org.echoppe.store;

/**
 * How many of the shop's own products are in need of something.
 *
 * @param published offered to shoppers
 * @param online of these, seen by others as they stand here
 * @param soldOut published, counted and gone
 * @param low published, and nearly gone
 * @param withoutPrice drafts that only lack a price
 */
public record ProductTally(int published, int online, int soldOut, int low, int withoutPrice) {}
