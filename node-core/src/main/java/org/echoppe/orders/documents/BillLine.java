package org.echoppe.orders.documents;

import java.util.OptionalInt;
import org.echoppe.domain.Money;

/**
 * Something sold, or taken back.
 *
 * @param name as the record called it
 * @param detail which kind of it, its code; empty where there is nothing to add
 * @param vatRate in basis points; empty where none is charged
 * @param unitNet of one piece, or of the measure that loose goods are priced by, without VAT
 * @param unitGross the same with VAT
 * @param total with VAT
 */
public record BillLine(
        String name,
        String detail,
        Quantity quantity,
        OptionalInt vatRate,
        Money unitNet,
        Money unitGross,
        Money total) {}
