package org.echoppe.orders.documents;

import java.time.Instant;
import java.time.LocalDate;

/** How an amount is paid; on a credit note, paid back. */
public sealed interface Settlement {
    /** @param how {@code cash}, {@code card}, {@code cheque}, {@code transfer}, {@code shop} (when it was handed over, in one way or another), or
     *     the shop's own words; may be empty */
    record Paid(Instant at, String how) implements Settlement {}

    /** @param how in the shop's words, such as the ways one can pay there; may be empty */
    record Due(String how) implements Settlement {}

    /** On a credit note: never paid, and taken off what is still to be paid. */
    record Deducted() implements Settlement {}

    /** @param until the last day to pay */
    record Transfer(EpcCode code, LocalDate until) implements Settlement {}
}
