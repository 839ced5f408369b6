package org.echoppe.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.products.ProductFilter;
import org.echoppe.app.products.ProductLine;
import org.echoppe.app.products.ProductQuestion;
import org.echoppe.app.products.ProductStretch;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.records.Price;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.ProductState;
import org.jspecify.annotations.Nullable;

/** The products of the running node. */
record NodeProducts(RunningShop shop) implements ProductDesk {
    /** So many products are looked through for categories to suggest. */
    private static final int FOR_CATEGORIES = 1_000;

    private static final String LEVELS = " > ";

    @Override
    public ProductStretch list(ProductQuestion question, int offset, int limit) {
        return shop.ask(node -> {
            var found = node.catalogue().list(query(question, offset, limit));
            return new ProductStretch(
                    found.list().stream().map(NodeProducts::line).toList(), found.total(), counts(node));
        });
    }

    private static ProductQuery query(ProductQuestion question, int offset, int limit) {
        return new ProductQuery(
                question.words(),
                state(question.filter()),
                question.filter() == ProductFilter.SOLD_OUT,
                ProductQuery.Sort.valueOf(question.sort().name()),
                question.descending(),
                offset,
                limit);
    }

    private static @Nullable ProductState state(ProductFilter filter) {
        return switch (filter) {
            case ALL, SOLD_OUT -> null;
            case DRAFTS -> ProductState.DRAFT;
            case WITHDRAWN -> ProductState.WITHDRAWN;
        };
    }

    private static Map<ProductFilter, Integer> counts(Node node) {
        var counts = new EnumMap<ProductFilter, Integer>(ProductFilter.class);
        for (var filter : ProductFilter.values()) {
            var question = new ProductQuestion("", filter, ProductQuestion.Sort.NAME, false);
            counts.put(filter, node.catalogue().list(query(question, 0, 0)).total());
        }
        return counts;
    }

    private static ProductLine line(Product product) {
        var record = product.record();
        var stock = product.backroom().stock();
        return new ProductLine(
                product.key(),
                record.name(),
                String.join(LEVELS, record.category()),
                record.price().map(Price::money).orElse(null),
                stock.isPresent() ? stock.getAsLong() : null,
                product.publishState());
    }

    @Override
    public Map<String, String> fields(RecordKey key, Language language) {
        return shop.ask(node -> {
            var product = node.catalogue().find(key).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, key));
            var fields = new HashMap<String, String>();
            node.catalogue().draft(product, language).texts().forEach((field, text) -> fields.put(field.key(), text));
            return fields;
        });
    }

    @Override
    public RecordKey save(@Nullable RecordKey key, Map<String, String> fields) {
        var draft = ProductDraft.EMPTY;
        for (var field : fields.entrySet()) {
            if (key != null || !field.getValue().isBlank()) {
                draft = draft.with(ProductField.of(field.getKey()), field.getValue());
            }
        }
        var whole = draft.with(ProductField.NAME, fields.getOrDefault("name", ""));
        return shop.ask(node -> key == null
                        ? node.catalogue().add(whole)
                        : node.catalogue().change(key, whole))
                .key();
    }

    @Override
    public Runnable remove(List<RecordKey> keys) {
        var before = new HashMap<RecordKey, ProductState>();
        for (var key : keys) {
            shop.ask(node -> {
                node.catalogue().find(key).ifPresent(product -> before.put(key, product.state()));
                return node.catalogue().remove(key);
            });
        }
        return () -> before.forEach(this::turn);
    }

    @Override
    public void putBack(RecordKey key) {
        turn(key, ProductState.PUBLISHED);
    }

    private void turn(RecordKey key, ProductState state) {
        var word = state.name().toLowerCase(Locale.ROOT);
        shop.ask(node -> node.catalogue().change(key, ProductDraft.EMPTY.with(ProductField.STATE, word)));
    }

    @Override
    public List<String> categories() {
        return shop.ask(node -> {
            var categories = new ArrayList<String>();
            node.catalogue().list(ProductQuery.all(0, FOR_CATEGORIES)).list().stream()
                    .map(product -> String.join(LEVELS, product.record().category()))
                    .filter(category -> !category.isEmpty())
                    .distinct()
                    .sorted()
                    .forEach(categories::add);
            return categories;
        });
    }
}
