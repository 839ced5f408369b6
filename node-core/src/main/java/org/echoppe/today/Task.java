package org.echoppe.today;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Problem;

/** Something that wants the shopkeeper's hand. Each kind is one line, whatever the number behind it. */
public sealed interface Task {
    /** What is saved does not reach the others. */
    record PublishingTrouble(Problem problem) implements Task {}

    /** This computer's clock is more than five minutes off: nothing is published until it is set. */
    record ClockWrong() implements Task {}

    /** @param freeBytes left where the shop is kept */
    record DiskNearlyFull(long freeBytes) implements Task {}

    /** @param ended browsers refuse the shop's page already */
    record CertificateEnds(Instant at, boolean ended) implements Task {}

    /** @param oldest when the one came that waits longest */
    record OrdersToAnswer(int orders, Instant oldest) implements Task {}

    /** Shoppers ask to cancel so many orders that were accepted. */
    record OrdersToDecide(int orders) implements Task {}

    record OrdersToPrepare(int orders) implements Task {}

    /** Something of so many orders is to be paid back. */
    record OrdersToRefund(int orders) implements Task {}

    /** So many orders were handed over, and their transfers are still to come. */
    record TransfersToCome(int orders) implements Task {}

    /** The recovery sheet is not on paper yet. */
    record RecoverySheetWaits() implements Task {}

    /** The daily copy of the shop was not made. */
    record BackupFailed(Problem problem) implements Task {}

    /** @param last when the whole shop was last saved to a file; empty where it never was */
    record BackupDue(Optional<Instant> last) implements Task {}

    /** Published, and shown by nobody: their records break the rules. */
    record ProductsRefused(List<String> names) implements Task {
        public ProductsRefused {
            names = List.copyOf(names);
        }
    }

    /** Another key than theirs answers at the address of so many shops. */
    record ShopsReplaced(int shops) implements Task {}

    record SoldOut(int products) implements Task {}

    record LowStock(int products) implements Task {}

    record DraftsWithoutPrice(int products) implements Task {}

    /** Shops that the shopkeeper chose do not answer. */
    record ShopsAway(int shops) implements Task {}

    /** Whether it keeps the shop from working, and is to be said at once. */
    default boolean isUrgent() {
        return switch (this) {
            case PublishingTrouble _, ClockWrong _, DiskNearlyFull _, ShopsReplaced _ -> true;
            case CertificateEnds(var at, var ended) -> ended;
            case OrdersToAnswer _,
                    OrdersToDecide _,
                    OrdersToPrepare _,
                    OrdersToRefund _,
                    TransfersToCome _,
                    RecoverySheetWaits _,
                    BackupFailed _,
                    BackupDue _,
                    ProductsRefused _,
                    SoldOut _,
                    LowStock _,
                    DraftsWithoutPrice _,
                    ShopsAway _ -> false;
        };
    }
}
