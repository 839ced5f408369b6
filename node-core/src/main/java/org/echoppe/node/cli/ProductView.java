package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Gtin;
import org.echoppe.node.Node;
import org.echoppe.repo.IpldJson;

/** A product on the terminal, or as JSON: the record's own fields as others see them, and beside them what stays in the shop. */
final class ProductView {
    private ProductView() {}

    static String[] cells(Product product, Session session) {
        var record = product.record();
        var sku = record.sku().isEmpty() ? product.key().value() : record.sku();
        var code = record.gtin().map(Gtin::value).orElse(sku);
        var stock = product.backroom().stock();
        return new String[] {
            code,
            record.name(),
            record.price()
                    .map(price -> price.money().format(session.language().locale()))
                    .orElse("–"),
            stock.isPresent() ? Long.toString(stock.getAsLong()) : "",
            session.texts().get("state." + product.publishState())
        };
    }

    static Map<String, Object> json(Product product) {
        var json = new LinkedHashMap<String, Object>();
        json.putAll(IpldJson.of(product.record().toFields()));
        json.put("rkey", product.key().value());
        product.publishedCid().ifPresent(cid -> json.put("cid", cid.toString()));
        json.put("state", product.state().name().toLowerCase(Locale.ROOT));
        json.put("publish", product.publishState().name().toLowerCase(Locale.ROOT));
        json.put("private", backroom(product));
        return json;
    }

    private static Map<String, Object> backroom(Product product) {
        var backroom = product.backroom();
        var json = new LinkedHashMap<String, Object>();
        backroom.stock().ifPresent(stock -> json.put("stock", stock));
        backroom.cost()
                .ifPresent(cost -> json.put(
                        "cost",
                        Map.of(
                                "amount",
                                cost.minorUnits(),
                                "currency",
                                cost.currency().getCurrencyCode())));
        put(json, "supplier", backroom.supplier());
        put(json, "note", backroom.note());
        put(json, "imageUrl", backroom.imageUrl());
        return json;
    }

    private static void put(Map<String, Object> json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    static void show(Node node, Product product, Session session) {
        if (session.json()) {
            session.answer(json(product));
            return;
        }
        var draft = node.catalogue().draft(product, session.language());
        var table = new Table();
        for (var field : ProductField.values()) {
            if (field != ProductField.OTHER_FIELDS && !draft.text(field).isEmpty()) {
                table.row(field.label(session.language()), draft.text(field));
            }
        }
        table.row(session.texts().get("product.publish"), session.texts().get("state." + product.publishState()));
        table.print(session.output());
    }
}
