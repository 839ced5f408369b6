package org.echoppe.web;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Money;
import org.echoppe.replicas.ListingPage;
import org.echoppe.replicas.Listings;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Goods;

/** Finds what is wanted and puts it on a page among its neighbours. */
final class GoodsMaker {
    private static final List<Sort> SORTS =
            List.of(Sort.RELEVANCE, Sort.PRICE, Sort.PRICE_DESC, Sort.NEWEST, Sort.NAME);

    private final Visit visit;
    private final Shelf shelf;
    private final Listings listings;
    private final Narrowing narrowing;
    private final Wanted wanted;

    GoodsMaker(Visit visit, Shelf shelf, Listings listings, Narrowing narrowing) {
        this.visit = visit;
        this.shelf = shelf;
        this.listings = listings;
        this.narrowing = narrowing;
        this.wanted = narrowing.wanted();
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
        var filters = narrowing.filters(found);
        return new Goods(
                visit.say("count.articles", found.total()),
                found.listings().stream()
                        .map(narrowing.isOneShop() ? shelf::ownCard : shelf::card)
                        .toList(),
                found.total() > 1 ? sorts() : List.of(),
                filters,
                narrowing.facets(found, filters.size()),
                pages > 1 ? visit.say("paging.position", page, pages) : "",
                page > 1 ? narrowing.href(wanted.onPage(Math.clamp(page - 1, 1, Math.max(pages, 1)))) : null,
                page < pages ? narrowing.href(wanted.onPage(page + 1)) : null);
    }

    private List<Choice> sorts() {
        var sorts = new ArrayList<Choice>();
        for (var sort : SORTS) {
            if (sort != Sort.RELEVANCE || !wanted.words().isEmpty()) {
                String label = visit.say("sort." + Wanted.code(sort));
                sorts.add(new Choice(narrowing.href(wanted.sortedBy(sort)), label, "", sort == wanted.order()));
            }
        }
        return sorts;
    }
}
