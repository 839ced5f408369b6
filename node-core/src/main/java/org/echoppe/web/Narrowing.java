package org.echoppe.web;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.replicas.Around.Handing;
import org.echoppe.replicas.Found;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Place;
import org.echoppe.search.ListingHits;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Facets;
import org.jspecify.annotations.Nullable;

/** The ways from one set of listings to a narrower one, and back. */
final class Narrowing {
    private static final int MOST_CHOICES = 12;

    private final Visit visit;
    private final Listings listings;
    private final String path;
    private final Wanted wanted;
    private final boolean oneShop;
    private final @Nullable Place place;
    private final Currency currency;

    /**
     * @param path the address of the page, with its language
     * @param oneShop whether the page is a shop's own, so that the shop is no filter
     */
    Narrowing(Visit visit, Listings listings, String path, Wanted wanted, boolean oneShop) {
        this.visit = visit;
        this.listings = listings;
        this.path = path;
        this.oneShop = oneShop;
        this.place =
                wanted.near().isEmpty() ? null : listings.place(wanted.near()).orElse(null);
        this.wanted = place != null && place.isKnown() ? wanted : wanted.withoutDistance();
        this.currency = Prices.currency(listings, wanted.currency(), wanted.shop());
    }

    /** What is asked for, as far as it can be answered. */
    Wanted wanted() {
        return wanted;
    }

    boolean isOneShop() {
        return oneShop;
    }

    /** From where somebody looks; null when nobody said. */
    @Nullable
    Place place() {
        return place;
    }

    /** Of the prices that are typed, found and offered. */
    Currency currency() {
        return currency;
    }

    /** On a shop's page the window stands below what the shop says of itself: that is where one goes on. */
    String href(Wanted other) {
        return oneShop ? other.atShop(null).onPage(other.page()).address(path) + "#h-window" : other.address(path);
    }

    /** What is in force, each as a link that takes it back. */
    List<Choice> filters(Found found) {
        var filters = new ArrayList<Choice>();
        var category = wanted.category();
        if (category != null && !oneShop) {
            filters.add(chosen(CategoryPath.written(category), wanted.inCategory(null)));
        }
        var shop = wanted.shop();
        if (shop != null && !oneShop) {
            filters.add(chosen(name(shop, found), wanted.atShop(null)));
        }
        var gtin = wanted.gtin();
        if (gtin != null) {
            filters.add(chosen(visit.say("filter.gtin", gtin.value()), wanted.withGtin(null)));
        }
        if (wanted.inStock()) {
            filters.add(chosen(visit.say("facet.stock"), wanted.inStock(false)));
        }
        if (wanted.open()) {
            filters.add(chosen(visit.say("facet.open.now"), wanted.open(false)));
        }
        if (wanted.handing() != Handing.ANY) {
            filters.add(chosen(handing(wanted.handing()), wanted.handed(Handing.ANY)));
        }
        if (wanted.within() > 0) {
            filters.add(chosen(visit.say("filter.within", wanted.within()), wanted.within(0)));
        }
        addPrice(filters, "filter.from", wanted.least(), wanted.priced(wanted.currency(), "", wanted.most()));
        addPrice(filters, "filter.to", wanted.most(), wanted.priced(wanted.currency(), wanted.least(), ""));
        return filters;
    }

    private String handing(Handing handing) {
        return handing == Handing.PICKUP || place == null || place.postalCode().isEmpty()
                ? visit.say("facet.get." + Wanted.code(handing))
                : visit.say("facet.get.delivery.to", place.postalCode());
    }

    private void addPrice(List<Choice> filters, String key, String typed, Wanted without) {
        if (!typed.isEmpty()) {
            var locale = visit.texts().language().locale();
            String label = Prices.typed(typed, currency)
                    .map(price -> visit.say(key, price.format(locale)))
                    .orElseGet(() -> visit.say("filter.price.bad", typed));
            filters.add(chosen(label, without));
        }
    }

    private Choice chosen(String label, Wanted without) {
        return new Choice(href(without), label, "", true);
    }

    private String name(Did shop, Found found) {
        Optional<String> counted = found.facets().shops().stream()
                .filter(count -> count.did().equals(shop))
                .map(Found.ShopCount::name)
                .findFirst();
        return counted.or(() -> listings.merchant(shop)
                        .map(merchant -> merchant.profile().name()))
                .orElse(shop.value());
    }

    /** @param active how many filters are in force */
    Facets facets(Found found, int active) {
        var choices = new ShopChoices(this, visit);
        var prices = new PriceChoices(this, visit);
        return new Facets(
                categories(found),
                oneShop ? List.of() : shops(found),
                choices.ready(found),
                choices.handing(found),
                choices.within(found),
                prices.of(found),
                prices.currencies(found),
                currency.getCurrencyCode(),
                path,
                wanted.priced(currency, "", "").parameters(),
                wanted.least(),
                wanted.most(),
                Places.nearby(visit, wanted, place, path),
                active);
    }

    /** What is chosen, to take back, and the levels below it; at first the widest ones. */
    private List<Choice> categories(Found found) {
        var choices = new ArrayList<Choice>();
        var chosen = wanted.category();
        if (chosen != null) {
            var wider = wanted.inCategory(CategoryPath.parent(chosen));
            choices.add(new Choice(href(wider), CategoryPath.last(chosen), "", true));
        }
        found.facets().categories().stream()
                .filter(count -> CategoryPath.isChild(count.value(), chosen))
                .limit(MOST_CHOICES)
                .map(this::category)
                .forEach(choices::add);
        return choices;
    }

    /** A category that has been counted, to choose it. */
    Choice category(ListingHits.Count count) {
        return new Choice(
                href(wanted.inCategory(count.value())),
                CategoryPath.last(count.value()),
                visit.figures().number(count.count()),
                CategoryPath.holds(count.value(), wanted.category()));
    }

    /** Those with most, and the one that is chosen, be it far down. */
    private List<Choice> shops(Found found) {
        var some = found.facets().shops().stream().limit(MOST_CHOICES).toList();
        var choices = new ArrayList<Choice>();
        var shop = wanted.shop();
        if (shop != null && some.stream().noneMatch(count -> count.did().equals(shop))) {
            choices.add(chosen(name(shop, found), wanted.atShop(null)));
        }
        for (var count : some) {
            boolean chosen = count.did().equals(shop);
            choices.add(toggle(count.name(), count.count(), chosen, wanted.atShop(chosen ? null : count.did())));
        }
        return choices;
    }

    /** A switch: chosen, it leads back. */
    Choice toggle(String label, int count, boolean chosen, Wanted other) {
        return new Choice(href(other), label, chosen ? "" : visit.figures().number(count), chosen);
    }

    String handingLabel(Handing handing) {
        return handing(handing);
    }
}
