package org.echoppe.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;

/**
 * Works out a change product by product, a few hundred in memory at a time. One worker, one change. The products are taken in
 * the order in which they lie on the disk: in the order of a list every page of the table would be read and written many times.
 */
final class Bulk {
    private static final int BATCH = 500;

    private final Catalogue catalogue;
    private final ProductStore products;
    private final ShopDefaults shop;
    private final BulkChange change;
    private final Instant now;
    private final Map<RecordKey, Integer> places = new HashMap<>();
    private final Foremost<BulkPlan.Altered> samples = new Foremost<>(BulkPlan.TOLD);
    private final Foremost<BulkPlan.Refused> refused = new Foremost<>(BulkPlan.TOLD);
    private final Set<String> claimed = new HashSet<>();
    private int unchanged;

    Bulk(Catalogue catalogue, ProductStore products, BulkChange change) {
        this.catalogue = catalogue;
        this.products = products;
        this.shop = catalogue.shop().defaults();
        this.change = change;
        this.now = catalogue.now();
    }

    /**
     * @param keys in the order in which they are told
     * @param each is given what changes, in stretches
     */
    BulkPlan run(List<RecordKey> keys, BulkProgress progress, Consumer<List<BulkPlan.Altered>> each) {
        keys.forEach(key -> places.putIfAbsent(key, places.size()));
        var stored = places.keySet().stream().sorted().toList();
        for (int from = 0; from < stored.size(); from += BATCH) {
            progress.at(from, stored.size());
            var altered = new ArrayList<BulkPlan.Altered>();
            products.rows(stored.subList(from, Math.min(from + BATCH, stored.size())))
                    .forEach(row -> work(ProductRows.product(row), altered));
            each.accept(altered);
        }
        progress.at(stored.size(), stored.size());
        return new BulkPlan(samples.count(), unchanged, samples.list(), refused.list(), refused.count());
    }

    private void work(Product before, List<BulkPlan.Altered> altered) {
        var reading = switch (change) {
            case BulkChange.Percent(int points, var ending) ->
                priced(before, amount -> amount == 0 ? 0 : ending.nearest(amount * (10_000L + points), 10_000));
            case BulkChange.Amount(long more, var ending) -> priced(before, amount -> ending.nearest(amount + more, 1));
            case BulkChange.Stock(var how, long pieces) -> stocked(before, how, pieces);
            case BulkChange.Write(var field, var text) -> written(before, field, text);
        };
        var after = reading.product();
        int place = places.getOrDefault(before.key(), 0);
        if (after == null) {
            refused.add(
                    place, new BulkPlan.Refused(before.key(), before.record().name(), reading.problems()));
        } else if (after.equals(before)) {
            unchanged++;
        } else {
            var one = new BulkPlan.Altered(before, after);
            altered.add(one);
            samples.add(place, one);
        }
    }

    private DraftReader.Reading priced(Product before, LongUnaryOperator amount) {
        var price = before.record().price();
        if (price.isEmpty()) {
            return refuse(Problem.of(ProductField.PRICE.key(), Fault.NO_PRICE_YET));
        }
        var record =
                before.record().withPrice(changed(price.get(), amount)).withVariantPrices(own -> changed(own, amount));
        boolean inRange = record.price().filter(Bulk::isInRange).isPresent()
                && record.variants().stream()
                        .flatMap(variant -> variant.price().stream())
                        .allMatch(Bulk::isInRange);
        if (!inRange) {
            var most = new Money(Price.MOST, price.get().money().currency()).amount();
            return refuse(Problem.of(ProductField.PRICE.key(), Fault.OUT_OF_RANGE, 0, most));
        }
        return new DraftReader.Reading(record.equals(before.record()) ? before : with(before, record), List.of());
    }

    private static Price changed(Price price, LongUnaryOperator amount) {
        var money = price.money();
        return new Price(
                new Money(amount.applyAsLong(money.minorUnits()), money.currency()),
                price.vatRate(),
                price.vatIncluded());
    }

    private static boolean isInRange(Price price) {
        return price.money().minorUnits() >= 0 && price.money().minorUnits() <= Price.MOST;
    }

    private DraftReader.Reading stocked(Product before, Recount how, long pieces) {
        var stock = before.backroom().stock();
        boolean needsOne = how == Recount.MORE || how == Recount.LESS;
        if (before.backroom().countsVariants()) {
            return refuse(Problem.of(ProductField.STOCK.key(), Fault.STOCK_BY_VARIANTS));
        }
        if (needsOne && stock.isEmpty()) {
            return refuse(Problem.of(ProductField.STOCK.key(), Fault.STOCK_NOT_COUNTED));
        }
        long there = stock.orElse(0);
        long left = switch (how) {
            case TO, NONE -> pieces;
            case MORE -> there + pieces;
            case LESS -> there - pieces;
        };
        if (left < 0) {
            return refuse(Problem.of(ProductField.STOCK.key(), Fault.STOCK_TOO_SMALL, there));
        }
        if (left > BackroomReader.MOST_STOCK) {
            return refuse(Problem.of(ProductField.STOCK.key(), Fault.OUT_OF_RANGE, 0, BackroomReader.MOST_STOCK));
        }
        return written(before, ProductField.STOCK, how == Recount.NONE ? "" : Long.toString(left));
    }

    private DraftReader.Reading written(Product before, ProductField field, String text) {
        var draft = ProductDraft.EMPTY.with(field, text);
        var reading = new DraftReader(shop, shop.decimalSign(), before, draft).read(before.key(), now);
        var after = reading.product();
        if (after == null) {
            return reading;
        }
        if (field == ProductField.VAT_RATE) {
            var rate = after.record().priceTerms().map(Price.Terms::vatRate).orElse(OptionalInt.empty());
            var record = after.record().withVariantPrices(own -> new Price(own.money(), rate, own.vatIncluded()));
            after = record.equals(after.record()) ? after : with(after, record);
        }
        return claimed(before, catalogue.withDuplicates(new DraftReader.Reading(after, List.of()), before, after));
    }

    /** Of two withdrawn products with one code only the first comes back: the table does not show it yet. */
    private DraftReader.Reading claimed(Product before, DraftReader.Reading reading) {
        var after = reading.product();
        boolean back = before.state() == ProductState.WITHDRAWN;
        if (after == null || !back || after.state() == ProductState.WITHDRAWN) {
            return reading;
        }
        for (var field : List.of(ProductField.GTIN, ProductField.SKU)) {
            String code = TakenCodes.code(after, field);
            if (!code.isEmpty() && !claimed.add(field + code)) {
                return refuse(Problem.of(
                        field.key(), Fault.DUPLICATE, code, after.record().name()));
            }
        }
        return reading;
    }

    private Product with(Product before, ProductRecord record) {
        return new Product(
                before.key(),
                before.state(),
                true,
                record.withUpdatedAt(now),
                before.backroom(),
                before.publishedCid(),
                now);
    }

    private static DraftReader.Reading refuse(Problem problem) {
        return new DraftReader.Reading(null, List.of(problem));
    }
}
