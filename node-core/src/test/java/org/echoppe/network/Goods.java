package org.echoppe.network;

import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Tid;
import org.echoppe.records.Price;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;

/** Records of a shop that can be shown. */
final class Goods {
    static final Currency EUR = Currency.getInstance("EUR");
    static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);

    private Goods() {}

    static byte[] profile(String name) {
        return DagCbor.encode(ShopProfile.blank()
                .withName(name)
                .withLang("fr")
                .withCurrency(EUR)
                .toFields());
    }

    static RecordKey rkey(int number) {
        return RecordKey.of(Tid.of(1_700_000_000_000_000L + number * 7919L, 5));
    }

    static String key(int number) {
        return Collections.keyOf(Collections.PRODUCT, rkey(number));
    }

    static byte[] product(int number, long cents) {
        return DagCbor.encode(ProductRecord.blank()
                .withName(String.format(Locale.ROOT, "Confiture d’abricots numéro%d", number))
                .withDescription("Cuite au chaudron, sans gélifiant. ".repeat(4))
                .withBrand("La Bassine")
                .withLang("fr")
                .withPrice(new Price(new Money(cents, EUR), OptionalInt.of(550), true))
                .withCreatedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .toFields());
    }

    /** A shop's first commit: its profile and so many products. */
    static Map<String, Optional<byte[]>> shop(String name, int products) {
        var changes = new TreeMap<String, Optional<byte[]>>();
        changes.put(PROFILE, Optional.of(profile(name)));
        for (int i = 0; i < products; i++) {
            changes.put(key(i), Optional.of(product(i, 435)));
        }
        return changes;
    }
}
