package org.echoppe.web;

import io.javalin.http.Context;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.Gtin;
import org.echoppe.replicas.Around.Handing;
import org.echoppe.replicas.Place;
import org.echoppe.search.ListingQuery.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a page asks for. People type these, so what cannot be understood is left out instead of refused;
 * prices and places stay as typed, so that the form shows them again.
 *
 * @param near a postcode, or a position rounded to about a kilometre; empty when nobody said from where
 * @param within kilometres from there; 0 for any distance
 * @param currency of the prices, and of the ranges of price to choose from; null for the usual one
 * @param sort null for the usual order
 * @param page from 1
 */
record Wanted(
        String words,
        @Nullable String category,
        @Nullable Did shop,
        @Nullable Gtin gtin,
        boolean inStock,
        boolean open,
        Handing handing,
        String near,
        int within,
        @Nullable Currency currency,
        String least,
        String most,
        @Nullable Sort sort,
        int page) {
    private static final int MOST_WORDS = 200;
    private static final int MOST_PAGES = 100_000;
    private static final int MOST_KILOMETRES = 500;
    /** A position with all the digits that a browser gives it. */
    private static final int MOST_PLACE = 60;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Map<Enum<?>, String> CODES = new ConcurrentHashMap<>();

    /** Everything, anywhere. */
    static final Wanted NOTHING =
            new Wanted("", null, null, null, false, false, Handing.ANY, "", 0, null, "", "", null, 1);

    static Wanted of(Context ctx) {
        return new Wanted(
                text(ctx, "q", MOST_WORDS),
                Optional.of(text(ctx, "category", 500))
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                did(text(ctx, "shop", 100)),
                Gtin.parse(text(ctx, "gtin", 20)).orElse(null),
                !text(ctx, "inStock", 5).isEmpty(),
                !text(ctx, "openNow", 5).isEmpty(),
                handing(text(ctx, "get", 10)),
                Place.rounded(text(ctx, "near", MOST_PLACE)),
                Math.min(number(text(ctx, "within", 6), 0), MOST_KILOMETRES),
                Prices.currency(text(ctx, "currency", 3)).orElse(null),
                text(ctx, "minPrice", 12),
                text(ctx, "maxPrice", 12),
                sort(text(ctx, "sort", 20)),
                Math.min(number(text(ctx, "page", 6), 1), MOST_PAGES));
    }

    private static String text(Context ctx, String name, int length) {
        String value = ctx.queryParam(name);
        if (value == null) {
            return "";
        }
        String stripped = value.strip();
        return stripped.substring(
                0, stripped.offsetByCodePoints(0, Math.min(length, stripped.codePointCount(0, stripped.length()))));
    }

    private static @Nullable Did did(String text) {
        try {
            return text.isEmpty() ? null : new Did(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Sort sort(String text) {
        if (text.isEmpty()) {
            return null;
        }
        for (var sort : Sort.values()) {
            if (code(sort).equals(text)) {
                return sort;
            }
        }
        return null;
    }

    private static Handing handing(String text) {
        for (var handing : Handing.values()) {
            if (code(handing).equals(text)) {
                return handing;
            }
        }
        return Handing.ANY;
    }

    /** As it stands in an address: {@code price-desc}. */
    static String code(Enum<?> choice) {
        return CODES.computeIfAbsent(
                choice, one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static int number(String text, int otherwise) {
        return !text.isEmpty() && NUMBER.matcher(text).matches() ? Integer.parseInt(text) : otherwise;
    }

    /** The best match for words; without words, what came last. */
    Sort order() {
        return sort != null ? sort : words.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE;
    }

    Wanted inCategory(@Nullable String path) {
        return new Wanted(
                words, path, shop, gtin, inStock, open, handing, near, within, currency, least, most, sort, 1);
    }

    Wanted atShop(@Nullable Did did) {
        return new Wanted(
                words, category, did, gtin, inStock, open, handing, near, within, currency, least, most, sort, 1);
    }

    Wanted withGtin(@Nullable Gtin code) {
        return new Wanted(
                words, category, shop, code, inStock, open, handing, near, within, currency, least, most, sort, 1);
    }

    Wanted inStock(boolean only) {
        return new Wanted(
                words, category, shop, gtin, only, open, handing, near, within, currency, least, most, sort, 1);
    }

    Wanted open(boolean only) {
        return new Wanted(
                words, category, shop, gtin, inStock, only, handing, near, within, currency, least, most, sort, 1);
    }

    Wanted handed(Handing how) {
        return new Wanted(
                words, category, shop, gtin, inStock, open, how, near, within, currency, least, most, sort, 1);
    }

    /** Without a place there is no distance and nothing to deliver to. */
    Wanted near(String place) {
        boolean nowhere = place.isEmpty();
        return new Wanted(
                words,
                category,
                shop,
                gtin,
                inStock,
                open,
                nowhere && handing == Handing.DELIVERY ? Handing.ANY : handing,
                place,
                nowhere ? 0 : within,
                currency,
                least,
                most,
                nowhere && sort == Sort.DISTANCE ? null : sort,
                1);
    }

    /** From a place that nobody can locate nothing is near or far. */
    Wanted withoutDistance() {
        return new Wanted(
                words,
                category,
                shop,
                gtin,
                inStock,
                open,
                handing,
                near,
                0,
                currency,
                least,
                most,
                sort == Sort.DISTANCE ? null : sort,
                page);
    }

    Wanted within(int kilometres) {
        return new Wanted(
                words, category, shop, gtin, inStock, open, handing, near, kilometres, currency, least, most, sort, 1);
    }

    /** Without a price, the currency says which ranges are offered. */
    Wanted priced(@Nullable Currency in, String from, String to) {
        return new Wanted(words, category, shop, gtin, inStock, open, handing, near, within, in, from, to, sort, 1);
    }

    boolean isPriced() {
        return !least.isEmpty() || !most.isEmpty();
    }

    Wanted sortedBy(@Nullable Sort order) {
        return new Wanted(
                words, category, shop, gtin, inStock, open, handing, near, within, currency, least, most, order, 1);
    }

    Wanted onPage(int number) {
        return new Wanted(
                words, category, shop, gtin, inStock, open, handing, near, within, currency, least, most, sort, number);
    }

    /** The same question as an address; what is as usual is left out. A page has a hundred of them. */
    String address(String path) {
        var address = new StringBuilder(path);
        forEach((name, value) -> address.append(address.length() == path.length() ? '?' : '&')
                .append(name)
                .append('=')
                .append(Links.encode(value)));
        return address.toString();
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        forEach(parameters::put);
        return parameters;
    }

    private void forEach(BiConsumer<String, String> asked) {
        tell(asked, "q", words);
        tell(asked, "category", category == null ? "" : category);
        tell(asked, "shop", shop == null ? "" : shop.value());
        tell(asked, "gtin", gtin == null ? "" : gtin.value());
        tell(asked, "inStock", inStock ? "1" : "");
        tell(asked, "openNow", open ? "1" : "");
        tell(asked, "get", handing == Handing.ANY ? "" : code(handing));
        tell(asked, "near", near);
        tell(asked, "within", within == 0 ? "" : Integer.toString(within));
        tell(asked, "currency", currency == null ? "" : currency.getCurrencyCode());
        tell(asked, "minPrice", least);
        tell(asked, "maxPrice", most);
        tell(asked, "sort", sort == null ? "" : code(sort));
        tell(asked, "page", page == 1 ? "" : Integer.toString(page));
    }

    private static void tell(BiConsumer<String, String> asked, String name, String value) {
        if (!value.isEmpty()) {
            asked.accept(name, value);
        }
    }
}
