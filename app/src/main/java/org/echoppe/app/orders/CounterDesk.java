package org.echoppe.app.orders;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.orders.desk.Till;
import org.echoppe.orders.documents.DocumentNumber;

/** What the counter asks of the node. Every call may take its time: through Background only. */
public interface CounterDesk {
    /** What bears this code: nothing, one, or every kind of a product. */
    List<Till.Found> find(String code);

    /** Some of what these words find. */
    List<Till.Found> named(String words);

    /**
     * Sells at the prices of this moment; the same sale again is the same sale.
     *
     * @param sale made up by whoever sells
     * @param anyway also where fewer were counted
     * @throws org.echoppe.domain.Rejected when the stock is too small
     */
    Till.Sold sell(String sale, List<Till.Piece> pieces, Paid paid, boolean anyway);

    /**
     * Sales that were made, the newest first.
     *
     * @param number of a receipt; empty for the newest of all
     */
    List<Till.Made> made(String number);

    /**
     * Undoes a sale: a credit note gets its number, and the goods are in stock again.
     *
     * @return the note's number
     */
    DocumentNumber undo(String sale);

    /** The same as {@link #print} for the credit note of a sale that was undone. */
    String printUndoing(String sale);

    /**
     * Writes its receipt to a file that goes when the program ends.
     *
     * @return the address that opens it
     */
    String print(String sale);

    /** Writes the receipt to a file that the shopkeeper chose. */
    void save(String sale, Path file);
}
