package org.echoppe.app.orders;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds orders by reference, name and goods: all words, without case and accents. */
final class OrderSearch {
    private OrderSearch() {}

    static boolean finds(String words, OrderEntry order) {
        var goods = order.goods().stream().map(OrderEntry.Goods::name).collect(Collectors.joining(" "));
        var bare = order.reference().replace("-", "");
        var text = fold(String.join(" ", order.reference(), bare, order.name(), goods));
        return Arrays.stream(fold(words).split("\\s+", -1)).allMatch(text::contains);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
