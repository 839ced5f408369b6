package org.echoppe.orders.rules;

import java.util.List;
import java.util.Set;

/**
 * What is owed back.
 *
 * @param goods what the lines cost, minor units, VAT and all
 * @param fee what bringing them cost: owed back with the last of the goods, for the law wants all payments back and one
 *     delivery was paid for the whole (Directive 2011/83/EU, art. 13; CJEU C-511/08)
 */
public record Refund(long goods, long fee) {
    /**
     * The refund for some lines.
     *
     * @param totals of all lines as accepted, minor units; 0 for those that were not
     * @param now the lines that are withdrawn or cancelled now, from 0
     * @param before those that were before, and are paid back already
     * @param fee of the whole order
     * @throws IndexOutOfBoundsException for a line that is none
     */
    public static Refund of(List<Long> totals, Set<Integer> now, Set<Integer> before, long fee) {
        long goods = now.stream()
                .filter(line -> !before.contains(line))
                .mapToLong(totals::get)
                .sum();
        boolean nothingStays = true;
        for (int line = 0; line < totals.size(); line++) {
            nothingStays &= totals.get(line) == 0 || now.contains(line) || before.contains(line);
        }
        boolean paidBack = goods == 0;
        return new Refund(goods, nothingStays && !paidBack ? fee : 0);
    }

    public long total() {
        return Math.addExact(goods, fee);
    }
}
