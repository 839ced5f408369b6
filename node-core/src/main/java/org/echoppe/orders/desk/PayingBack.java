package org.echoppe.orders.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.echoppe.domain.Fault;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.domain.Rejected;
import org.echoppe.orders.NumberSeries;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.orders.documents.Settlement;
import org.echoppe.orders.rules.Refund;
import org.echoppe.repo.Ipld;

/** What goes back of an order: money where it was paid, and a credit note for what stands on an invoice. */
record PayingBack(Billing billing, ZoneId zone, OrderBook book) {
    /** On a credit note, see {@link Bill.Correction}. */
    static final String WITHDRAWN = "withdrawn";

    /**
     * What is owed was paid back; an order of which nothing stays is over.
     *
     * @param why on the credit note
     * @throws Rejected ORDER_OWES_NOTHING
     */
    void refund(OrderTurn it, Reply reply, String why) {
        var order = it.order();
        long owed = order.owed();
        if (owed == 0) {
            throw Rejected.because(Fault.ORDER_OWES_NOTHING);
        }
        var changed = new LinkedHashMap<String, Ipld>();
        changed.put("owed", new Ipld.Int(0));
        changed.put(
                "refunded",
                new Ipld.Int(owed + order.fields().integer("refunded").orElse(0L)));
        var credit = creditNote(it, why);
        credit.ifPresent(bill -> changed.putAll(credited(order, bill)));
        if (order.lines().stream().anyMatch(OrderLine::stays) && it.state().stands()) {
            it.happens(OrderStep.MOVED, changed, "");
        } else {
            it.become(OrderState.REFUNDED, Party.SHOP, changed, "");
        }
        credit.ifPresent(bill -> it.keep(OrderStep.CREDITED, bill));
        it.answer(reply.owing(new Refund(owed, 0)));
    }

    /** Of what is still to be paid, what went back need not be: nobody pays it back, so nothing else makes out its note. */
    void unpaid(OrderTurn it, String why) {
        if (it.order().paid()) {
            return;
        }
        creditNote(it, why).ifPresent(bill -> {
            it.happens(OrderStep.MOVED, credited(it.order(), bill), "");
            it.keep(OrderStep.CREDITED, bill);
        });
    }

    private static Map<String, Ipld> credited(ShopOrder order, Bill bill) {
        var numbers = new ArrayList<>(order.creditNotes());
        numbers.add(bill.number().text());
        return Map.of("creditNotes", Stored.texts(numbers), "credited", indices(back(order)));
    }

    /** For what stands on the invoice, was given back, and is on no credit note yet. */
    private Optional<Bill> creditNote(OrderTurn it, String why) {
        var order = it.order();
        var before = order.credited();
        var now = new ArrayList<>(back(order));
        now.removeAll(before);
        if (order.invoice().isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        int year = it.now().atZone(zone).getYear();
        var number = new DocumentNumber(
                NumberSeries.CREDIT_NOTE,
                year,
                it.turn().issue(NumberSeries.CREDIT_NOTE, year, order.row().id()));
        var all = order.lines();
        boolean nothingStays = all.stream().noneMatch(OrderLine::stays);
        return Optional.of(billing.creditNote(
                number,
                order,
                now.stream().sorted().map(all::get).toList(),
                nothingStays ? order.fee() : 0,
                book.invoice(order),
                why,
                order.paid() ? new Settlement.Paid(it.now(), "") : new Settlement.Deducted(),
                it.now()));
    }

    /** Lines that were given back, from 0. */
    static Set<Integer> back(ShopOrder order) {
        var lines = order.lines();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).back() && lines.get(line).accepted() > 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    static Ipld.Items indices(Set<Integer> lines) {
        return new Ipld.Items(
                lines.stream().sorted().<Ipld>map(line -> new Ipld.Int(line)).toList());
    }
}
