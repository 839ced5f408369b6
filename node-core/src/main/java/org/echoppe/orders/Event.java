package org.echoppe.orders;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.echoppe.catalogue.StockMove;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.journal.EntryHeader;
import org.echoppe.journal.Personal;
import org.echoppe.records.Measure;
import org.echoppe.repo.Ipld;

/** What happened, as the journal keeps it: never changed, never taken back, only followed by other events. */
public sealed interface Event {
    /** Whose key seals what is personal; {@link EntryHeader#NO_SLOT} for none. */
    default long slot() {
        return EntryHeader.NO_SLOT;
    }

    default Personal personal() {
        return Personal.NONE;
    }

    /**
     * An envelope was acknowledged: it is answered for from now on.
     *
     * @param envelope its id, at most 64 characters
     * @param raw the bytes as they came
     */
    record EnvelopeAcknowledged(String envelope, long slot, Personal raw) implements Event {
        @Override
        public Personal personal() {
            return raw;
        }
    }

    /**
     * Pieces came or went.
     *
     * @param left pieces after it
     * @param because what moved them: an order, a sale
     */
    record StockMoved(StockMove move, long left, String because) implements Event {}

    /** @param issuedFor what bears the number; a credit note for a sale undoes it, whole */
    record NumberIssued(NumberSeries series, int year, long number, String issuedFor) implements Event {}

    /**
     * Something was sold at the counter.
     *
     * @param sale its id, at most 64 characters
     * @param head what the receipt says of the shop
     */
    record SaleMade(
            String sale,
            int receiptYear,
            long receiptNumber,
            List<Line> lines,
            Money total,
            String paid,
            Letterhead head)
            implements Event {
        public SaleMade {
            lines = List.copyOf(lines);
        }

        /**
         * @param pieces of goods sold loose: thousandths of the measure's unit
         * @param each price of one piece, or of the measure, with tax
         * @param vatRate basis points; empty where none is said
         * @param loose what the price is of; empty where pieces were sold
         */
        public record Line(
                RecordKey product,
                Optional<String> variant,
                String name,
                long pieces,
                Money each,
                OptionalInt vatRate,
                Optional<Measure> loose) {
            /** @throws ArithmeticException past what a long holds */
            public Money total() {
                return loose.map(measure -> new Money(
                                PricedLine.halfUp(Math.multiplyExact(each.minorUnits(), pieces), measure.quantity()),
                                each.currency()))
                        .orElseGet(() -> each.times(pieces));
            }
        }
    }

    /**
     * A step of an order.
     *
     * @param order its id, at most 64 characters
     * @param step what happened to it, at most 40 characters
     * @param detail what is nobody's personal business
     */
    record OrderEvent(String order, String step, Ipld.Fields detail, long slot, Personal personal) implements Event {}

    /**
     * A paper of the counter was printed, or written to a file.
     *
     * @param paper its number, {@code T2026-000001}
     * @param copy how many copies there were before this one; 0 for the first print
     */
    record PaperPrinted(String paper, long copy) implements Event {}

    /** Nobody can read any more what was personal under this slot. */
    record PersonalErased(long erasedSlot, String order) implements Event {}
}
