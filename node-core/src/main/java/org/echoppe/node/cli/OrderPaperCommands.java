package org.echoppe.node.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.OwnerOnly;
import org.echoppe.node.Node;
import org.echoppe.orders.desk.ShopOrder;
import org.echoppe.orders.documents.Paper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Papers of an order, as files that their owner alone can read. */
final class OrderPaperCommands {
    private OrderPaperCommands() {}

    private static int write(Path file, byte[] pdf, String number, Session session) {
        try {
            OwnerOnly.write(file, pdf);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file);
        }
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("file", file.toString());
            answer.put("number", number);
            session.answer(answer);
        } else {
            session.say("order.written", number, file);
        }
        return Exit.DONE;
    }

    /** {@code order slip ORDER FILE.pdf}. */
    @Command(name = "slip")
    static final class SlipOf extends OrderCommands.OnOne {
        @Parameters(index = "1", paramLabel = "FILE.pdf", descriptionKey = "order.pdf")
        String file = "";

        @Option(names = "--a4")
        boolean a4;

        @Override
        int on(ShopOrder order, Node node, Session session) {
            var pdf = node.orderPapers().slip(order.id(), a4 ? Paper.A4 : Paper.ROLL);
            return write(session.file(file), pdf, order.reference(), session);
        }
    }

    /** {@code order invoice ORDER FILE.pdf}; one of its credit notes by the number that names the order. */
    @Command(name = "invoice")
    static final class InvoiceOf extends OrderCommands.OnOne {
        @Parameters(index = "1", paramLabel = "FILE.pdf", descriptionKey = "order.pdf")
        String file = "";

        @Override
        int on(ShopOrder order, Node node, Session session) {
            int note = order.creditNotes().indexOf(named.strip().toUpperCase(Locale.ROOT));
            if (note >= 0) {
                var pdf = node.orderPapers().creditNotes(order.id()).get(note);
                return write(session.file(file), pdf, order.creditNotes().get(note), session);
            }
            var pdf = node.orderPapers()
                    .invoice(order.id())
                    .orElseThrow(() -> Rejected.because(Fault.ORDER_NOT_INVOICED, order.reference()));
            return write(session.file(file), pdf, order.invoice().orElseThrow(), session);
        }
    }
}
