package org.echoppe.orders.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.Stockroom;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.journal.Personal;
import org.echoppe.orders.Event;
import org.echoppe.orders.Letterhead;
import org.echoppe.orders.Noted;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.Turn;
import org.echoppe.orders.documents.AcceptedTerms;
import org.echoppe.orders.documents.Bill;
import org.echoppe.orders.documents.BillCodec;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.PlacedLine;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.echoppe.store.LedgerStore;
import org.echoppe.store.OrderRow;
import org.echoppe.store.OrderStore;

/** What deciding on an order looks things up in: the tables, the shelf, the signed records, the shop's own settings. */
final class OrderBook {
    private static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);

    private final OrderDesk.Parts parts;
    private final Did merchant;
    private final LedgerStore ledgerStore;
    private final OrderStore orders;
    private final Stockroom stockroom;
    private final OrderSettings settings;
    private final AutoAccept auto = new AutoAccept();
    private final EarlyWords early = new EarlyWords(this);

    OrderBook(OrderDesk.Parts parts) {
        this.parts = parts;
        merchant = parts.identity().did();
        ledgerStore = new LedgerStore(parts.database());
        orders = new OrderStore(parts.database());
        stockroom = new Stockroom(parts.catalogue());
        settings = new OrderSettings(parts.settings());
    }

    LedgerStore ledgerStore() {
        return ledgerStore;
    }

    OrderStore orders() {
        return orders;
    }

    EarlyWords early() {
        return early;
    }

    /** The journal's entries of one step of an order, the oldest first. */
    List<Noted> noted(String order, String step) {
        return ledgerStore.steps(order, step).stream()
                .flatMap(sequence -> parts.ledger().event(sequence).stream())
                .toList();
    }

    OrderSettings settings() {
        return settings;
    }

    Optional<ShopOrder> find(String id) {
        return orders.find(id).map(ShopOrder::of);
    }

    /** As it will stand when the turn's first step of it has happened. */
    ShopOrder placed(String id, Ipld.Fields fields, long slot) {
        var now = Instant.EPOCH;
        return new ShopOrder(
                new OrderRow(
                        id,
                        Stored.text(fields, OrderStep.STATE),
                        slot,
                        0,
                        OptionalLong.empty(),
                        now,
                        now,
                        now,
                        false,
                        false),
                fields);
    }

    OrderTurn turn(Turn turn, ShopOrder order) {
        return new OrderTurn(turn, order, this::answerId, () -> shop().transfer());
    }

    private EnvelopeId answerId() {
        byte[] bytes = new byte[EnvelopeId.LENGTH];
        parts.random().nextBytes(bytes);
        return EnvelopeId.of(bytes);
    }

    /** @throws Rejected SHOP_MISSING */
    ShopProfile shop() {
        return parts.catalogue().shop().profile().orElseThrow(() -> Rejected.because(Fault.SHOP_MISSING));
    }

    ZoneId zone() {
        return ShopClock.zone(shop().address(), parts.clock().getZone());
    }

    Letterhead letterhead() {
        return Letterhead.of(shop(), zone());
    }

    Steps steps() {
        return new Steps(shop(), zone(), this);
    }

    OptionalLong left(OrderLine line) {
        return stockroom.stock(line.product(), stockroom.countedAs(line.product(), line.kind()));
    }

    OrderCheck.Checked check(PlacedOrder order, Instant now) {
        return check(order, now, Optional.empty());
    }

    /** @param offer that is agreed to */
    OrderCheck.Checked check(PlacedOrder order, Instant now, Optional<OrderCheck.Offer> offer) {
        var shelf = new OrderCheck.Shelf(
                parts.catalogue()::find,
                this::published,
                stockroom::countedAs,
                stockroom::stock,
                parts.place(),
                cid -> isCurrent(cid) || orders.leftSince(now.minus(OrderDesk.PAST_RECORDS), PROFILE, cid));
        return new OrderCheck(shelf, shop(), zone(), now).check(order, offer);
    }

    /** The shop's own record of this key and CID: in its repository, or not long out of it. */
    private Optional<ProductRecord> published(RecordKey product, Cid cid) {
        return own(Collections.keyOf(Collections.PRODUCT, product), cid).flatMap(OrderBook::record);
    }

    /** What the shop's profile said at this CID: as it is, not long ago, or when it was read before an order that is here. */
    Optional<ShopProfile> profile(Cid cid) {
        return own(PROFILE, cid).flatMap(bytes -> {
            try {
                return Optional.of(ShopProfile.of(DagCbor.record(bytes)));
            } catch (BadRepository e) {
                return Optional.empty();
            }
        });
    }

    /** Of the shop's older records those stay that an order names: what its page said of terms when somebody agreed to them. */
    void forgetPastBefore(Instant time) {
        orders.forgetPastBefore(time, PROFILE);
    }

    /** What the shopper accepted with an order; empty where it names no profile of this shop. */
    Optional<AcceptedTerms> terms(ShopOrder order) {
        var cid = order.profile();
        return profile(cid)
                .map(profile -> new AcceptedTerms(
                        profile, cid, order.reference(), order.row().receivedAt(), zone()));
    }

    boolean isCurrent(Cid profile) {
        return parts.repos()
                .record(merchant, PROFILE)
                .filter(record -> record.cid().equals(profile))
                .isPresent();
    }

    private Optional<byte[]> own(String key, Cid cid) {
        return parts.repos()
                .record(merchant, key)
                .filter(record -> record.cid().equals(cid))
                .map(record -> record.bytes())
                .or(() -> orders.past(key, cid));
    }

    /** What bringing these lines of an order costs, see {@link DeliveryFee#less}; nobody knows it better once it is erased. */
    long fee(ShopOrder order, List<OrderLine> lines) {
        if (lines.equals(order.lines())) {
            return order.fee();
        }
        return signed(order)
                .filter(placed -> placed.fulfilment() instanceof Fulfilment.Delivery)
                .map(placed -> ((Fulfilment.Delivery) placed.fulfilment()).address())
                .map(to -> new DeliveryFee(shop(), parts.place())
                        .less(priced(order, lines), goods(order.lines()), order.fee(), to, order.currency()))
                .orElse(order.fee());
    }

    private static long goods(List<OrderLine> lines) {
        return lines.stream().mapToLong(OrderLine::total).sum();
    }

    private List<PricedLine> priced(ShopOrder order, List<OrderLine> lines) {
        return lines.stream()
                .filter(OrderLine::stays)
                .map(line -> new PricedLine(
                        new Money(line.unitPrice(), order.currency()), line.total(), line.vatRate(), isNewBook(line)))
                .toList();
    }

    private boolean isNewBook(OrderLine line) {
        return published(line.product(), line.record())
                .or(() -> parts.catalogue().find(line.product()).map(Product::record))
                .filter(PricedLine::isNewBook)
                .isPresent();
    }

    private static Optional<ProductRecord> record(byte[] bytes) {
        try {
            return Optional.of(ProductRecord.of(DagCbor.record(bytes)));
        } catch (BadRepository e) {
            return Optional.empty();
        }
    }

    /** The same lines by the records that stand in the repository now. */
    List<PlacedLine> current(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new PlacedLine(
                        line.product(),
                        parts.catalogue()
                                .find(line.product())
                                .flatMap(product -> product.publishedCid())
                                .orElse(line.record()),
                        line.variant(),
                        line.accepted()))
                .toList();
    }

    boolean acceptsByItself(ShopOrder order, Optional<Did> via, Instant now) {
        return auto.allows(settings.rules(), order.total().minorUnits(), via, now);
    }

    void acceptedByItself(Optional<Did> via, Instant now) {
        auto.accepted(via, now);
    }

    /** Its bills of this step, the oldest first; what can't be read any more is left out. */
    List<Bill> bills(ShopOrder order, String step) {
        return noted(order.row().id(), step).stream()
                .filter(noted -> noted.event().personal() instanceof Personal.Known)
                .map(noted -> BillCodec.read(((Personal.Known) noted.event().personal()).bytes()))
                .toList();
    }

    /** Its invoice as it was made out; empty as long as there is none. */
    Optional<Bill> invoice(ShopOrder order) {
        return bills(order, OrderStep.INVOICED).stream().findFirst();
    }

    /** The order as the shopper signed it; empty when it was erased. */
    Optional<PlacedOrder> signed(ShopOrder order) {
        return parts.ledger()
                .event(order.row().placed())
                .filter(noted -> noted.event() instanceof Event.OrderEvent)
                .filter(noted -> noted.event().personal() instanceof Personal.Known)
                .map(noted -> {
                    var word = new String(((Personal.Known) noted.event().personal()).bytes(), UTF_8);
                    try {
                        return PlacedOrder.read(word, merchant, order.row().receivedAt());
                    } catch (BadEnvelope e) {
                        throw new IllegalStateException("an order that was read can't be read", e);
                    }
                });
    }
}
