package org.echoppe.orders.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.orders.Event;
import org.echoppe.orders.OrderStep;

/** What nobody needs any more, a while after it ended: whose keys are destroyed, and which old records go. */
record Forgetting(OrderDesk.Parts parts, OrderBook book) {
    /** Full years that the law wants papers kept. */
    static final int BILL_YEARS = 10;

    /** How long a word waits for its order: no envelope is carried longer than 30 days. */
    private static final Duration EARLY_WORDS = Duration.ofDays(31);

    private Instant now() {
        return parts.clock().instant();
    }

    /** Orders that ended so long ago that nobody needs what is personal in them, the oldest first. */
    List<OrderId> settled(int most) {
        var over = OrderDesk.OVER.stream().map(OrderState::code).toList();
        return book.orders().settled(over, now().minus(book.settings().kept()), most).stream()
                .map(row -> new OrderId(row.id()))
                .toList();
    }

    /** Keeps bills to the end of the tenth year after theirs: code de commerce, art. L. 123-22. */
    void bills() {
        if (!parts.catalogue().shop().exists()) {
            return;
        }
        int year = now().atZone(book.zone()).getYear();
        var kept =
                LocalDate.of(year - BILL_YEARS, 1, 1).atStartOfDay(book.zone()).toInstant();
        destroyKeys(List.of(OrderStep.INVOICED, OrderStep.CREDITED), kept);
    }

    /** Words about orders that never came. */
    void earlyWords() {
        destroyKeys(List.of(OrderStep.EARLY), now().minus(EARLY_WORDS));
    }

    /** Records that left the shop's repository. */
    void pastRecords() {
        book.forgetPastBefore(now().minus(OrderDesk.PAST_RECORDS));
    }

    private void destroyKeys(List<String> steps, Instant before) {
        book.ledgerStore()
                .unerased(steps, before)
                .forEach((slot, order) -> parts.ledger().run(turn -> {
                    turn.happens(new Event.PersonalErased(slot, order));
                    return true;
                }));
    }
}
