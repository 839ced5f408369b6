package org.echoppe.app.orders;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds orders by reference, paper, name and goods: all words, without case and accents. */
final class OrderSearch {
    private static final Pattern NAME = Pattern.compile("(?i)[a-z2-7]{3}-[a-z2-7]{3}|[fa]\\d{4}-\\d{6,}");

    private OrderSearch() {}

    static boolean finds(String words, OrderEntry order) {
        var goods = order.goods().stream().map(OrderEntry.Goods::name).collect(Collectors.joining(" "));
        var bare = order.reference().replace("-", "");
        var papers = String.join(" ", order.papers());
        var text = fold(String.join(" ", order.reference(), bare, order.name(), goods, papers));
        return Arrays.stream(fold(words).split("\\s+", -1)).allMatch(text::contains);
    }

    /** Whether this may be the reference of an order, or the number of one of its papers, that is older than the list. */
    static boolean isName(String words) {
        return NAME.matcher(words.strip()).matches();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
