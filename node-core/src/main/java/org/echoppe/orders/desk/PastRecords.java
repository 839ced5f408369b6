package org.echoppe.orders.desk;

import java.time.Duration;

/** How long a record that left the own repository is kept: as long as an order may name it. */
final class PastRecords {
    /** Orders of more than 30 days are refused. */
    static final Duration KEPT = Duration.ofDays(31);

    private PastRecords() {}
}
