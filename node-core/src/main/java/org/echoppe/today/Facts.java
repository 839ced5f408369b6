package org.echoppe.today;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.store.OrderTally;
import org.echoppe.store.ProductTally;

/**
 * How everything stands at one moment, and the rules that make tasks of it.
 *
 * @param trouble what keeps the shop from publishing
 * @param freeBytes on the disk of the home folder
 * @param certificateEnds of the operator's own certificate; empty where the node makes its own
 * @param lastBackup of the whole shop; empty where there was none
 * @param backupTrouble what kept today's copy of the shop from being made
 * @param refused names of products that nobody shows
 * @param shopsReplaced where another key answers
 * @param awaySince of each chosen shop that does not answer
 */
public record Facts(
        Instant now,
        Optional<Problem> trouble,
        boolean clockWrong,
        long freeBytes,
        Optional<Instant> certificateEnds,
        OrderTally orders,
        boolean sheetWaits,
        Optional<Instant> lastBackup,
        Optional<Problem> backupTrouble,
        ProductTally products,
        List<String> refused,
        int shopsReplaced,
        List<Instant> awaySince) {
    /** Less than this left on the disk is too little to work with for long. */
    static final long LITTLE_ROOM = 1L << 30;
    /** A certificate is asked for so long before its end. */
    static final Duration CERTIFICATE_SOON = Duration.ofDays(21);
    /** A shop that closes its computer over lunch is nothing to do. */
    static final Duration LONG_AWAY = Duration.ofHours(24);

    /** Work of more than so many days is not to be lost with a computer. */
    static final Duration BACKUP_EVERY = Duration.ofDays(7);

    /** One that is to come was made by a clock that was wrong, and says nothing. */
    static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    public Facts {
        refused = List.copyOf(refused);
        awaySince = List.copyOf(awaySince);
    }

    /** What there is to do, most pressing first. */
    public List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        if (clockWrong) {
            tasks.add(new Task.ClockWrong());
        }
        trouble.filter(problem -> !(clockWrong && problem.fault() == Fault.CLOCK_WRONG))
                .map(Task.PublishingTrouble::new)
                .ifPresent(tasks::add);
        if (freeBytes < LITTLE_ROOM) {
            tasks.add(new Task.DiskNearlyFull(freeBytes));
        }
        addOrders(tasks);
        certificateEnds
                .filter(end -> end.isBefore(now.plus(CERTIFICATE_SOON)))
                .map(end -> new Task.CertificateEnds(end, end.isBefore(now)))
                .ifPresent(tasks::add);
        if (shopsReplaced > 0) {
            tasks.add(new Task.ShopsReplaced(shopsReplaced));
        }
        if (sheetWaits) {
            tasks.add(new Task.RecoverySheetWaits());
        }
        backupTrouble.map(Task.BackupFailed::new).ifPresent(tasks::add);
        if (products.published() > 0 && lastBackup.filter(this::isFresh).isEmpty()) {
            tasks.add(new Task.BackupDue(lastBackup));
        }
        addProducts(tasks);
        int away = (int) awaySince.stream()
                .filter(since -> since.isBefore(now.minus(LONG_AWAY)))
                .count();
        if (away > 0) {
            tasks.add(new Task.ShopsAway(away));
        }
        return List.copyOf(tasks);
    }

    private boolean isFresh(Instant backup) {
        return backup.isAfter(now.minus(BACKUP_EVERY)) && !backup.isAfter(now.plus(CLOCKS_DIFFER));
    }

    private void addOrders(List<Task> tasks) {
        if (orders.toAnswer() > 0) {
            tasks.add(new Task.OrdersToAnswer(orders.toAnswer(), orders.oldest().orElse(now)));
        }
        if (orders.toDecide() > 0) {
            tasks.add(new Task.OrdersToDecide(orders.toDecide()));
        }
        if (orders.toPrepare() > 0) {
            tasks.add(new Task.OrdersToPrepare(orders.toPrepare()));
        }
        if (orders.toRefund() > 0) {
            tasks.add(new Task.OrdersToRefund(orders.toRefund()));
        }
        if (orders.toCollect() > 0) {
            tasks.add(new Task.TransfersToCome(orders.toCollect()));
        }
    }

    private void addProducts(List<Task> tasks) {
        if (!refused.isEmpty()) {
            tasks.add(new Task.ProductsRefused(refused));
        }
        if (products.soldOut() > 0) {
            tasks.add(new Task.SoldOut(products.soldOut()));
        }
        if (products.low() > 0) {
            tasks.add(new Task.LowStock(products.low()));
        }
        if (products.withoutPrice() > 0) {
            tasks.add(new Task.DraftsWithoutPrice(products.withoutPrice()));
        }
    }
}
