package org.echoppe.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.store.OrderTally;
import org.echoppe.store.ProductTally;
import org.junit.jupiter.api.Test;

/** What makes a task, and what does not. */
class FactsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
    private static final Facts CALM = new Facts(
            NOW,
            Optional.empty(),
            false,
            50L << 30,
            Optional.empty(),
            OrderTally.NONE,
            false,
            Optional.of(NOW),
            Optional.empty(),
            new ProductTally(40, 40, 0, 0, 0),
            List.of(),
            0,
            List.of());

    private static Facts products(ProductTally tally) {
        return facts(CALM.lastBackup(), tally);
    }

    private static Facts facts(Optional<Instant> lastBackup, ProductTally tally) {
        return new Facts(
                NOW,
                CALM.trouble(),
                false,
                CALM.freeBytes(),
                Optional.empty(),
                OrderTally.NONE,
                false,
                lastBackup,
                Optional.empty(),
                tally,
                List.of(),
                0,
                List.of());
    }

    private static Facts machine(Optional<Problem> trouble, boolean clockWrong, long freeBytes) {
        return new Facts(
                NOW,
                trouble,
                clockWrong,
                freeBytes,
                Optional.empty(),
                OrderTally.NONE,
                false,
                CALM.lastBackup(),
                Optional.empty(),
                CALM.products(),
                List.of(),
                0,
                List.of());
    }

    private static Facts certificate(Duration left) {
        return new Facts(
                NOW,
                CALM.trouble(),
                false,
                CALM.freeBytes(),
                Optional.of(NOW.plus(left)),
                OrderTally.NONE,
                false,
                CALM.lastBackup(),
                Optional.empty(),
                CALM.products(),
                List.of(),
                0,
                List.of());
    }

    private static Facts around(boolean sheet, int replaced, Instant... awaySince) {
        return new Facts(
                NOW,
                CALM.trouble(),
                false,
                CALM.freeBytes(),
                Optional.empty(),
                OrderTally.NONE,
                sheet,
                CALM.lastBackup(),
                Optional.empty(),
                CALM.products(),
                List.of(),
                replaced,
                List.of(awaySince));
    }

    @Test
    void ordersWaitBeforeEverythingButTrouble() {
        var since = NOW.minusSeconds(600);
        var facts = new Facts(
                NOW,
                CALM.trouble(),
                false,
                1,
                Optional.empty(),
                new OrderTally(2, Optional.of(since), 5, 3, 1, 4),
                true,
                CALM.lastBackup(),
                Optional.empty(),
                CALM.products(),
                List.of(),
                0,
                List.of());
        assertThat(facts.tasks())
                .containsExactly(
                        new Task.DiskNearlyFull(1),
                        new Task.OrdersToAnswer(2, since),
                        new Task.OrdersToDecide(5),
                        new Task.OrdersToPrepare(3),
                        new Task.OrdersToRefund(1),
                        new Task.TransfersToCome(4),
                        new Task.RecoverySheetWaits());
    }

    private static Facts saved(Optional<Instant> last, int published) {
        return facts(last, new ProductTally(published, published, 0, 0, 0));
    }

    @Test
    void aBackupIsDueAfterAWeekAndOnceThereIsSomethingToLose() {
        var week = Optional.of(NOW.minus(Facts.BACKUP_EVERY));
        assertThat(saved(Optional.empty(), 0).tasks()).isEmpty();
        assertThat(saved(Optional.empty(), 1).tasks()).containsExactly(new Task.BackupDue(Optional.empty()));
        assertThat(saved(week.map(at -> at.plusSeconds(1)), 1).tasks()).isEmpty();
        assertThat(saved(week, 1).tasks()).containsExactly(new Task.BackupDue(week));
        var toCome = Optional.of(NOW.plus(Facts.CLOCKS_DIFFER).plusSeconds(1));
        assertThat(saved(toCome, 1).tasks()).containsExactly(new Task.BackupDue(toCome));
    }

    @Test
    void aCalmDayHasNoTasks() {
        assertThat(CALM.tasks()).isEmpty();
    }

    @Test
    void productsAskForStockAndPrices() {
        assertThat(products(new ProductTally(40, 40, 2, 3, 1)).tasks())
                .containsExactly(new Task.SoldOut(2), new Task.LowStock(3), new Task.DraftsWithoutPrice(1));
    }

    @Test
    void aWrongClockIsSaidOnceAndFirst() {
        var trouble = Optional.of(Problem.of("", Fault.CLOCK_WRONG));
        assertThat(machine(trouble, true, 50L << 30).tasks()).containsExactly(new Task.ClockWrong());
        assertThat(machine(trouble, false, 50L << 30).tasks())
                .containsExactly(new Task.PublishingTrouble(trouble.get()));
    }

    @Test
    void aDiskIsNearlyFullBelowAGigabyte() {
        assertThat(machine(Optional.empty(), false, Facts.LITTLE_ROOM).tasks()).isEmpty();
        assertThat(machine(Optional.empty(), false, Facts.LITTLE_ROOM - 1).tasks())
                .containsExactly(new Task.DiskNearlyFull(Facts.LITTLE_ROOM - 1));
    }

    @Test
    void aCertificateIsAskedForThreeWeeksBeforeItEnds() {
        assertThat(certificate(Duration.ofDays(22)).tasks()).isEmpty();
        assertThat(certificate(Duration.ofDays(20)).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.isUrgent()).isFalse());
        assertThat(certificate(Duration.ofDays(-1)).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.isUrgent()).isTrue());
    }

    @Test
    void aShopIsMissedAfterADayAndAnotherInItsPlaceAtOnce() {
        var lunch = NOW.minus(Duration.ofHours(2));
        var tuesday = NOW.minus(Duration.ofDays(3));
        assertThat(around(false, 0, lunch).tasks()).isEmpty();
        assertThat(around(true, 1, lunch, tuesday).tasks())
                .containsExactly(new Task.ShopsReplaced(1), new Task.RecoverySheetWaits(), new Task.ShopsAway(1));
    }
}
