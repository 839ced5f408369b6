package org.echoppe.orders.documents;

/** Every document of an order as a PDF file. */
public final class Papers {
    private Papers() {}

    /** An invoice or a credit note on A4, a receipt on the till's roll; the same bill gives the same bytes. */
    public static byte[] bill(Bill bill) {
        return switch (bill.number().series()) {
            case INVOICE, CREDIT_NOTE -> new InvoicePaper(bill).print();
            case RECEIPT -> new ReceiptPaper(bill).print();
        };
    }

    /** What lies on the counter until an order is handed over. */
    public static byte[] slip(Slip slip, Paper paper) {
        return new SlipPaper(slip, paper).print();
    }
}
