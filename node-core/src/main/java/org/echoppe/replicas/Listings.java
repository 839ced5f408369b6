package org.echoppe.replicas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Collections;
import org.echoppe.search.ListingHits;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.Suggestion;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/**
 * All shops and their products as shoppers see them. Records come from the signed repositories; the index only says which.
 * What is not to be shown ({@link ShownRecords}) is not there.
 */
public final class Listings {
    private static final int PROFILES_KEPT = 500;

    private final RepoStore store;
    private final ListingIndex index;
    private final Function<Did, Presence> presence;
    private final ShownShops shops;
    /** By commit, which never changes: every card on a page names its shop. */
    private final Cache<Cid, Optional<ShopProfile>> profiles =
            Caffeine.newBuilder().maximumSize(PROFILES_KEPT).build();

    /** @param presence whether a merchant answers now */
    public Listings(RepoStore store, ListingIndex index, Function<Did, Presence> presence) {
        this.store = store;
        this.index = index;
        this.presence = presence;
        this.shops = new ShownShops(store, head -> profile(head).map(ShopProfile::name));
    }

    public Optional<Listing> listing(Did did, RecordKey rkey) {
        return held(did).flatMap(shop -> listing(shop, rkey));
    }

    public Optional<Merchant> merchant(Did did) {
        return held(did).map(shop -> merchant(shop, null));
    }

    /** How many merchants are shown. */
    public int merchantCount() {
        return shops.byName().size();
    }

    /**
     * Some of the merchants, by name.
     *
     * @param page from 1
     * @param size at least 1; the profiles of so many are read
     */
    public MerchantPage merchants(int page, int size) {
        var all = shops.byName();
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        var here = all.subList(from, Math.min(all.size(), from + size));
        var counts = index.search(ListingQuery.of("").page(1, 1)).merchants().stream()
                .collect(Collectors.toMap(ListingHits.Count::value, ListingHits.Count::count));
        return new MerchantPage(
                all.size(),
                here.stream()
                        .flatMap(did -> held(did).map(shop -> merchant(shop, counts.get(did.value()))).stream())
                        .toList());
    }

    public ListingPage search(ListingQuery query) {
        var hits = index.search(query);
        var seen = new HashMap<Did, Optional<Held>>();
        Function<Did, Optional<Held>> shopOf = did -> seen.computeIfAbsent(did, this::held);
        var listings = hits.listings().stream()
                .flatMap(key -> shopOf.apply(key.did()).flatMap(shop -> listing(shop, key.rkey())).stream())
                .toList();
        var counts = hits.merchants().stream()
                .flatMap(count -> shopOf.apply(new Did(count.value())).stream()
                        .map(shop -> new ListingPage.ShopCount(shop.head.did(), shop.profile, count.count())))
                .toList();
        return new ListingPage(hits.total(), listings, hits.categories(), counts);
    }

    /** Ways on from what was typed so far. */
    public List<Suggestion> suggest(String typed) {
        return index.suggest(typed);
    }

    /** A repository with a profile that is to be shown. */
    private record Held(Head head, ShopProfile profile) {}

    private Optional<Held> held(Did did) {
        return store.head(did).flatMap(this::held);
    }

    private Optional<Held> held(Head head) {
        return profiles.get(head.commitCid(), _ -> profile(head)).map(shown -> new Held(head, shown));
    }

    private Optional<ShopProfile> profile(Head head) {
        return store.record(head.did(), Collections.keyOf(Collections.PROFILE, RecordKey.SELF))
                .flatMap(record -> ShownRecords.profile(record.bytes()));
    }

    /** @param counted how many listings it has, where that is known already */
    private Merchant merchant(Held shop, @Nullable Integer counted) {
        var did = shop.head.did();
        int products = counted != null
                ? counted
                : index.search(ListingQuery.of("").ofMerchant(did).page(1, 1)).total();
        return new Merchant(did, shop.profile, shop.head.rev(), products, presence.apply(did));
    }

    private Optional<Listing> listing(Held shop, RecordKey rkey) {
        var did = shop.head.did();
        return store.record(did, Collections.keyOf(Collections.PRODUCT, rkey))
                .flatMap(stored -> ShownRecords.product(stored.bytes())
                        .map(product -> new Listing(
                                did,
                                rkey,
                                stored.cid(),
                                product,
                                shop.profile,
                                shop.head.rev().instant(),
                                presence.apply(did))));
    }
}
