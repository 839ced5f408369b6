package org.echoppe.orders;

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
 * @param head what the receipt says of the shop, whose days say which year it is
 * @param counted whether more than was counted is refused; else the count was wrong, and none is left
 */
public record CounterSale(
        String sale, List<Event.SaleMade.Line> lines, String paid, Letterhead head, boolean counted, LedgerStore store)
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
        int year = turn.now().atZone(head.zone()).getYear();
        lines.stream().filter(line -> line.loose().isEmpty()).forEach(line -> hand(turn, line));
        long number = turn.issue(NumberSeries.RECEIPT, year, sale);
        turn.happens(new Event.SaleMade(sale, year, number, lines, total(), paid, head));
        return new Receipt(year, number);
    }

    private void hand(Turn turn, Event.SaleMade.Line line) {
        if (counted) {
            turn.take(line.product(), line.variant(), line.pieces(), sale);
        } else {
            turn.handOver(line.product(), line.variant(), line.pieces(), sale);
        }
    }

    private Money total() {
        return lines.stream()
                .map(Event.SaleMade.Line::total)
                .reduce(new Money(0, lines.getFirst().each().currency()), Money::plus);
    }
}
