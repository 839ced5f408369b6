package org.echoppe.replicas;

import java.util.List;
import org.echoppe.search.Suggestion;
import org.echoppe.search.Words;

/** Shops whose name somebody may be typing. */
final class ShopNames {
    private static final int MOST = 3;
    private static final int SHORTEST = 2;

    private ShopNames() {}

    /** Those in whose name each word typed begins a word. */
    static List<Suggestion> beginning(String typed, List<Storefront> shops) {
        var words = Words.of(typed);
        if (typed.strip().length() < SHORTEST || words.isEmpty()) {
            return List.of();
        }
        return shops.stream()
                .filter(shop -> begin(words, shop.words()))
                .limit(MOST)
                .map(shop -> new Suggestion(shop.name(), Suggestion.Kind.SHOP, shop.did()))
                .toList();
    }

    private static boolean begin(List<String> typed, List<String> name) {
        return typed.stream().allMatch(word -> name.stream().anyMatch(held -> held.startsWith(word)));
    }
}
