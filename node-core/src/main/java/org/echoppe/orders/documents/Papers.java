package org.echoppe.orders.documents;

/** Every document of an order as a PDF file. */
public final class Papers {
    private Papers() {}

    /** An invoice or its credit note on A4, what is of the counter on the till's roll; the same bill gives the same bytes. */
    public static byte[] bill(Bill bill) {
        return bill.ofCounter() ? new ReceiptPaper(bill, 0).print() : new InvoicePaper(bill).print();
    }

    /**
     * What is of the counter once more, and says that it is a copy.
     *
     * @param copy from 1; 0 for the first print, which is none
     */
    public static byte[] copy(Bill bill, long copy) {
        return new ReceiptPaper(bill, copy).print();
    }

    /** What a shopper accepted with an order. */
    public static byte[] terms(AcceptedTerms terms) {
        return new TermsPaper(terms).print();
    }

    /** What lies on the counter until an order is handed over. */
    public static byte[] slip(Slip slip, Paper paper) {
        return new SlipPaper(slip, paper).print();
    }
}
