package org.echoppe.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.echoppe.app.products.ShopTerms;
import org.echoppe.app.products.UnfinishedForm;
import org.echoppe.catalogue.ShopField;
import org.echoppe.catalogue.VatRates;
import org.echoppe.domain.Language;
import org.echoppe.domain.RecordKey;
import org.echoppe.node.Node;

/** What the form of a product takes from the node, and what the node remembers for it. */
final class NodeForm {
    private static final String UNFINISHED = "form.unfinished";
    private static final int MOST = 900_000;

    private NodeForm() {}

    static ShopTerms terms(Node node, Language language) {
        var shop = node.catalogue().shop().show(language);
        var country = shop.getOrDefault(ShopField.COUNTRY, "");
        char decimal = language == Language.EN ? '.' : ',';
        return new ShopTerms(
                shop.getOrDefault(ShopField.NAME, ""),
                Currency.getInstance(shop.getOrDefault(ShopField.CURRENCY, "EUR")),
                shop.getOrDefault(ShopField.VAT, "").replace('.', decimal),
                VatRates.of(country, language),
                Integer.parseInt(shop.getOrDefault(ShopField.LIMITED_UP_TO, "0")));
    }

    static Optional<UnfinishedForm> unfinished(Node node) {
        return node.remembered(UNFINISHED).filter(text -> !text.isEmpty()).map(NodeForm::read);
    }

    private static UnfinishedForm read(String text) {
        var all = new Properties();
        try {
            all.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var key = all.getProperty("key");
        return new UnfinishedForm(key == null ? null : new RecordKey(key), part(all, "filled."), part(all, "typed."));
    }

    private static Map<String, String> part(Properties all, String prefix) {
        var part = new HashMap<String, String>();
        for (var name : all.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), all.getProperty(name));
            }
        }
        return part;
    }

    static boolean keep(Node node, UnfinishedForm form) {
        var all = new Properties();
        if (form.key() != null) {
            all.setProperty("key", form.key().value());
        }
        form.filled().forEach((field, text) -> all.setProperty("filled." + field, text));
        form.typed().forEach((field, text) -> all.setProperty("typed." + field, text));
        var text = new StringWriter();
        try {
            all.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean fits = text.getBuffer().length() < MOST;
        if (fits) {
            node.remember(UNFINISHED, text.toString());
        }
        return fits;
    }

    static boolean forget(Node node) {
        if (node.remembered(UNFINISHED).isPresent()) {
            node.remember(UNFINISHED, "");
        }
        return true;
    }
}
