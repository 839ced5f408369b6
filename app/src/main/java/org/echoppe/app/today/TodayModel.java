package org.echoppe.app.today;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.domain.Language;
import org.echoppe.today.Step;
import org.echoppe.today.Task;
import org.jspecify.annotations.Nullable;

/** What there is to do, asked anew when something changed and now and then. */
public final class TodayModel {
    private final TodayDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final Consumer<Task> alarm;
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final ReadOnlyObjectWrapper<TodayDesk.@Nullable Report> report = new ReadOnlyObjectWrapper<>();

    /** @param alarm is told of each urgent task when it comes up */
    public TodayModel(TodayDesk desk, Background background, Consumer<Task> alarm) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        this.alarm = alarm;
    }

    public void refresh(Language language) {
        lane.run(() -> desk.report(language), this::know, why -> state.set(new ScreenState.Failed(why)));
    }

    private void know(TodayDesk.Report now) {
        var before = report.get();
        if (!now.equals(before)) {
            report.set(now);
            now.tasks().stream()
                    .filter(Task::isUrgent)
                    .filter(task -> before == null || before.tasks().stream().noneMatch(old -> isSame(old, task)))
                    .findFirst()
                    .ifPresent(alarm);
        }
        state.set(new ScreenState.Full());
    }

    /** Of one kind: the numbers may differ. */
    private static boolean isSame(Task one, Task other) {
        return one.getClass() == other.getClass();
    }

    /** @param done is given the way back */
    public void dismissFirstWeek(Language language, Consumer<Runnable> done) {
        work(
                desk::dismissFirstWeek,
                language,
                () -> done.accept(() -> work(desk::recallFirstWeek, language, () -> {})));
    }

    private void work(Runnable work, Language language, Runnable then) {
        background.run(
                () -> {
                    work.run();
                    return language;
                },
                done -> {
                    refresh(done);
                    then.run();
                },
                why -> state.set(new ScreenState.Failed(why)));
    }

    /** Where a task is done. */
    public static Place place(Task task) {
        return switch (task) {
            case Task.PublishingTrouble _, Task.CertificateEnds _, Task.DiskNearlyFull _, Task.ClockWrong _ ->
                Place.Spot.SETTINGS;
            case Task.OrdersToAnswer _, Task.OrdersToDecide _ -> Place.Orders.TO_ANSWER;
            case Task.OrdersToPrepare _ -> Place.Orders.TO_PREPARE;
            case Task.OrdersToRefund _ -> Place.Orders.TO_REFUND;
            case Task.TransfersToCome _ -> Place.Orders.TO_COLLECT;
            case Task.RecoverySheetWaits _ -> Place.Spot.RECOVERY_SHEET;
            case Task.BackupFailed _, Task.BackupDue _ -> Place.Spot.BACKUP;
            case Task.ProductsRefused(var names) -> new Place.Named(names.getFirst());
            case Task.ShopsReplaced _, Task.ShopsAway _ -> Place.Spot.NETWORK;
            case Task.SoldOut _ -> Place.Goods.SOLD_OUT;
            case Task.LowStock _ -> Place.Goods.LOW_STOCK;
            case Task.DraftsWithoutPrice _ -> Place.Goods.DRAFTS;
        };
    }

    /** Where a step of the first week is taken. */
    public static Place place(Step step) {
        return switch (step) {
            case SHOP_DATA -> Place.Spot.ADDRESS;
            case OPENING_HOURS -> Place.Spot.OPENING_HOURS;
            case LEGAL_TEXTS -> Place.Spot.LEGAL_TEXTS;
            case VISIBLE -> Place.Spot.SETTINGS;
            case PRODUCT -> Place.Spot.NEW_PRODUCT;
            case PICTURE -> Place.Goods.ALL;
            case RECOVERY_SHEET -> Place.Spot.RECOVERY_SHEET;
            case OTHER_SHOP -> Place.Spot.ADD_SHOP;
        };
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null until the node said it. */
    public ReadOnlyObjectProperty<TodayDesk.@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }
}
