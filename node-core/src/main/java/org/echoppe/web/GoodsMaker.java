package org.echoppe.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.echoppe.domain.Cid;
import org.echoppe.replicas.Around;
import org.echoppe.replicas.Found;
import org.echoppe.replicas.Listings;
import org.echoppe.search.ListingHits.Count;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ListingQuery.Sort;
import org.echoppe.web.view.Choice;
import org.echoppe.web.view.Goods;

/** Finds what is wanted and puts it on a page among its neighbours. */
final class GoodsMaker {
    private static final List<Sort> SORTS = List.of(
            Sort.RELEVANCE, Sort.PRICE, Sort.PRICE_DESC, Sort.UNIT_PRICE, Sort.DISTANCE, Sort.NEWEST, Sort.NAME);

    private final Visit visit;
    private final Listings listings;
    private final Narrowing narrowing;
    private final Wanted wanted;
    private final Cards cards;

    GoodsMaker(Visit visit, Predicate<Cid> pictures, Listings listings, Narrowing narrowing) {
        this.visit = visit;
        this.listings = listings;
        this.narrowing = narrowing;
        this.wanted = narrowing.wanted();
        this.cards = new Cards(visit, pictures, wanted);
    }

    Found find() {
        var found = find(query());
        if (found.total() == 0 && wanted.gtin() != null) {
            found = find(query().ofArticle(null).withGtin(wanted.gtin()));
        }
        if (found.isGuessed() || (found.total() == 0 && !wanted.words().isEmpty())) {
            Gate.charge(visit.ctx(), Gate.GUESSING);
        }
        Gate.charge(visit.ctx(), found.recounts() * Gate.COUNTING);
        return found;
    }

    private Found find(ListingQuery query) {
        return narrowing.isOneShop() ? listings.find(query, around()) : listings.findToNarrow(query, around());
    }

    /** How many lie in each category, whichever is chosen. */
    List<Count> categories() {
        return listings.find(query().inCategory(null).page(1, 1), around())
                .facets()
                .categories();
    }

    /** By a barcode those whose own it is, as the link said that leads here; of a kind alone one does not know the price. */
    private ListingQuery query() {
        var currency = narrowing.currency();
        return new ListingQuery(
                wanted.words(),
                wanted.shop(),
                wanted.category(),
                null,
                wanted.gtin(),
                Prices.typed(wanted.least(), currency).orElse(null),
                Prices.typed(wanted.most(), currency).orElse(null),
                currency,
                wanted.inStock(),
                !narrowing.isOneShop() && wanted.gtin() == null && wanted.shop() == null,
                wanted.order(),
                wanted.page(),
                ListingQuery.USUAL_SIZE);
    }

    private Around around() {
        return new Around(narrowing.place(), wanted.within() * 1_000, wanted.open(), wanted.handing());
    }

    Goods goods(Found found) {
        int pages = Math.ceilDiv(Math.min(found.articles(), ListingQuery.DEEPEST), ListingQuery.USUAL_SIZE);
        int page = wanted.page();
        var filters = narrowing.filters(found);
        return new Goods(
                visit.say("count.articles", found.articles()),
                found.offers().stream()
                        .map(narrowing.isOneShop() ? cards::ownCard : cards::card)
                        .toList(),
                found.total() > 1 ? sorts() : List.of(),
                filters,
                narrowing.facets(found, filters.size()),
                instead(found),
                pages > 1 && page <= pages ? visit.say("paging.position", page, pages) : "",
                page > 1 && pages > 0 ? narrowing.href(wanted.onPage(Math.min(page - 1, pages))) : null,
                page < pages ? narrowing.href(wanted.onPage(page + 1)) : null);
    }

    /** « Rien pour « chocolar » ; voici ce qui répond à « chocolat ». » */
    private String instead(Found found) {
        if (found.instead().isEmpty()) {
            return "";
        }
        var quoted = found.instead().stream()
                .map(words -> visit.say("results.words", words))
                .toList();
        return visit.say("instead", visit.say("results.words", wanted.words()), String.join(", ", quoted));
    }

    private List<Choice> sorts() {
        var sorts = new ArrayList<Choice>();
        for (var sort : SORTS) {
            if (isOffered(sort)) {
                String label = visit.say("sort." + Wanted.code(sort));
                sorts.add(new Choice(narrowing.href(wanted.sortedBy(sort)), label, "", sort == wanted.order()));
            }
        }
        return sorts;
    }

    private boolean isOffered(Sort sort) {
        var place = narrowing.place();
        return switch (sort) {
            case RELEVANCE -> !wanted.words().isEmpty();
            case DISTANCE -> !narrowing.isOneShop() && place != null && place.isKnown();
            case PRICE, PRICE_DESC, UNIT_PRICE, NEWEST, NAME -> true;
        };
    }
}
