package org.echoppe.app.orders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.orders.desk.HandingOver;

/** What the orders screen asks of the node. Every call may take its time: through Background only. */
public interface OrdersDesk {
    /** All that is open, what is due first at the top, then the newest of what is over. */
    List<OrderEntry> orders();

    /** The order of this reference or paper's number, however old; empty when there is none. */
    Optional<OrderEntry> named(String text);

    /** Empty when there is no such order. */
    Optional<OrderDetail> detail(OrderId id);

    /** Somebody has looked at it. */
    void look(OrderId id);

    /**
     * Accepts, and sets the goods aside.
     *
     * @param given of each line; empty for all
     * @param message that the shopper reads; may be empty
     * @throws org.echoppe.domain.Rejected when the stock is too small, or the order stands elsewhere
     */
    void accept(OrderId id, List<Long> given, String message);

    /** @param reason that the shopper reads */
    void decline(OrderId id, String reason);

    /**
     * Cancels what was accepted.
     *
     * @param reason that the shopper reads
     * @param paidBack whether what was paid went back already; it is owed otherwise
     */
    void cancel(OrderId id, String reason, boolean paidBack);

    void ready(OrderId id);

    void ship(OrderId id);

    /** Handed over: the invoice gets its number. */
    void complete(OrderId id, HandingOver how);

    /**
     * The transfer has come.
     *
     * @param received how much; what is more than was asked for is owed back
     */
    void paid(OrderId id, Money received);

    /** The transfer for what was handed over will not come: nobody waits for it any more. */
    void writeOff(OrderId id);

    /** It is waited for after all. */
    void awaitAgain(OrderId id);

    /**
     * What is owed was paid back.
     *
     * @param message that the shopper reads; may be empty
     */
    void refund(OrderId id, String message);

    /** What would be paid back, or not be paid, for so much of each line, goods and fee. */
    Money worth(OrderId id, List<Long> amounts);

    /**
     * Some of what was handed over was taken back, or some of what runs is not given after all; what was paid for it went back.
     *
     * @param amounts of each line, 0 for none
     * @param reason that the shopper reads; may be empty
     */
    void takeBack(OrderId id, List<Long> amounts, String reason);

    /** Writes to the shopper. */
    void say(OrderId id, String message);

    /**
     * What became of a wish to be forgotten.
     *
     * @param erased orders that tell of nobody any more
     * @param open orders that still run, or owe money back: they stay until they are over
     * @param papers numbers of what keeps the name, because the law wants it
     */
    record Forgotten(int erased, int open, List<String> papers) {
        public Forgotten {
            papers = List.copyOf(papers);
        }
    }

    /** Destroys what tells of the customer of this order, in all their orders that are over. */
    Forgotten forget(OrderId id);

    /**
     * Writes all that is held of the customer of this order into a folder.
     *
     * @return how many files
     */
    int handOut(OrderId id, Path folder);

    /**
     * Writes a file that goes when the program ends.
     *
     * @return the address that opens it
     * @throws org.echoppe.domain.Rejected when it can't be printed any more
     */
    String print(OrderId id, OrderPaper paper);

    /** Writes the document to a file that the shopkeeper chose. */
    void save(OrderId id, OrderPaper paper, Path file);

    /** Whether new orders make no sound. */
    boolean muted();

    void mute(boolean muted);

    /** Tells of new orders outside the window, and by sound unless that is off; nothing personal may be in the words. */
    void ring(String words);
}
