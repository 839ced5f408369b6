package org.echoppe.orders.desk;

import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.Event;
import org.echoppe.orders.Ledger;
import org.echoppe.orders.Noted;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.SaleRow;

/** The bills of sales at the counter, out of what the journal says of them. */
record CounterBills(Ledger ledger, LedgerStore store) {
    /** @throws Rejected NOT_FOUND */
    Bill receipt(String sale) {
        var noted = noted(sale).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, sale));
        var made = (Event.SaleMade) noted.event();
        var number = new DocumentNumber(NumberSeries.RECEIPT, made.receiptYear(), made.receiptNumber());
        return Billing.receipt(number, made, noted.when());
    }

    /** The credit note of a sale that was undone; empty for one that stands, or was never made. */
    Optional<Bill> undoing(String sale) {
        return undone(sale)
                .flatMap(number -> store.issuedFor(NumberSeries.CREDIT_NOTE.code(), sale)
                        .flatMap(issued -> ledger.event(issued.sequence()))
                        .map(noted -> Billing.undone(number, receipt(sale), noted.when())));
    }

    /** The number of that note. */
    Optional<DocumentNumber> undone(String sale) {
        return store.issuedFor(NumberSeries.CREDIT_NOTE.code(), sale)
                .map(issued -> new DocumentNumber(NumberSeries.CREDIT_NOTE, issued.year(), issued.number()));
    }

    /** Empty where no sale of that name was made. */
    Optional<Event.SaleMade> made(String sale) {
        return noted(sale).map(noted -> (Event.SaleMade) noted.event());
    }

    private Optional<Noted> noted(String sale) {
        return store.sale(sale)
                .map(SaleRow::sequence)
                .flatMap(ledger::event)
                .filter(noted -> noted.event() instanceof Event.SaleMade);
    }
}
