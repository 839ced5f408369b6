package org.echoppe.orders;

import java.time.ZoneId;
import java.util.List;
import org.echoppe.domain.Money;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.SaleRow;

/**
 * A sale at the counter: what was handed over leaves the stock, and a receipt gets its number. The same sale twice is one sale.
 *
 * @param sale an id that whoever sells makes up, at most 64 characters
 * @param lines at least one, all of one currency
 * @param paid how, at most 20 characters
 * @param zone where the shop is: it says which year it is
 */
public record CounterSale(String sale, List<Event.SaleMade.Line> lines, String paid, ZoneId zone, LedgerStore store)
        implements Command<CounterSale.Receipt> {
    public CounterSale {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a sale of nothing");
        }
    }

    /** The receipt's number in its year. */
    public record Receipt(int year, long number) {}

    @Override
    public Receipt decide(Turn turn) {
        var known = store.sale(sale);
        if (known.isPresent()) {
            return new Receipt(
                    known.map(SaleRow::receiptYear).orElseThrow(), known.get().receiptNumber());
        }
        int year = turn.now().atZone(zone).getYear();
        lines.forEach(line -> turn.handOver(line.product(), line.variant(), line.pieces(), sale));
        long number = turn.issue(NumberSeries.RECEIPT, year, sale);
        turn.happens(new Event.SaleMade(sale, year, number, lines, total(), paid));
        return new Receipt(year, number);
    }

    private Money total() {
        var currency = lines.getFirst().each().currency();
        return new Money(
                lines.stream()
                        .mapToLong(line ->
                                Math.multiplyExact(line.pieces(), line.each().minorUnits()))
                        .reduce(0, Math::addExact),
                currency);
    }
}
