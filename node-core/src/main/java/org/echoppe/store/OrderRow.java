package org.echoppe.store;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An order as the tables show it.
 *
 * @param state code of where it stands
 * @param slot whose key seals what is personal in it
 * @param placed entry of the journal that holds the order as the shopper signed it
 * @param answered entry that holds the last answer; empty before the first
 * @param due when somebody waits for it: the slot, or the day it came
 * @param seen whether somebody at the shop has looked at it as it stands
 * @param erased whether what is personal in it can no longer be read
 * @param owed what the shop owes back and has not paid back yet, minor units
 * @param awaited what a transfer is still to bring, minor units
 * @param cancelAsked whether the shopper asks to cancel what was accepted
 * @param profile CID of the profile that the shopper read
 * @param fields DAG-CBOR of everything about it that is nobody's personal business
 */
public record OrderRow(
        String id,
        String state,
        long slot,
        long placed,
        OptionalLong answered,
        Instant receivedAt,
        Instant changedAt,
        Instant due,
        boolean seen,
        boolean erased,
        long owed,
        long awaited,
        boolean cancelAsked,
        String profile,
        byte[] fields) {
    /** Before it is reckoned what its fields come to. */
    public OrderRow(
            String id,
            String state,
            long slot,
            long placed,
            OptionalLong answered,
            Instant receivedAt,
            Instant changedAt,
            Instant due,
            boolean seen,
            boolean erased) {
        this(id, state, slot, placed, answered, receivedAt, changedAt, due, seen, erased, 0, 0, false, "", new byte[0]);
    }
}
