package org.echoppe.web;

import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.web.view.Orders;

/** The basket and the shopper's own orders: only their browser knows what is in them. */
final class BasketPages {
    private final Did node;
    private final Printer printer;

    /** @param node where answers may wait */
    BasketPages(Did node, Printer printer) {
        this.node = node;
        this.printer = printer;
    }

    void basket(Visit visit) {
        print(visit, "basket", "till.", visit.say("basket.noscript.text"));
    }

    void orders(Visit visit) {
        print(visit, "orders", "mine.", visit.say("mine.noscript"));
    }

    private void print(Visit visit, String page, String words, String noscript) {
        var orders = new Orders(page, node.value(), noscript, visit.texts().under(words));
        var frame = visit.frame(visit.say(words + "title"), "").notListed();
        printer.print(visit.ctx(), "basket.jte", frame, Map.of("orders", orders));
    }
}
