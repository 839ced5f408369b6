package org.echoppe.orders.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.OwnerOnly;
import org.echoppe.orders.wire.Contact;

/** What the shop holds of one person, handed over or erased when that person asks: GDPR, articles 15, 17 and 20. */
public final class People {
    /** More orders than a shop has of all its shoppers together. */
    private static final int ALL = 1_000_000;

    /** Digits of a number that tell one telephone from another, whatever stands before them. */
    private static final int DIGITS = 9;

    private final OrderDesk desk;
    private final OrderPapers papers;
    private final OrderHistory history;
    private final KnownContacts contacts;

    public People(OrderDesk.Parts parts, OrderDesk desk, OrderPapers papers) {
        this.desk = desk;
        this.papers = papers;
        history = new OrderHistory(parts, new OrderBook(parts));
        contacts = new KnownContacts(desk);
    }

    /**
     * What was handed over.
     *
     * @param files in the folder
     */
    public record Handed(int orders, List<Path> files) {}

    /**
     * What became of a wish to be forgotten.
     *
     * @param erased orders of which nobody can read any more who ordered
     * @param open orders that still run, or owe money back: the contract needs what is in them, so they stay until they are over
     * @param invoices numbers of papers that keep the name, because the law wants invoices kept
     */
    public record Erased(List<ShopOrder> erased, List<ShopOrder> open, List<String> invoices) {}

    /**
     * The orders of who is reached there, the newest first; those that were erased are nobody's any more.
     *
     * @param contact telephone or e-mail address, however it is written
     */
    public List<ShopOrder> orders(String contact) {
        return desk.newest(ALL).stream()
                .filter(order -> !order.erased())
                .filter(order -> desk.person(order)
                        .filter(person -> isOf(person.contact(), contact.strip()))
                        .isPresent())
                .toList();
    }

    /** All orders of who is reached as this contact says, the newest first; those that were erased are nobody's any more. */
    public List<ShopOrder> like(Contact contact) {
        return contacts.of(contact);
    }

    /** Makes {@link #like} quick to answer. Takes seconds where there are thousands of orders. */
    public void getToKnow() {
        contacts.catchUp();
    }

    private static boolean isOf(Contact contact, String asked) {
        return asked.contains("@")
                ? contact.email().toLowerCase(Locale.ROOT).equals(asked.toLowerCase(Locale.ROOT))
                : !digits(asked).isEmpty() && digits(contact.phone()).equals(digits(asked));
    }

    /** +33 6 12 34 56 78 and 06 12 34 56 78 are one. */
    private static String digits(String phone) {
        var all = phone.replaceAll("\\D", "");
        return all.length() > DIGITS ? all.substring(all.length() - DIGITS) : all;
    }

    /**
     * Writes all that is held of a person into a folder, for its owner alone to read: {@code orders.json} and the invoices.
     *
     * @throws Rejected CONTACT_UNKNOWN where nobody ordered with that contact, FILE_UNWRITABLE
     */
    public Handed export(String contact, Path folder) {
        return export(orders(contact), folder);
    }

    /** The same for who is reached as this contact says. */
    public Handed export(Contact contact, Path folder) {
        return export(like(contact), folder);
    }

    private Handed export(List<ShopOrder> orders, Path folder) {
        if (orders.isEmpty()) {
            throw Rejected.because(Fault.CONTACT_UNKNOWN);
        }
        var files = new ArrayList<Path>();
        try {
            Files.createDirectories(folder);
            files.add(write(folder, "orders.json", history.json(orders)));
            for (var order : orders) {
                var invoice = papers.invoice(order.id());
                if (invoice.isPresent()) {
                    files.add(write(folder, order.invoice().orElseThrow() + ".pdf", invoice.get()));
                }
                var notes = papers.creditNotes(order.id());
                for (int i = 0; i < notes.size(); i++) {
                    files.add(write(folder, order.creditNotes().get(i) + ".pdf", notes.get(i)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, folder);
        }
        return new Handed(orders.size(), files);
    }

    private static Path write(Path folder, String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        OwnerOnly.write(file, content);
        return file;
    }

    /**
     * Destroys what is personal in the orders of a person.
     *
     * @throws Rejected CONTACT_UNKNOWN where nobody ordered with that contact
     */
    public Erased erase(String contact) {
        return erase(orders(contact));
    }

    /** The same for who is reached as this contact says. */
    public Erased erase(Contact contact) {
        return erase(like(contact));
    }

    private Erased erase(List<ShopOrder> orders) {
        if (orders.isEmpty()) {
            throw Rejected.because(Fault.CONTACT_UNKNOWN);
        }
        var over = orders.stream().filter(People::isOver).toList();
        over.forEach(order -> desk.erase(order.id()));
        return new Erased(
                over,
                orders.stream().filter(order -> !isOver(order)).toList(),
                over.stream().flatMap(order -> order.papers().stream()).toList());
    }

    static boolean isOver(ShopOrder order) {
        return order.settled();
    }
}
