package org.echoppe.replicas;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.echoppe.search.Suggestion;

/** Shops whose name somebody may be typing. */
final class ShopNames {
    private static final int MOST = 3;
    private static final int SHORTEST = 2;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ShopNames() {}

    /** Those in whose name each word typed begins a word. */
    static List<Suggestion> beginning(String typed, List<Storefront> shops) {
        var words = words(typed);
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

    static List<String> words(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        return Arrays.stream(NO_WORD.split(bare))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
