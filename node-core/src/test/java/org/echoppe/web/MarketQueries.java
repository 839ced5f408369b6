package org.echoppe.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What shoppers would ask of the goods of a market. */
final class MarketQueries {
    private final List<MarketShops.Row> rows;
    private final Random random;
    private final List<String> frequent;
    private final Set<String> asked = new LinkedHashSet<>();

    MarketQueries(List<MarketShops.Row> rows, Random random) {
        this.rows = rows;
        this.random = random;
        var counts = rows.stream()
                .flatMap(row -> words(row).stream())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        frequent = counts.entrySet().stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .map(java.util.Map.Entry::getKey)
                .limit(200)
                .toList();
    }

    private static List<String> words(MarketShops.Row row) {
        return Arrays.stream(row.name().toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .toList();
    }

    private MarketShops.Row row() {
        return rows.get(random.nextInt(rows.size()));
    }

    private String someWords(int most) {
        for (; ; ) {
            var words = words(row());
            if (!words.isEmpty()) {
                return String.join(" ", words.subList(0, Math.min(most, words.size())));
            }
        }
    }

    /** A page that many look at: a frequent word. */
    String hot() {
        return search(frequent.get(20));
    }

    private static String search(String words) {
        return "/fr/search?q=" + Links.encode(words);
    }

    /** One of a mix: mostly a few words, sometimes filtered, sorted, leafed through, or a barcode. */
    String mixed() {
        String one = frequent.get(random.nextInt(frequent.size()));
        return switch (random.nextInt(20)) {
            case 0 -> search(one);
            case 1 -> search(one) + "&sort=price";
            case 2 -> search(one) + "&openNow=1&inStock=1";
            case 3 -> search(one) + "&page=" + (2 + random.nextInt(4));
            case 4 -> search(one) + "&category=" + Links.encode("Rayon " + random.nextInt(20));
            case 5 -> search(one) + "&near=" + (1_000 + random.nextInt(3_000)) + "&within=25";
            case 6 -> "/fr/search?category=" + Links.encode("Rayon " + random.nextInt(20));
            case 7 -> search(row().gtin());
            case 8 -> "/fr/";
            case 9, 10, 11, 12 -> search(someWords(1));
            default -> search(someWords(2 + random.nextInt(3)));
        };
    }

    /** A frequent word and every filter but the shop, seldom asked before. */
    String filtered() {
        return search(frequent.get(random.nextInt(frequent.size())))
                + "&category=" + Links.encode("Rayon " + random.nextInt(20))
                + "&near=" + (1_000 + random.nextInt(3_000)) + "&within=50&get=pickup"
                + "&minPrice=1&maxPrice=" + (5 + random.nextInt(100)) + "&openNow=1&inStock=1";
    }

    /** So many questions, none of which was among those before. */
    Set<String> distinct(int many) {
        var distinct = new LinkedHashSet<String>();
        while (distinct.size() < many) {
            String path = search(someWords(1 + random.nextInt(4)));
            if (asked.add(path)) {
                distinct.add(path);
            }
        }
        return distinct;
    }
}
