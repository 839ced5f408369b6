/** Documents of an order as PDF: slips for the counter, receipts, invoices, credit notes, and the code of a transfer; pure values in, bytes out. */
@NullMarked
package org.echoppe.orders.documents;

import org.jspecify.annotations.NullMarked;
