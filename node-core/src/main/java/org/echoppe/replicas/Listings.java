package org.echoppe.replicas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Collections;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ShopView;
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
    private static final int MOST_SUGGESTIONS = 10;

    private final RepoStore store;
    private final ListingIndex index;
    private final Function<Did, Presence> presence;
    private final Street street;
    /** By commit, which never changes: every card on a page names its shop. */
    private final Cache<Cid, Optional<ShopProfile>> profiles =
            Caffeine.newBuilder().maximumSize(PROFILES_KEPT).build();

    /**
     * @param presence whether a merchant answers now
     * @param clock with the time zone of this node
     */
    public Listings(RepoStore store, ListingIndex index, Function<Did, Presence> presence, Clock clock) {
        this.store = store;
        this.index = index;
        this.presence = presence;
        this.street = new Street(store, index, this::profile, clock);
    }

    public Optional<Listing> listing(Did did, RecordKey rkey) {
        return held(did).flatMap(shop -> listing(shop, rkey));
    }

    public Optional<Merchant> merchant(Did did) {
        return held(did).map(shop -> merchant(shop, null));
    }

    /** How many merchants are shown. */
    public int merchantCount() {
        return street.now().byName().size();
    }

    /**
     * Some of the merchants, by name.
     *
     * @param page from 1
     * @param size at least 1; the profiles of so many are read
     */
    public MerchantPage merchants(int page, int size) {
        var view = street.now();
        var all = view.byName();
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        var here = all.subList(from, Math.min(all.size(), from + size));
        return new MerchantPage(all.size(), merchants(here));
    }

    /**
     * Shops to show first: those nearest to the place, or without one those that are open and fresh.
     *
     * @param place null when nobody said from where
     */
    public List<Merchant> shopsNear(@Nullable Place place, int limit) {
        var view = street.now();
        var order = Comparator.comparingInt((Storefront shop) -> view.isOpen(shop.number()) ? 0 : 1)
                .thenComparing(Storefront::confirmedAt, Comparator.reverseOrder());
        if (place != null && place.geo() != null) {
            float[] metres = view.metres(place.geo());
            order = Comparator.comparingDouble(shop -> metres[shop.number()]);
        }
        var some = view.byName().stream()
                .filter(shop -> view.isFresh(shop.number()))
                .sorted(order)
                .limit(limit)
                .toList();
        return merchants(some);
    }

    private List<Merchant> merchants(List<Storefront> some) {
        var counts = index.search(ListingQuery.of("").page(1, 1)).counts().shops();
        return some.stream()
                .flatMap(shop -> held(shop.did()).map(held -> merchant(held, counts.of(shop.number()))).stream())
                .toList();
    }

    /** Where somebody looks from, by a postcode that some shop has, or a position; empty when the text can be neither. */
    public Optional<Place> place(String typed) {
        return street.now().place(typed);
    }

    /** How many metres lie between the place and the shop; negative when that is not known. */
    public float metres(@Nullable Place place, Did shop) {
        var geo = place == null ? null : place.geo();
        if (geo == null) {
            return -1;
        }
        float[] metres = street.now().metres(geo);
        int number = index.shopNumber(shop);
        return number < metres.length && Float.isFinite(metres[number]) ? metres[number] : -1;
    }

    /** The currency of that shop; without one, that of the shop with most to offer; empty when there is none. */
    public Optional<Currency> currency(@Nullable Did shop) {
        var view = street.now();
        if (shop != null) {
            return view.shop(index.shopNumber(shop)).map(Storefront::currency);
        }
        return index.search(ListingQuery.of("").page(1, 1)).merchants().stream()
                .findFirst()
                .flatMap(count -> view.shop(index.shopNumber(new Did(count.value()))))
                .map(Storefront::currency);
    }

    /** What a search finds, as cards: reads no record. */
    public Found find(ListingQuery query, Around around) {
        return finding(around).find(query);
    }

    /** What a search finds, with the records. */
    public ListingPage search(ListingQuery query) {
        return search(query, Around.ANYWHERE);
    }

    /** The same among some shops. */
    public ListingPage search(ListingQuery query, Around around) {
        var finding = finding(around);
        var hits = finding.hits(query);
        var seen = new HashMap<Did, Optional<Held>>();
        Function<Did, Optional<Held>> shopOf = did -> seen.computeIfAbsent(did, this::held);
        var listings = hits.listings().stream()
                .flatMap(key -> shopOf.apply(key.did()).flatMap(shop -> listing(shop, key.rkey())).stream())
                .toList();
        return new ListingPage(hits.total(), listings, finding.facets(hits), hits.instead());
    }

    private Finding finding(Around around) {
        return new Finding(index, street.now(), around, presence);
    }

    /** What any answer to any question stands on: while it is equal, so are the answers, but for who can be reached. */
    public record State(long index, long street) {}

    public State state() {
        return new State(index.generation(), street.now().version);
    }

    /** Whether a merchant answers now. */
    public Presence presence(Did did) {
        return presence.apply(did);
    }

    /** Ways on from what was typed so far: a few shops, then categories and names. */
    public List<Suggestion> suggest(String typed) {
        var view = street.now();
        var shops = ShopNames.beginning(typed, view.byName());
        return Stream.concat(shops.stream(), index.suggest(typed, view.view(Around.ANYWHERE)).stream())
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** The same among the goods of one shop alone. */
    public List<Suggestion> suggest(String typed, Did shop) {
        if (index.head(shop).isEmpty()) {
            return List.of();
        }
        var only = new BitSet();
        only.set(index.shopNumber(shop));
        return index.suggest(typed, new ShopView(only, new float[0], null));
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
