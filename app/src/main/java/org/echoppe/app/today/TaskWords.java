package org.echoppe.app.today;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.echoppe.app.fx.Moments;
import org.echoppe.app.fx.Sizes;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.today.Task;
import org.kordamp.ikonli.feather.Feather;

/** A task as a sentence and a picture. */
public final class TaskWords {
    private final Texts texts;
    private final Sizes sizes;
    private final Moments moments;
    private final ZoneId zone;

    public TaskWords(Texts texts, Texts ground, Clock clock) {
        this.texts = texts;
        this.sizes = new Sizes(ground);
        this.moments = new Moments(ground, clock);
        this.zone = clock.getZone();
    }

    /** What it is about. */
    public String say(Task task) {
        return switch (task) {
            case Task.PublishingTrouble(var problem) ->
                new Rejected(List.of(problem)).sentences(texts.language()).replace('\n', ' ');
            case Task.ClockWrong() -> texts.say("task.clock");
            case Task.DiskNearlyFull(var free) -> texts.say("task.disk", sizes.say(free));
            case Task.CertificateEnds(var at, var ended) ->
                texts.say(
                        ended ? "task.certificate.ended" : "task.certificate.ends",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(texts.locale())
                                .format(at.atZone(zone)));
            case Task.OrdersToAnswer(var orders, var oldest) -> texts.say("task.answer", orders, moments.since(oldest));
            case Task.OrdersToDecide(var orders) -> texts.say("task.decide", orders);
            case Task.OrdersToPrepare(var orders) -> texts.say("task.prepare", orders);
            case Task.OrdersToRefund(var orders) -> texts.say("task.refund", orders);
            case Task.TransfersToCome(var orders) -> texts.say("task.collect", orders);
            case Task.RecoverySheetWaits() -> texts.say("task.sheet");
            case Task.BackupFailed(var problem) ->
                texts.say(
                        problem.fault() == Fault.FILE_UNWRITABLE ? "task.backup.failed" : "task.backup.stopped",
                        problem.sentence(texts.language()));
            case Task.BackupDue(var last) ->
                last.map(at -> texts.say("task.backup.old", moments.ago(at))).orElseGet(() -> texts.say("task.backup"));
            case Task.ProductsRefused(var names) -> texts.say("task.refused", names.size(), names.getFirst());
            case Task.ShopsReplaced(var shops) -> texts.say("task.replaced", shops);
            case Task.SoldOut(var products) -> texts.say("task.soldOut", products);
            case Task.LowStock(var products) -> texts.say("task.low", products);
            case Task.DraftsWithoutPrice(var products) -> texts.say("task.withoutPrice", products);
            case Task.ShopsAway(var shops) -> texts.say("task.away", shops);
        };
    }

    static Feather icon(Task task) {
        return switch (task) {
            case Task.PublishingTrouble _ -> Feather.ALERT_TRIANGLE;
            case Task.ClockWrong _ -> Feather.CLOCK;
            case Task.DiskNearlyFull _ -> Feather.HARD_DRIVE;
            case Task.CertificateEnds _ -> Feather.LOCK;
            case Task.OrdersToAnswer _ -> Feather.SHOPPING_BAG;
            case Task.OrdersToDecide _ -> Feather.X_SQUARE;
            case Task.OrdersToPrepare _ -> Feather.CLIPBOARD;
            case Task.OrdersToRefund _ -> Feather.CORNER_UP_LEFT;
            case Task.TransfersToCome _ -> Feather.CREDIT_CARD;
            case Task.RecoverySheetWaits _ -> Feather.SHIELD;
            case Task.BackupFailed _, Task.BackupDue _ -> Feather.SAVE;
            case Task.ProductsRefused _ -> Feather.EYE_OFF;
            case Task.ShopsReplaced _ -> Feather.USER_X;
            case Task.SoldOut _ -> Feather.PACKAGE;
            case Task.LowStock _ -> Feather.TRENDING_DOWN;
            case Task.DraftsWithoutPrice _ -> Feather.EDIT_3;
            case Task.ShopsAway _ -> Feather.WIFI_OFF;
        };
    }
}
