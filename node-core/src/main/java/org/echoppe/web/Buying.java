package org.echoppe.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.echoppe.records.Availability;
import org.echoppe.records.Measure;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.records.Unit;
import org.echoppe.replicas.Listing;
import org.echoppe.web.view.Article;
import org.jspecify.annotations.Nullable;

/** Whether an article can be put into the basket, and what one has to say to do so. */
final class Buying {
    private Buying() {}

    /** Null for what cannot be ordered through these pages. */
    static Article.@Nullable Buying of(Listing listing, LocalDate today) {
        var record = listing.record();
        var kinds = kinds(record);
        boolean none = record.variants().isEmpty()
                ? !isPriced(record.price()) || isGone(record.availability())
                : kinds.isEmpty();
        if (none || !takesOrders(listing.shop(), today)) {
            return null;
        }
        String where = listing.did() + "/" + listing.rkey();
        return record.looseMeasure()
                .map(measure -> loose(where, kinds, measure))
                .orElseGet(() -> new Article.Buying(where, kinds, "", 1, "1", "1"));
    }

    private static boolean takesOrders(ShopProfile shop, LocalDate today) {
        return shop.encryptionKey().isPresent()
                && (shop.pickup().isPresent() || !shop.deliveryZones().isEmpty())
                && shop.status().on(today).state() == ShopStatus.State.OPEN;
    }

    /** A sum that nobody names is ordered by nobody. */
    private static boolean isPriced(Optional<Price> price) {
        return price.filter(one -> one.asPaid().vatIncluded()).isPresent();
    }

    private static boolean isGone(Optional<Availability> availability) {
        return availability.equals(Optional.of(Availability.OUT_OF_STOCK));
    }

    private static Map<String, String> kinds(ProductRecord record) {
        var kinds = new LinkedHashMap<String, String>();
        for (var variant : record.variants()) {
            if (isPriced(variant.price().or(record::price))
                    && !isGone(variant.availability().or(record::availability))) {
                kinds.put(variant.key(), variant.name());
            }
        }
        return kinds;
    }

    /** In what one says at the counter: grams, millilitres, centimetres. As in dom.js. */
    private static Article.Buying loose(String where, Map<String, String> kinds, Measure measure) {
        return switch (measure.unit()) {
            case KG -> loose(where, kinds, measure, "g", 1, "1");
            case L -> loose(where, kinds, measure, "ml", 1, "1");
            case M -> loose(where, kinds, measure, "cm", 10, "1");
            case M2 -> loose(where, kinds, measure, "m²", 1_000, "0.01");
            case PIECE -> loose(where, kinds, measure, "", 1_000, "0.1");
        };
    }

    private static Article.Buying loose(
            String where, Map<String, String> kinds, Measure measure, String unit, int factor, String step) {
        long most = measure.unit() == Unit.KG || measure.unit() == Unit.L ? 500 : 1_000;
        var usual = BigDecimal.valueOf(Math.min(measure.quantity(), most))
                .divide(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString();
        return new Article.Buying(where, kinds, unit, factor, step, usual);
    }
}
