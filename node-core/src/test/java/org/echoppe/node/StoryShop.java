package org.echoppe.node;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.RecordKey;

/** A shop of Lyon that takes orders: its home is made once and opened again and again, here or by a process of its own. */
final class StoryShop {
    private static final Map<ShopField, String> USUAL = Map.ofEntries(
            Map.entry(ShopField.LANG, "fr"),
            Map.entry(ShopField.CURRENCY, "EUR"),
            Map.entry(ShopField.STREET, "1 rue du Pont"),
            Map.entry(ShopField.POSTAL_CODE, "69002"),
            Map.entry(ShopField.LOCALITY, "Lyon"),
            Map.entry(ShopField.COUNTRY, "FR"),
            Map.entry(ShopField.PHONE, "+33 4 00 00 00 02"),
            Map.entry(ShopField.OPENING_HOURS, "lu-di 7:00-19:00"),
            Map.entry(ShopField.TERMS, "La vente est conclue quand la boutique l’accepte."),
            Map.entry(ShopField.VAT, "5,5"));

    final Path home;
    private final Map<String, RecordKey> goods = new LinkedHashMap<>();

    private StoryShop(Path home) {
        this.home = home;
    }

    /** A new one, closed, with its goods signed. */
    static StoryShop make(Path home, Map<ShopField, String> profile, List<ProductDraft> goods) {
        var shop = new StoryShop(home);
        var all = new EnumMap<ShopField, String>(USUAL);
        all.putAll(profile);
        try (var node = shop.open(Clock.systemUTC())) {
            node.catalogue().shop().init(all);
            for (var draft : goods) {
                var made = node.catalogue().add(draft);
                shop.goods.put(made.record().name(), made.key());
            }
            node.publisher().publishNow();
        }
        return shop;
    }

    /** What it sells, some pieces of it. */
    static ProductDraft ware(String name, String price, String vat, String stock) {
        return ProductDraft.EMPTY
                .with(ProductField.NAME, name)
                .with(ProductField.PRICE, price)
                .with(ProductField.VAT_RATE, vat)
                .with(ProductField.STOCK, stock)
                .with(ProductField.STATE, "published");
    }

    RecordKey key(String name) {
        var key = goods.get(name);
        if (key == null) {
            throw new AssertionError(name + " is none of " + goods.keySet());
        }
        return key;
    }

    Product product(Node node, String name) {
        return node.catalogue().find(key(name)).orElseThrow();
    }

    long stock(Node node, String name) {
        return product(node, name).backroom().stock().orElseThrow();
    }

    /** On free ports. */
    Node open(Clock clock) {
        return open(clock, Map.of());
    }

    /** @param options that differ from: free ports */
    Node open(Clock clock, Map<String, String> options) {
        var all = new HashMap<>(Map.of("web-port", "0", "peer-port", "0"));
        all.putAll(options);
        return Node.open(NodeConfig.load(home, Map.of(), all), new Surroundings(Map.of(), clock, new SecureRandom()));
    }
}
