package org.echoppe.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.echoppe.domain.Money;
import org.echoppe.replicas.ListingPage;
import org.echoppe.replicas.Listings;
import org.echoppe.search.ListingHits;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Facets;
import org.echoppe.web.view.Goods;
import org.jspecify.annotations.Nullable;

/** Finds what is wanted and surrounds it with the ways to want something else. */
final class GoodsMaker {
    private static final String LEVEL = " > ";
    private static final int MOST_CHOICES = 12;

    private final Visit visit;
    private final Shelf shelf;
    private final Listings listings;
    private final String path;
    private final Wanted wanted;
    private final boolean oneShop;

    /**
     * @param path the address of the page, with its language
     * @param oneShop whether the page is a shop's own, so that the shop is no filter
     */
    GoodsMaker(Visit visit, Shelf shelf, Listings listings, String path, Wanted wanted, boolean oneShop) {
        this.visit = visit;
        this.shelf = shelf;
        this.listings = listings;
        this.path = path;
        this.wanted = wanted;
        this.oneShop = oneShop;
    }

    ListingPage find() {
        boolean priced = !wanted.least().isEmpty() || !wanted.most().isEmpty();
        var currency = priced ? Prices.currency(listings, wanted.shop()) : Money.EUR;
        return listings.search(new ListingQuery(
                wanted.words(),
                wanted.shop(),
                wanted.category(),
                wanted.gtin(),
                Prices.typed(wanted.least(), currency).orElse(null),
                Prices.typed(wanted.most(), currency).orElse(null),
                wanted.inStock(),
                wanted.order(),
                wanted.page(),
                ListingQuery.USUAL_SIZE));
    }

    Goods goods(ListingPage found) {
        int pages = Math.ceilDiv(found.total(), ListingQuery.USUAL_SIZE);
        int page = wanted.page();
        return new Goods(
                visit.say("count.articles", found.total()),
                found.listings().stream()
                        .map(oneShop ? shelf::ownCard : shelf::card)
                        .toList(),
                found.total() > 1 ? sorts() : List.of(),
                filters(found),
                facets(found),
                pages > 1 ? visit.say("paging.position", page, pages) : "",
                page > 1 ? href(wanted.onPage(Math.min(page - 1, Math.max(pages, 1)))) : null,
                page < pages ? href(wanted.onPage(page + 1)) : null);
    }

    private List<Choice> sorts() {
        var sorts = new ArrayList<Choice>();
        for (var sort : List.of(Sort.RELEVANCE, Sort.PRICE, Sort.PRICE_DESC, Sort.NEWEST, Sort.NAME)) {
            if (sort == Sort.RELEVANCE && wanted.words().isEmpty()) {
                continue;
            }
            sorts.add(new Choice(
                    href(wanted.sortedBy(sort)), visit.say("sort." + Wanted.code(sort)), "", sort == wanted.order()));
        }
        return sorts;
    }

    /** What is in force, each as a link that takes it back. */
    private List<Choice> filters(ListingPage found) {
        var filters = new ArrayList<Choice>();
        var category = wanted.category();
        if (category != null && !oneShop) {
            filters.add(chosen(category.replace(LEVEL, " › "), wanted.inCategory(null)));
        }
        if (wanted.shop() != null && !oneShop) {
            filters.add(chosen(shopName(found), wanted.atShop(null)));
        }
        if (wanted.gtin() != null) {
            filters.add(chosen(visit.say("filter.gtin", wanted.gtin().value()), wanted.withGtin(null)));
        }
        if (wanted.inStock()) {
            filters.add(chosen(visit.say("facet.stock"), wanted.inStock(false)));
        }
        addPrice(filters, "filter.from", wanted.least(), wanted.priced("", wanted.most()));
        addPrice(filters, "filter.to", wanted.most(), wanted.priced(wanted.least(), ""));
        return filters;
    }

    private void addPrice(List<Choice> filters, String key, String typed, Wanted without) {
        if (!typed.isEmpty()) {
            var money = Prices.typed(typed, Prices.currency(listings, wanted.shop()));
            filters.add(chosen(
                    money.map(price -> visit.say(
                                    key, price.format(visit.texts().language().locale())))
                            .orElseGet(() -> visit.say("filter.price.bad", typed)),
                    without));
        }
    }

    private Choice chosen(String label, Wanted without) {
        return new Choice(href(without), label, "", true);
    }

    private String shopName(ListingPage found) {
        var shop = wanted.shop();
        return found.merchants().stream()
                .filter(count -> count.did().equals(shop))
                .map(count -> count.shop().name())
                .findFirst()
                .or(() -> shop == null
                        ? java.util.Optional.empty()
                        : listings.merchant(shop)
                                .map(merchant -> merchant.profile().name()))
                .orElseGet(() -> String.valueOf(shop));
    }

    private Facets facets(ListingPage found) {
        var kept = new LinkedHashMap<>(wanted.priced("", "").parameters());
        return new Facets(
                categories(found),
                oneShop ? List.of() : shops(found),
                found.total() > 0 || wanted.inStock()
                        ? new Choice(
                                href(wanted.inStock(!wanted.inStock())), visit.say("facet.stock"), "", wanted.inStock())
                        : null,
                path,
                kept,
                wanted.least(),
                wanted.most(),
                filters(found).size());
    }

    /** The levels below what is chosen; at first the widest ones. */
    List<Choice> categories(ListingPage found) {
        var chosen = wanted.category();
        var choices = new ArrayList<Choice>();
        if (chosen != null) {
            choices.add(new Choice(href(wanted.inCategory(parent(chosen))), last(chosen), "", true));
        }
        String start = chosen == null ? "" : chosen + LEVEL;
        found.categories().stream()
                .filter(count -> isChild(count, start))
                .limit(MOST_CHOICES)
                .map(count -> new Choice(
                        href(wanted.inCategory(count.value())),
                        last(count.value()),
                        visit.figures().number(count.count()),
                        false))
                .forEach(choices::add);
        return choices;
    }

    private static boolean isChild(ListingHits.Count count, String start) {
        String path = count.value();
        return path.regionMatches(true, 0, start, 0, start.length())
                && path.length() > start.length()
                && path.indexOf(LEVEL, start.length()) < 0;
    }

    private static @Nullable String parent(String category) {
        int end = category.lastIndexOf(LEVEL);
        return end < 0 ? null : category.substring(0, end);
    }

    static String last(String category) {
        return category.substring(category.lastIndexOf(LEVEL) < 0 ? 0 : category.lastIndexOf(LEVEL) + LEVEL.length());
    }

    private List<Choice> shops(ListingPage found) {
        Function<ListingPage.ShopCount, Choice> choice = count -> {
            boolean chosen = count.did().equals(wanted.shop());
            return new Choice(
                    href(wanted.atShop(chosen ? null : count.did())),
                    count.shop().name(),
                    visit.figures().number(count.count()),
                    chosen);
        };
        return found.merchants().stream().limit(MOST_CHOICES).map(choice).toList();
    }

    private String href(Wanted other) {
        return (oneShop ? other.atShop(null).onPage(other.page()) : other).address(path);
    }
}
