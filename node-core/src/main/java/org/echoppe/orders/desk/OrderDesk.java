package org.echoppe.orders.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.echoppe.catalogue.Catalogue;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.OrderState.Party;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Thumbprint;
import org.echoppe.identity.Identity;
import org.echoppe.orders.Desk;
import org.echoppe.orders.Event;
import org.echoppe.orders.Ledger;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.documents.AcceptedTerms;
import org.echoppe.orders.documents.DocumentNumber;
import org.echoppe.orders.wire.Envelope;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.orders.wire.Receipt;
import org.echoppe.records.Geo;
import org.echoppe.repo.Ipld;
import org.echoppe.store.Database;
import org.echoppe.store.OrderTally;
import org.echoppe.store.RepoStore;
import org.echoppe.store.SettingStore;

/**
 * The merchant's desk: every envelope for it comes here and gets its receipt once it is in the journal; every step of an
 * order is taken here, whoever takes it. Answers go out by themselves, see {@link Answering}.
 */
public final class OrderDesk implements Desk {
    /** From where nobody has to do anything any more, once nothing is owed. */
    static final Set<OrderState> OVER = Collections.unmodifiableSet(EnumSet.of(
            OrderState.COMPLETED,
            OrderState.DECLINED,
            OrderState.CANCELLED,
            OrderState.WITHDRAWN,
            OrderState.REFUNDED));

    /** More than a shop has open at a time. */
    private static final int MOST = 2_000;

    /** How long a record that left the own repository is kept: orders of more than 30 days are refused. */
    static final Duration PAST_RECORDS = Duration.ofDays(31);

    /**
     * What it works with.
     *
     * @param place of a postcode, where it is known
     * @param clock with the time zone of a shop whose address does not tell one
     */
    public record Parts(
            Identity identity,
            Database database,
            Ledger ledger,
            RepoStore repos,
            Catalogue catalogue,
            SettingStore settings,
            Function<String, Optional<Geo>> place,
            Clock clock,
            RandomGenerator random) {}

    private final Parts parts;
    private final Identity identity;
    private final Clock clock;
    private final OrderBook book;
    private final Forgetting forgetting;

    public OrderDesk(Parts parts) {
        this.parts = parts;
        identity = parts.identity();
        clock = parts.clock();
        book = new OrderBook(parts);
        forgetting = new Forgetting(parts, book);
    }

    /**
     * Takes an envelope, whatever is in it: what is new in it is in the journal when this returns. The same one may come
     * again, and another one under its id.
     *
     * @param via who brought it; empty for this node's own web port
     * @throws Rejected when the journal can't take it now: nothing is kept of it; ORDERS_CLOSED where there is no shop; MAIL_FULL
     *     for a word about an order that is not here, where too many such are kept
     */
    @Override
    public Taken take(Envelope envelope, Optional<Did> via) {
        if (!parts.catalogue().shop().exists()) {
            throw Rejected.because(Fault.ORDERS_CLOSED);
        }
        var letter = Letter.open(envelope, identity, clock.instant());
        parts.ledger().run(new Receiving(envelope, letter, via, book));
        var reply = replyKey(letter);
        return new Taken(
                Receipt.sign(identity, envelope.id(), envelope.hash(), false, reply, clock.instant()),
                reply.orElse(envelope.reply()));
    }

    /** Empty where nobody can tell: of what cannot be read, and of words about orders that are not here. */
    private Optional<Thumbprint> replyKey(Letter letter) {
        return switch (letter) {
            case Letter.Order placed -> Optional.of(placed.order().replyKey().thumbprint());
            case Letter.Word said ->
                find(said.word().order())
                        .filter(order -> order.key().equals(said.word().key()))
                        .map(order -> order.replyKey().thumbprint());
            case Letter.Unreadable _ -> Optional.empty();
        };
    }

    /** As {@link #take}, for who needs the receipt alone. */
    public Receipt receive(Envelope envelope, Optional<Did> via) {
        return take(envelope, via).receipt();
    }

    /** Orders in these states, what is due first at the top; at most 2,000. */
    public List<ShopOrder> in(Collection<OrderState> states) {
        return book.orders().in(states.stream().map(OrderState::code).toList(), MOST).stream()
                .map(ShopOrder::of)
                .toList();
    }

    /** Orders that something is still to be paid back for, the oldest first; at most 2,000. */
    public List<ShopOrder> owing() {
        return book.orders().owing(MOST).stream().map(ShopOrder::of).toList();
    }

    /** Orders that were handed over and whose transfer is still to come, the oldest first; at most 2,000. */
    public List<ShopOrder> awaiting() {
        return book.orders().awaiting(OrderState.COMPLETED.code(), MOST).stream()
                .map(ShopOrder::of)
                .toList();
    }

    /** How many wait for the shop, and for what. */
    public OrderTally tally() {
        return book.orders().tally(OrderState.RECEIVED.code(), OrderState.ACCEPTED.code(), OrderState.COMPLETED.code());
    }

    /** Pieces in stock of what a line is about; empty where they are not counted. */
    public OptionalLong left(OrderLine line) {
        return line.loose() ? OptionalLong.empty() : book.left(line);
    }

    /** What happened to an order, the oldest first. */
    public List<Happening> story(OrderId id) {
        return OrderStory.of(book.ledgerStore().steps(id.value()).stream()
                .flatMap(sequence -> parts.ledger().event(sequence).stream())
                .toList());
    }

    /** The newest orders first, whatever became of them. */
    public List<ShopOrder> newest(int limit) {
        return book.orders().newest(limit).stream().map(ShopOrder::of).toList();
    }

    public Optional<ShopOrder> find(OrderId id) {
        return book.find(id.value());
    }

    /** The order of this id, reference or paper's number, as somebody types it. */
    public Optional<ShopOrder> named(String text) {
        var asked = text.strip();
        return book.find(asked)
                .or(() -> book.orders().newest(Integer.MAX_VALUE).stream()
                        .map(ShopOrder::of)
                        .filter(order -> order.reference().equalsIgnoreCase(asked)
                                || order.papers().stream().anyMatch(asked::equalsIgnoreCase))
                        .findFirst());
    }

    /**
     * What the shopper read of the shop, and accepted with the order; empty for an order that names no profile of this shop.
     */
    public Optional<AcceptedTerms> terms(ShopOrder order) {
        return book.terms(order);
    }

    /** Whether the shop's page says the same today. */
    public boolean isCurrent(AcceptedTerms terms) {
        return book.isCurrent(terms.cid());
    }

    /** Who ordered, where it goes and what they wrote; empty when it was erased. */
    public Optional<PlacedOrder> person(ShopOrder order) {
        return book.signed(order);
    }

    /** Called with every order that something happened to, when it is on the disk, on the ledger's thread. */
    public void onChange(Consumer<OrderId> listener) {
        parts.ledger()
                .onEvents(events -> events.stream()
                        .filter(noted -> noted.event() instanceof Event.OrderEvent)
                        .map(noted -> ((Event.OrderEvent) noted.event()).order())
                        .distinct()
                        .forEach(order -> listener.accept(new OrderId(order))));
    }

    /**
     * Accepts, and sets the goods aside.
     *
     * @param pieces of each line that are given; empty for all
     * @param message to the shopper; empty for none
     * @throws Rejected STOCK_TOO_SMALL, ORDER_EMPTY, ORDER_QUANTITY, ORDER_STANDS_ELSEWHERE, NOT_FOUND
     */
    public void accept(OrderId id, List<Long> pieces, String message) {
        step(id, it -> book.steps().accept(it, pieces, message, false));
    }

    /** @throws Rejected ORDER_STANDS_ELSEWHERE, NOT_FOUND */
    public void decline(OrderId id, String reason) {
        step(id, it -> {
            it.become(OrderState.DECLINED, Party.SHOP, Map.of(), reason);
            it.answer(Reply.because(reason));
        });
    }

    /** It waits at the counter. */
    public void ready(OrderId id) {
        move(id, OrderState.READY);
    }

    /** It is on its way. */
    public void ship(OrderId id) {
        move(id, OrderState.SHIPPED);
    }

    private void move(OrderId id, OrderState state) {
        step(id, it -> {
            it.become(state, Party.SHOP, Map.of(), "");
            it.answer(Reply.PLAIN);
        });
    }

    /** Handed over and paid. */
    public void complete(OrderId id) {
        complete(id, HandingOver.PAID);
    }

    /**
     * Handed over, and its invoice made out.
     *
     * @throws Rejected COMPANY_NAMELESS, VAT_ID_MALFORMED, ORDER_STANDS_ELSEWHERE, NOT_FOUND
     */
    public void complete(OrderId id, HandingOver said) {
        var how = said.tidy();
        how.check();
        step(id, it -> {
            var to = InvoicedTo.of(book.signed(it.order()), how.company());
            book.steps().complete(it, to.buyer(), to.elsewhere(), how.paid());
        });
    }

    /** Cancels what was accepted; what was set aside goes back. */
    public void cancel(OrderId id, String reason) {
        cancel(id, reason, false);
    }

    /** @param paidBack whether what was paid for it went back already */
    public void cancel(OrderId id, String reason, boolean paidBack) {
        step(id, it -> {
            book.steps().cancel(it, reason);
            if (paidBack && it.order().owed() > 0) {
                book.steps().refund(it, "");
            }
        });
    }

    /** The transfer has come, as much as was asked for. */
    public void paid(OrderId id) {
        step(id, it -> book.steps().paid(it, OptionalLong.empty()));
    }

    /**
     * So much has come; what is more than is to be paid is owed back.
     *
     * @param received minor units
     * @throws Rejected TRANSFER_TOO_SMALL, NOT_FOUND
     */
    public void paid(OrderId id, long received) {
        step(id, it -> book.steps().paid(it, OptionalLong.of(received)));
    }

    /**
     * The transfer for what was handed over will not come: nobody waits for it any more, and what is personal in the order may
     * be forgotten in its time. The shopper owes it all the same and is told nothing, the invoice stays as it is, and so does
     * its VAT: what a shop may claim back of it is its accountant's to say. Until it was paid, {@link #awaitAgain} takes it back.
     *
     * @throws Rejected TRANSFER_NOT_AWAITED, NOT_FOUND
     */
    public void writeOff(OrderId id) {
        step(id, it -> book.steps().writeOff(it));
    }

    /**
     * The transfer is waited for after all.
     *
     * @throws Rejected TRANSFER_NOT_WRITTEN_OFF, NOT_FOUND
     */
    public void awaitAgain(OrderId id) {
        step(id, it -> book.steps().awaitAgain(it));
    }

    /**
     * What was owed is paid back.
     *
     * @param message to the shopper; empty for none
     */
    public void refund(OrderId id, String message) {
        step(id, it -> book.steps().refund(it, message));
    }

    /** What {@link #takeBack} would pay back: goods, fee, and what is owed already; the same is refused. */
    public Money worth(OrderId id, List<Long> amounts) {
        var order = book.find(id.value()).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, id.value()));
        long worth = order.state() == OrderState.COMPLETED
                ? TakenBack.of(order, amounts).refund().total()
                : GivenLess.of(order, amounts, book::fee).freed();
        return new Money(order.owed() + worth, order.currency());
    }

    /**
     * Some of what was handed over is taken back, because the shop wants it so, or cannot be handed over after all. What was paid
     * for it is paid back; it does not go back to stock.
     *
     * @param amounts of each line, 0 for none: pieces, or thousandths of the measure's unit
     * @param reason for the credit note and the shopper; may be empty
     * @throws Rejected ORDER_STANDS_ELSEWHERE, ORDER_QUANTITY, ORDER_OWES_NOTHING, NOT_FOUND
     */
    public void takeBack(OrderId id, List<Long> amounts, String reason) {
        step(id, it -> book.steps().takeBack(it, amounts, reason));
    }

    /**
     * The same for whole lines.
     *
     * @param lines from 0, at least one
     */
    public void takeBackLines(OrderId id, Collection<Integer> lines, String reason) {
        step(id, it -> {
            var amounts = TakenBack.whole(it.order(), lines);
            book.steps().takeBack(it, amounts, reason);
        });
    }

    /**
     * Writes to the shopper.
     *
     * @throws Rejected ORDER_ERASED, NOT_FOUND
     */
    public void say(OrderId id, String message) {
        step(id, it -> {
            if (it.order().erased()) {
                throw Rejected.because(Fault.ORDER_ERASED, it.order().reference());
            }
            if (it.order().askedToCancel()) {
                // who was asked to cancel and writes back has decided to go on
                it.happens(OrderStep.MOVED, Map.of(OrderStep.CANCEL_ASKED, new Ipld.Bool(false)), "");
            }
            it.answer(Reply.saying(message));
        });
    }

    /** Somebody at the shop has looked at it; the shopper is told once. */
    public void look(OrderId id) {
        step(id, it -> {
            if (!it.order().fields().isTrue(OrderStep.SEEN)) {
                it.happens(OrderStep.LOOKED, Map.of(OrderStep.SEEN, new Ipld.Bool(true)), "");
            }
        });
    }

    private void step(OrderId id, Consumer<OrderTurn> work) {
        parts.ledger().run(turn -> {
            var order = book.find(id.value()).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, id.value()));
            work.accept(book.turn(turn, order));
            return true;
        });
    }

    /**
     * Destroys the keys of what is personal in orders that ended so long ago that nobody needs it; invoices keep what the
     * law wants.
     *
     * @return how many; at most 2,000 at a time
     */
    public int forget() {
        var settled = forgetting.settled(MOST);
        settled.forEach(this::erase);
        forgetting.bills();
        forgetting.earlyWords();
        forgetting.pastRecords();
        return settled.size();
    }

    /** The last day on which a bill still names its buyer: the end of the tenth year after its own. */
    public static LocalDate keptUntil(DocumentNumber bill) {
        return LocalDate.of(bill.year() + Forgetting.BILL_YEARS, 12, 31);
    }

    /**
     * Destroys the key of one order, wherever it stands: nobody can read any more who ordered, where it goes and what was
     * written. Its invoice stays; its shopper is still told where it stands, without a word. {@link People} does it for all
     * orders of one person that are over.
     */
    public void erase(OrderId id) {
        step(id, it -> {
            if (!it.order().row().erased()) {
                it.turn().happens(new Event.PersonalErased(it.order().row().slot(), id.value()));
            }
        });
    }
}
