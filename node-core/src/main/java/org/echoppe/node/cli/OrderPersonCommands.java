package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import org.echoppe.node.Node;
import org.echoppe.orders.desk.ShopOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a shopper may ask for: all that the shop holds of them, or that it forgets them. */
final class OrderPersonCommands {
    private OrderPersonCommands() {}

    /** {@code order export CONTACT FOLDER}. */
    @Command(name = "export")
    static final class Export extends NodeCommand {
        @Parameters(index = "0", paramLabel = "CONTACT", descriptionKey = "order.contact")
        String contact = "";

        @Parameters(index = "1", paramLabel = "FOLDER", descriptionKey = "order.folder")
        String folder = "";

        @Override
        int run(Node node, Session session) {
            var path = session.file(folder);
            var handed = node.people().export(contact, path);
            if (session.json()) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("folder", path.toString());
                answer.put("orders", handed.orders());
                answer.put(
                        "files",
                        handed.files().stream()
                                .map(file -> file.getFileName().toString())
                                .toList());
                session.answer(answer);
            } else {
                session.say("order.exported", handed.orders(), handed.files().size(), path);
            }
            return Exit.DONE;
        }
    }

    /** {@code order erase CONTACT}. */
    @Command(name = "erase")
    static final class Erase extends NodeCommand {
        @Parameters(index = "0", paramLabel = "CONTACT", descriptionKey = "order.contact")
        String contact = "";

        /** In part where orders still run. */
        @Override
        int run(Node node, Session session) {
            var done = node.people().erase(contact);
            if (session.json()) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put(
                        "erased",
                        done.erased().stream().map(ShopOrder::reference).toList());
                answer.put(
                        "open", done.open().stream().map(ShopOrder::reference).toList());
                answer.put("invoices", done.invoices());
                session.answer(answer);
            } else {
                session.say("order.erased", done.erased().size());
                if (!done.invoices().isEmpty()) {
                    session.say("order.erased.invoices", String.join(", ", done.invoices()));
                }
                if (!done.open().isEmpty()) {
                    session.remark(
                            "order.erased.open",
                            String.join(
                                    ", ",
                                    done.open().stream()
                                            .map(ShopOrder::reference)
                                            .toList()));
                }
            }
            return done.open().isEmpty() ? Exit.DONE : Exit.IN_PART;
        }
    }
}
