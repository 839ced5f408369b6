package org.echoppe.app.orders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.OrderId;

/** What the orders screen asks of the node. Every call may take its time: through Background only. */
public interface OrdersDesk {
    /** All that is open, what is due first at the top, then the newest of what is over. */
    List<OrderEntry> orders();

    /** Empty when there is no such order. */
    Optional<OrderDetail> detail(OrderId id);

    /** Somebody has looked at it. */
    void look(OrderId id);

    /**
     * Accepts, and sets the goods aside.
     *
     * @param given of each line; empty for all
     * @throws org.echoppe.domain.Rejected when the stock is too small, or the order stands elsewhere
     */
    void accept(OrderId id, List<Long> given);

    /** @param reason that the shopper reads */
    void decline(OrderId id, String reason);

    /** @param reason that the shopper reads */
    void cancel(OrderId id, String reason);

    void ready(OrderId id);

    void ship(OrderId id);

    /** Handed over and paid. */
    void complete(OrderId id);

    /** The transfer has come. */
    void paid(OrderId id);

    /** What is owed was paid back. */
    void refund(OrderId id);

    /** Writes to the shopper. */
    void say(OrderId id, String message);

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
