package org.echoppe.orders.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.echoppe.catalogue.Product;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.orders.PricedLine;
import org.echoppe.orders.Pricing;
import org.echoppe.orders.wire.Fulfilment;
import org.echoppe.orders.wire.Payment;
import org.echoppe.orders.wire.PlacedLine;
import org.echoppe.orders.wire.PlacedOrder;
import org.echoppe.records.Availability;
import org.echoppe.records.Delivery;
import org.echoppe.records.Geo;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.records.Variant;
import org.echoppe.repo.Ipld;
import org.echoppe.store.ProductState;

/**
 * Reprices an order from the shop's own signed records and its stock: a price that was altered, or is stale, is a change to
 * be agreed to, never one to be charged.
 */
final class OrderCheck {
    private final Shelf shelf;
    private final ShopProfile shop;
    private final ZoneId zone;
    private final Instant now;
    private final SlotCheck slots;
    private final List<Change> changes = new ArrayList<>();

    /**
     * What the shop has.
     *
     * @param product as the shopkeeper edits it
     * @param published the shop's own record of this key and CID, as long as orders may name it
     * @param countedAs under which kind the pieces of one are counted; empty for the product's own
     * @param stock pieces; empty where they are not counted
     * @param place of a postcode, where it is known
     * @param profile whether the shop's own profile ever said what this CID names, as long as orders may name it
     */
    record Shelf(
            Function<RecordKey, Optional<Product>> product,
            BiFunction<RecordKey, Cid, Optional<ProductRecord>> published,
            BiFunction<RecordKey, Optional<String>, Optional<String>> countedAs,
            BiFunction<RecordKey, Optional<String>, OptionalLong> stock,
            Function<String, Optional<Geo>> place,
            Predicate<Cid> profile) {}

    /**
     * What came of it.
     *
     * @param lines with what could be given of each
     * @param pricing of what could be given
     * @param changes empty when everything holds
     * @param inTime whether the shop has its lead time from now on, by its own clock; where not, somebody has to look
     */
    record Checked(List<OrderLine> lines, Pricing pricing, Currency currency, List<Change> changes, boolean inTime) {
        /**
         * The same in the places, and under the names and rules, in which they were offered: who agrees to a price agrees to
         * nothing else, and both sides go on calling a line by its number.
         *
         * @param all lines of the order, of which those that were offered are checked here
         */
        Checked as(List<OrderLine> all) {
            var told = new ArrayList<OrderLine>();
            var places = new ArrayList<Integer>();
            for (var line : all) {
                if (line.accepted() > 0) {
                    places.add(told.size());
                    told.add(lines.get(places.size() - 1).as(line));
                } else {
                    told.add(line.agreed());
                }
            }
            var moved = changes.stream()
                    .map(one -> one.line() == Change.WHOLE ? one : one.at(places.get(one.line())))
                    .toList();
            return new Checked(List.copyOf(told), pricing, currency, moved, inTime);
        }

        Map<String, Ipld> toFields() {
            var fields = new LinkedHashMap<String, Ipld>();
            fields.put(
                    "lines",
                    new Ipld.Items(lines.stream().<Ipld>map(OrderLine::toFields).toList()));
            fields.put("fee", new Ipld.Int(pricing.fee()));
            fields.put("total", new Ipld.Int(pricing.total()));
            fields.put("currency", new Ipld.Text(currency.getCurrencyCode()));
            return fields;
        }
    }

    /** @param zone whose clock the shop's is */
    OrderCheck(Shelf shelf, ShopProfile shop, ZoneId zone, Instant now) {
        this.shelf = shelf;
        this.shop = shop;
        this.zone = zone;
        this.now = now;
        this.slots = new SlotCheck(shop, zone, now);
    }

    /**
     * What the shop itself offered when it gave less than was asked for. The basket is smaller than its zones were asked about, by
     * the shop's own doing, so its fee holds as long as the goods do.
     *
     * @param lines that are given, in the order in which they are asked for
     */
    record Offer(List<OrderLine> lines, long fee) {
        private boolean isOf(List<OrderLine> checked) {
            return amounts(checked).equals(amounts(lines));
        }

        private static List<List<Long>> amounts(List<OrderLine> lines) {
            return lines.stream()
                    .map(line -> List.of(line.accepted(), line.total()))
                    .toList();
        }
    }

    /**
     * Compares the order with what holds now.
     *
     * @param offer that is agreed to; empty where the fee is to be asked of the zones
     */
    Checked check(PlacedOrder order, Optional<Offer> offer) {
        var currency = shop.currency().orElse(Money.EUR);
        var lines = new ArrayList<OrderLine>();
        var priced = new ArrayList<PricedLine>();
        var taken = new LinkedHashMap<String, Long>();
        for (var line : order.lines()) {
            var one = line(lines.size(), line, currency, taken);
            lines.add(one.line);
            one.price.ifPresent(priced::add);
        }
        check(order, currency);
        var offered = offer.filter(one -> one.isOf(lines)).map(Offer::fee);
        long fee = fee(order.fulfilment(), priced, currency, offered);
        var pricing = Pricing.of(priced, fee);
        if (changes.isEmpty() && !order.total().equals(new Money(pricing.total(), currency))) {
            changes.add(new Change(
                    Change.WHOLE,
                    Change.What.TOTAL,
                    Long.toString(order.total().minorUnits()),
                    Long.toString(pricing.total())));
        }
        return new Checked(
                List.copyOf(lines), pricing, currency, List.copyOf(changes), slots.isInTime(order.fulfilment()));
    }

    private record Line(OrderLine line, Optional<PricedLine> price) {}

    private Line line(int number, PlacedLine asked, Currency currency, Map<String, Long> taken) {
        var product = shelf.product.apply(asked.product()).filter(OrderCheck::isSold);
        var read = shelf.published.apply(asked.product(), asked.record());
        var record = product.map(Product::record);
        var told = read.or(() -> record);
        var price = record.flatMap(it -> PricedLine.of(it, asked.variant(), asked.quantity()))
                .filter(one -> one.unitPrice().currency().equals(currency));
        if (price.isEmpty()) {
            changes.add(new Change(number, Change.What.GONE, "", ""));
            return new Line(offered(asked, told, told, Optional.empty(), 0), Optional.empty());
        }
        compare(number, read.flatMap(it -> PricedLine.of(it, asked.variant(), asked.quantity())), price.get());
        long given = given(number, asked, record.orElseThrow(), taken);
        var offer =
                given == 0 ? Optional.<PricedLine>empty() : PricedLine.of(record.orElseThrow(), asked.variant(), given);
        return new Line(offered(asked, told, record, offer.or(() -> price), given), offer);
    }

    private static boolean isSold(Product product) {
        return product.state() == ProductState.PUBLISHED
                && product.publishedCid().isPresent()
                && !product.record().test();
    }

    /** A record that is not the shop's own, or too old to be known, proves no price. */
    private void compare(int number, Optional<PricedLine> read, PricedLine price) {
        boolean holds = read.filter(one -> one.unitPrice().equals(price.unitPrice())
                        && one.total() == price.total()
                        && one.vatRate().equals(price.vatRate()))
                .isPresent();
        if (!holds) {
            changes.add(new Change(
                    number,
                    Change.What.PRICE,
                    read.map(one -> Long.toString(one.unitPrice().minorUnits())).orElse(""),
                    Long.toString(price.unitPrice().minorUnits())));
        }
    }

    /** How much there is of it, after what earlier lines of the same order take. */
    private long given(int number, PlacedLine asked, ProductRecord record, Map<String, Long> taken) {
        if (availability(record, asked.variant()) == Availability.OUT_OF_STOCK) {
            changes.add(new Change(number, Change.What.STOCK, Long.toString(asked.quantity()), "0"));
            return 0;
        }
        if (record.looseMeasure().isPresent()) {
            return asked.quantity();
        }
        var kind = asked.variant().isEmpty() ? Optional.<String>empty() : Optional.of(asked.variant());
        var counted = shelf.countedAs.apply(asked.product(), kind);
        var stock = shelf.stock.apply(asked.product(), counted);
        if (stock.isEmpty()) {
            return asked.quantity();
        }
        var key = asked.product() + "/" + counted.orElse("");
        long left = Math.max(0, stock.getAsLong() - taken.getOrDefault(key, 0L));
        long given = Math.min(asked.quantity(), left);
        taken.merge(key, given, Long::sum);
        if (given < asked.quantity()) {
            changes.add(new Change(number, Change.What.STOCK, Long.toString(asked.quantity()), Long.toString(given)));
        }
        return given;
    }

    private static Availability availability(ProductRecord record, String variant) {
        return record.variants().stream()
                .filter(kind -> kind.key().equals(variant))
                .findFirst()
                .flatMap(Variant::availability)
                .or(record::availability)
                .orElse(Availability.IN_STOCK);
    }

    /**
     * @param told what the shopper read: its name and its rule are what was agreed to, whatever is published since
     * @param sold what the price is of
     */
    private static OrderLine offered(
            PlacedLine asked,
            Optional<ProductRecord> told,
            Optional<ProductRecord> sold,
            Optional<PricedLine> price,
            long given) {
        return new OrderLine(
                asked.product(),
                asked.record(),
                asked.variant(),
                told.map(it -> name(it, asked.variant())).orElse(""),
                asked.quantity(),
                given,
                sold.flatMap(ProductRecord::looseMeasure),
                price.map(one -> one.unitPrice().minorUnits()).orElse(0L),
                given == 0 ? 0 : price.map(PricedLine::total).orElse(0L),
                price.map(PricedLine::vatRate).orElse(java.util.OptionalInt.empty()),
                told.flatMap(ProductRecord::withdrawal),
                false,
                java.util.OptionalInt.empty());
    }

    /** As published, with the name of the kind. */
    static String name(ProductRecord record, String variant) {
        return record.variants().stream()
                .filter(kind -> kind.key().equals(variant))
                .findFirst()
                .map(kind -> record.name() + " (" + kind.name() + ")")
                .orElse(record.name());
    }

    private void check(PlacedOrder order, Currency currency) {
        boolean read = shelf.profile.test(order.profile());
        if (!read || !order.total().currency().equals(currency) || !takes(order.payment())) {
            changes.add(Change.of(Change.What.TERMS));
        }
        if (shop.status().on(now.atZone(zone).toLocalDate()).state() == ShopStatus.State.GONE) {
            changes.add(Change.of(Change.What.CLOSED));
        } else if (order.fulfilment() instanceof Fulfilment.Pickup pickup && !slots.has(pickup, order.createdAt())) {
            changes.add(Change.of(Change.What.SLOT));
        }
    }

    private boolean takes(Payment payment) {
        return switch (payment) {
            case IN_SHOP -> true;
            case TRANSFER -> shop.transfer().isPresent();
            // later: the escrow has to be followed before anybody is promised anything
            case ETHEREUM -> false;
        };
    }

    /** @param offered instead of the zone's, as long as it is within reach */
    private long fee(Fulfilment fulfilment, List<PricedLine> lines, Currency currency, Optional<Long> offered) {
        if (!(fulfilment instanceof Fulfilment.Delivery(var address)) || lines.isEmpty()) {
            return 0;
        }
        long goods = lines.stream().mapToLong(PricedLine::total).sum();
        var fee = new DeliveryFee(shop, shelf.place);
        var answer = fee.zone(address, goods);
        if (offered.isPresent() && !(answer instanceof Delivery.Answer.OutOfReach)) {
            return fee.of(lines, offered.get(), address, currency);
        }
        return switch (answer) {
            case Delivery.Answer.Delivers found -> fee.of(lines, found.fee(), address, currency);
            case Delivery.Answer.BasketTooSmall(var minimum) -> {
                changes.add(
                        new Change(Change.WHOLE, Change.What.MINIMUM, Long.toString(goods), Long.toString(minimum)));
                yield 0;
            }
            case Delivery.Answer.OutOfReach() -> {
                changes.add(Change.of(Change.What.AREA));
                yield 0;
            }
        };
    }
}
