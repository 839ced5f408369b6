package org.echoppe.orders.desk;

import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.Event;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.EpcCode;
import org.echoppe.orders.documents.Paper;
import org.echoppe.orders.documents.Papers;
import org.echoppe.orders.documents.Quantity;
import org.echoppe.orders.documents.Settlement;
import org.echoppe.orders.documents.Slip;
import org.echoppe.orders.wire.Payment;
import org.echoppe.orders.wire.PlacedOrder;

/**
 * The papers of orders and sales as PDF. What bears a number is printed from what the journal keeps of it, and is the same
 * file whenever it is printed; a slip shows how an order stands now.
 */
public final class OrderPapers {
    private final OrderDesk.Parts parts;
    private final OrderBook book;
    private final CounterBills counter;

    public OrderPapers(OrderDesk.Parts parts) {
        this.parts = parts;
        book = new OrderBook(parts);
        counter = new CounterBills(parts.ledger(), book.ledgerStore());
    }

    /**
     * What lies on the counter until an order is handed over.
     *
     * @throws Rejected NOT_FOUND; ORDER_ERASED when nobody knows any more who ordered
     */
    public byte[] slip(OrderId id, Paper paper) {
        var order = order(id);
        var person = book.signed(order).orElseThrow(() -> Rejected.because(Fault.ORDER_ERASED, order.reference()));
        return Papers.slip(slip(order, person), paper);
    }

    private Slip slip(ShopOrder order, PlacedOrder person) {
        var items = order.lines().stream()
                .filter(OrderLine::stays)
                .map(line -> new Slip.Item(
                        line.measure()
                                .<Quantity>map(measure -> new Quantity.Loose(line.accepted(), measure))
                                .orElseGet(() -> new Quantity.Pieces(line.accepted())),
                        line.name(),
                        "",
                        new Money(line.total(), order.currency())))
                .toList();
        return new Slip(
                book.shop(),
                book.zone(),
                order.reference(),
                order.reference(),
                order.row().receivedAt(),
                person.fulfilment(),
                person.contact(),
                items,
                person.note(),
                new Money(items.isEmpty() ? 0 : order.fee(), order.currency()),
                order.due(),
                settlement(order));
    }

    private Settlement settlement(ShopOrder order) {
        if (order.paid()) {
            return new Settlement.Paid(order.paidAt().orElse(order.row().changedAt()), "");
        }
        if (order.payment() != Payment.TRANSFER) {
            return new Settlement.Due("");
        }
        var until = order.row().due().atZone(book.zone()).toLocalDate();
        return book.shop()
                .transfer()
                .flatMap(account -> EpcCode.to(account, order.due(), order.reference()))
                .<Settlement>map(code -> new Settlement.Transfer(code, until))
                .orElseGet(() -> new Settlement.Due(""));
    }

    /**
     * Empty before an order is handed over, and where the key of its papers was lost.
     *
     * @throws Rejected NOT_FOUND
     */
    public Optional<byte[]> invoice(OrderId id) {
        return book.invoice(order(id)).map(Papers::bill);
    }

    /**
     * In the order of {@link ShopOrder#creditNotes}.
     *
     * @throws Rejected NOT_FOUND
     */
    public List<byte[]> creditNotes(OrderId id) {
        return book.bills(order(id), OrderStep.CREDITED).stream()
                .map(Papers::bill)
                .toList();
    }

    /**
     * What the shopper accepted with an order.
     *
     * @throws Rejected NOT_FOUND, also where nobody knows it any more
     */
    public byte[] terms(OrderId id) {
        var order = order(id);
        return book.terms(order)
                .map(Papers::terms)
                .orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, order.profile()));
    }

    /**
     * The receipt of a sale at the counter, as it was first printed.
     *
     * @throws Rejected NOT_FOUND
     */
    public byte[] receipt(String sale) {
        return Papers.bill(counter.receipt(sale));
    }

    /**
     * Prints the receipt of a sale; from the second time on it says that it is a copy, and which: the journal counts them.
     *
     * @throws Rejected NOT_FOUND
     */
    public byte[] printReceipt(String sale) {
        return print(counter.receipt(sale));
    }

    /**
     * The same for the credit note of a sale that was undone.
     *
     * @throws Rejected NOT_FOUND
     */
    public byte[] printUndoing(String sale) {
        return print(counter.undoing(sale).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, sale)));
    }

    private byte[] print(Bill bill) {
        var number = bill.number().text();
        long copy = parts.ledger().run(turn -> {
            long before = book.ledgerStore().steps(number, OrderStep.PRINTED).size();
            turn.happens(new Event.PaperPrinted(number, before));
            return before;
        });
        return Papers.copy(bill, copy);
    }

    private ShopOrder order(OrderId id) {
        return book.find(id.value()).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, id.value()));
    }
}
