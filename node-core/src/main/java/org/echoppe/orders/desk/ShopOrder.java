package org.echoppe.orders.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.domain.Base32;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.OrderId;
import org.echoppe.domain.OrderState;
import org.echoppe.domain.Sha256;
import org.echoppe.identity.PublicKey;
import org.echoppe.orders.OrderFields;
import org.echoppe.orders.OrderStep;
import org.echoppe.orders.wire.Payment;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.Ipld;
import org.echoppe.store.OrderRow;

/**
 * An order as it stands in the shop, without what is personal in it: that is read one by one, see {@link OrderDesk#person}.
 *
 * @param row as the tables show it
 * @param fields what the steps so far said of it
 */
public record ShopOrder(OrderRow row, Ipld.Fields fields) {
    /** Numbers of words that are known one by one; what is older than the last so many counts as heard. */
    static final int MOST_HEARD = 100;

    /** Whether what is to be agreed to is the shop's own offer. */
    static final String OFFERED = "offered";

    static ShopOrder of(OrderRow row) {
        try {
            return new ShopOrder(row, DagCbor.decodeMap(row.fields()));
        } catch (BadRepository e) {
            throw new IllegalStateException("the row of an order is damaged", e);
        }
    }

    public OrderId id() {
        return new OrderId(row.id());
    }

    public OrderState state() {
        return OrderState.of(Stored.text(fields, OrderStep.STATE)).orElseThrow();
    }

    /** What both sides call it on the phone: seven characters that are hard to mishear. */
    public String reference() {
        return reference(id());
    }

    static String reference(OrderId id) {
        var text = Base32.encode(Sha256.of(id.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .toUpperCase(Locale.ROOT);
        return text.substring(0, 3) + "-" + text.substring(3, 6);
    }

    public List<OrderLine> lines() {
        return Stored.parts(fields, "lines").stream().map(OrderLine::of).toList();
    }

    /** The same as they were ordered: what was taken back of a line is in it again. */
    List<OrderLine> orderedLines() {
        var ordered = new ArrayList<>(
                lines().stream().filter(line -> line.part().isEmpty()).toList());
        lines().forEach(line -> line.part()
                .ifPresent(whole -> ordered.set(whole, ordered.get(whole).with(line))));
        return List.copyOf(ordered);
    }

    public Currency currency() {
        return Currency.getInstance(Stored.text(fields, "currency"));
    }

    /** For bringing it, minor units. */
    public long fee() {
        return Stored.integer(fields, "fee");
    }

    /** Goods and fee, as accepted or offered. */
    public Money total() {
        return new Money(Stored.integer(fields, "total"), currency());
    }

    /** What is to be paid for what stays with the shopper. */
    public Money due() {
        return new Money(OrderFields.due(fields), currency());
    }

    /** Whether what stays with the shopper is to be paid by a transfer that has not come. */
    boolean owesTransfer() {
        return OrderFields.unpaidTransfer(fields) > 0;
    }

    /** The same, and the shop has not given it up. */
    public boolean awaitsTransfer() {
        return OrderFields.awaited(fields) > 0;
    }

    /** Whether the shop has given up a transfer that did not come. */
    public boolean writtenOff() {
        return owesTransfer() && !awaitsTransfer();
    }

    /** Whether it was handed over to be paid later, and all of it came back before it was. */
    public boolean returnedUnpaid() {
        return state() == OrderState.COMPLETED && !paid() && due().minorUnits() == 0;
    }

    /** Whether nobody has to do anything about it any more: it is over, and no money is awaited on either side. */
    boolean settled() {
        return OrderDesk.OVER.contains(state()) && owed() == 0 && !awaitsTransfer();
    }

    /** The profile record that the shopper read: what was accepted with the order stands in it. */
    public Cid profile() {
        return Cid.parse(Stored.text(fields, "profile"));
    }

    public Payment payment() {
        return Payment.of(Stored.text(fields, "payment")).orElseThrow();
    }

    /** Whether it is brought to the shopper. */
    public boolean delivered() {
        return fields.isTrue("delivered");
    }

    /** Of the shopper, as answers are to be written. */
    public Language lang() {
        return Language.of(Stored.text(fields, "lang"));
    }

    /** Whether what is personal in it can no longer be read. */
    public boolean erased() {
        return row.erased();
    }

    /** When it was handed over; empty before. */
    public Optional<Instant> handedOver() {
        return fields.integer("handedOver").map(Instant::ofEpochMilli);
    }

    /** Number of its invoice, {@code F2026-000123}; empty before there is one. */
    public Optional<String> invoice() {
        return fields.text("invoice");
    }

    /** Numbers of its credit notes, the oldest first. */
    public List<String> creditNotes() {
        return Stored.texts(fields, "creditNotes");
    }

    /** Numbers of all papers that keep a name. */
    public List<String> papers() {
        return Stream.concat(invoice().stream(), creditNotes().stream()).toList();
    }

    /** Lines given back that no credit note is to name any more, from 0. */
    Set<Integer> credited() {
        return fields.items("credited").orElse(List.of()).stream()
                .map(item -> (int) ((Ipld.Int) item).value())
                .collect(Collectors.toSet());
    }

    /** Whether it is paid. */
    public boolean paid() {
        return fields.isTrue("paid");
    }

    /** When it was paid; empty before. */
    public Optional<Instant> paidAt() {
        return fields.integer("paidAt").map(Instant::ofEpochMilli);
    }

    /** What was paid back, minor units. */
    public long refunded() {
        return fields.integer("refunded").orElse(0L);
    }

    /** What the shop owes back and has not paid back yet, minor units. */
    public long owed() {
        return fields.integer(OrderStep.OWED).orElse(0L);
    }

    /** Whether the shop accepted it without anybody looking. */
    public boolean acceptedByItself() {
        return fields.isTrue("byItself");
    }

    /** Whether the shopper asks to cancel what was accepted, and the shop can and has not said yet. */
    public boolean askedToCancel() {
        return OrderFields.isAskedToCancel(fields);
    }

    /** Whether the shop offered it so because it gives less than was asked for, and not because something did not hold. */
    boolean offeredByShop() {
        return state() == OrderState.CHANGED && fields.isTrue(OFFERED);
    }

    /** How many answers were given. */
    long answers() {
        return fields.integer("answers").orElse(0L);
    }

    /** Whether the shopper's word of this number was heard: they come on different roads, and a later one may overtake. */
    boolean hasHeard(long number) {
        return number <= heardUpTo() || heard().contains(number);
    }

    /** What is known of the shopper's words once this one is heard, too. */
    Map<String, Ipld> hearing(long number) {
        var heard = new TreeSet<>(heard());
        heard.add(number);
        long upTo = heardUpTo();
        while (heard.size() > MOST_HEARD) {
            upTo = heard.removeFirst();
        }
        var numbers = heard.stream().<Ipld>map(Ipld.Int::new).toList();
        return Map.of("heardUpTo", new Ipld.Int(upTo), "heard", new Ipld.Items(numbers));
    }

    /** All words up to this one count as heard; in older steps that is the last that was. */
    private long heardUpTo() {
        return fields.integer("heardUpTo").or(() -> fields.integer("words")).orElse(0L);
    }

    private Set<Long> heard() {
        return fields.items("heard").orElse(List.of()).stream()
                .map(item -> ((Ipld.Int) item).value())
                .collect(Collectors.toSet());
    }

    PublicKey key() {
        return key("key");
    }

    PublicKey replyKey() {
        return key("replyKey");
    }

    private PublicKey key(String name) {
        var key = fields.fields(name).orElseThrow();
        return new PublicKey(Stored.text(key, "x"), Stored.text(key, "y"));
    }

    List<Did> replyAt() {
        return Stored.texts(fields, "replyAt").stream().map(Did::new).toList();
    }

    /** The envelopes it came in. */
    List<Ipld.Fields> envelopes() {
        return Stored.parts(fields, "envelopes");
    }

    /** The same with these fields; the row is left as it was. */
    ShopOrder with(Ipld.Fields changed) {
        var all = new LinkedHashMap<>(fields.entries());
        all.putAll(changed.entries());
        return new ShopOrder(row, new Ipld.Fields(all));
    }

    /** What the first step says of an order. */
    static LinkedHashMap<String, Ipld> placed(PlacedOrder order, OrderCheck.Checked checked, long due) {
        var fields = new LinkedHashMap<String, Ipld>();
        fields.put(OrderStep.STATE, new Ipld.Text(OrderState.RECEIVED.code()));
        fields.put(OrderStep.DUE, new Ipld.Int(due));
        fields.put(OrderStep.SEEN, new Ipld.Bool(false));
        fields.put("key", key(order.key()));
        fields.put("replyKey", key(order.replyKey()));
        fields.put(
                "replyAt", Stored.texts(order.replyAt().stream().map(Did::value).toList()));
        fields.put("lang", new Ipld.Text(order.lang().code()));
        fields.put("profile", new Ipld.Text(order.profile().toString()));
        fields.put("payment", new Ipld.Text(order.payment().code()));
        fields.put(
                "delivered", new Ipld.Bool(order.fulfilment() instanceof org.echoppe.orders.wire.Fulfilment.Delivery));
        fields.put("asked", new Ipld.Int(order.total().minorUnits()));
        fields.putAll(checked.toFields());
        return fields;
    }

    private static Ipld.Fields key(PublicKey key) {
        return new Ipld.Fields(Map.of("x", new Ipld.Text(key.x()), "y", new Ipld.Text(key.y())));
    }
}
