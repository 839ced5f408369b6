package org.echoppe.replicas;

import java.util.List;
import org.echoppe.replicas.Around.Handing;
import org.echoppe.search.ListingHits;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ShopCounts;

/**
 * What one would find with another distance, price, shop or way of handing over in place of the one that is chosen. Each is
 * counted without the one that is chosen and with all else that is; mostly that was counted for the page one came from.
 */
final class Alternatives {
    private final Finding finding;
    private final ListingQuery query;
    private final List<String> instead;
    private int recounts;

    /** @param instead what was searched for instead, which another choice may be guessed otherwise */
    Alternatives(Finding finding, ListingQuery query, List<String> instead) {
        this.finding = finding;
        this.query = query;
        this.instead = instead;
    }

    /** How many of them had to be counted, and were not kept from before. */
    int recounts() {
        return recounts;
    }

    /** The same facets, with these in them. */
    Found.Facets in(Found.Facets facets) {
        var around = finding.around();
        var here = facets;
        if (around.withinMetres() > 0 && finding.metres() != null) {
            here = here.within(finding.within(shops(around.within(0))));
        }
        if (around.handing() != Handing.ANY) {
            var shops = shops(around.handed(Handing.ANY));
            here = here.handed(finding.pickup(shops), finding.delivered(shops));
        }
        if (query.merchant() != null) {
            // asked as it is without a shop: so it is counted once for both
            var any = counts(query.ofMerchant(null).groupedByArticle(true), around);
            here = here.ofShops(finding.shops(any.shops()));
        }
        if (query.minPrice() != null || query.maxPrice() != null) {
            here = here.priced(counts(query.priced(null, null), around).prices());
        }
        return here;
    }

    private ShopCounts shops(Around around) {
        return counts(query, around).shops();
    }

    private ListingHits.Counts counts(ListingQuery other, Around around) {
        var counted = finding.index().counts(other, instead, finding.street().view(around, finding.metres()));
        recounts += counted.anew() ? 1 : 0;
        return counted.counts();
    }
}
