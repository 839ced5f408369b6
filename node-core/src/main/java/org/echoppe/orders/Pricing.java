package org.echoppe.orders;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;

/**
 * What an order comes to, in minor units, VAT included. The merchant's node and the shopper's browser ({@code money.js}) count
 * the same.
 *
 * @param goods without the fee
 * @param fee for bringing them; 0 for pick-up
 * @param vat what is VAT in the total, by rising rate; what has no rate is in none
 */
public record Pricing(long goods, long fee, List<Vat> vat) {
    /** Stands for goods whose rate the merchant does not say. */
    private static final int NO_RATE = -1;

    public Pricing {
        vat = List.copyOf(vat);
    }

    /**
     * The VAT of one rate in the total: reckoned once on all of its goods and its part of the fee, rounded half up.
     *
     * @param rate in basis points
     */
    public record Vat(int rate, long net, long tax) {}

    public long total() {
        return goods + fee;
    }

    /** @param fee for bringing the goods: it bears their rates, by their value */
    public static Pricing of(List<PricedLine> lines, long fee) {
        var gross = new TreeMap<Integer, Long>();
        lines.forEach(line -> gross.merge(line.vatRate().orElse(NO_RATE), line.total(), Long::sum));
        long goods = gross.values().stream().mapToLong(Long::longValue).sum();
        share(gross, goods, fee);
        var vat = new ArrayList<Vat>();
        gross.forEach((rate, amount) -> {
            if (rate != NO_RATE) {
                long tax = PricedLine.halfUp(amount * rate, 10_000L + rate);
                vat.add(new Vat(rate, amount - tax, tax));
            }
        });
        return new Pricing(goods, fee, vat);
    }

    /**
     * What bringing the goods costs.
     *
     * @param zoneFee what the shop asks for there
     * @param country where they are brought to
     */
    public static long deliveryFee(List<PricedLine> lines, long zoneFee, String country, Currency currency) {
        return Math.max(zoneFee, BookDelivery.least(lines, country, currency));
    }

    /** Adds to each rate its part of the fee; coins that are left go where most was cut off, then to the lowest rate. */
    private static void share(TreeMap<Integer, Long> gross, long goods, long fee) {
        if (fee == 0 || gross.isEmpty()) {
            return;
        }
        if (goods == 0) {
            gross.merge(gross.lastKey(), fee, Long::sum);
            return;
        }
        record Part(int rate, long whole, BigInteger rest) {}
        var all = BigInteger.valueOf(goods);
        var parts = new ArrayList<Part>();
        gross.forEach((rate, amount) -> {
            var part =
                    BigInteger.valueOf(fee).multiply(BigInteger.valueOf(amount)).divideAndRemainder(all);
            parts.add(new Part(rate, part[0].longValueExact(), part[1]));
        });
        long left = fee - parts.stream().mapToLong(Part::whole).sum();
        parts.sort(Comparator.comparing(Part::rest).reversed().thenComparingInt(Part::rate));
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            gross.merge(part.rate, part.whole + (i < left ? 1 : 0), Long::sum);
        }
    }
}
