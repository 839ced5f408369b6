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
import org.echoppe.search.ListingHits;
import org.echoppe.search.ListingIndex;
import org.echoppe.search.ListingQuery;
import org.echoppe.search.ShopView;
import org.echoppe.search.Suggestion;
import org.echoppe.store.Head;
import org.echoppe.store.RepoStore;
import org.jspecify.annotations.Nullable;

/**
 * All shops and their products as shoppers see them. Records come from the signed repositories; the index only says which.
 * What is not to be shown ({@link ShownRecords}) is not there, nor is a shop that was not heard for too long
 * ({@link Freshness}).
 */
public final class Listings {
    private static final int PROFILES_KEPT = 500;
    private static final int MOST_SUGGESTIONS = 10;

    private static final String PROFILE = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);

    private final RepoStore store;
    private final ReplicaIndex replicas;
    private final ListingIndex index;
    private final ShownRecords shown;
    private final Clock clock;
    private final Function<Did, Presence> presence;
    private final Street street;
    /** By commit, which never changes: every card on a page names its shop. */
    private final Cache<Cid, Optional<Described>> profiles =
            Caffeine.newBuilder().maximumSize(PROFILES_KEPT).build();

    /**
     * @param presence whether a merchant answers now
     * @param clock with the time zone of this node
     */
    public Listings(RepoStore store, ReplicaIndex replicas, Function<Did, Presence> presence, Clock clock) {
        this.store = store;
        this.replicas = replicas;
        this.index = replicas.index();
        this.shown = replicas.shown();
        this.clock = clock;
        this.presence = presence;
        this.street = new Street(store, index, this::profile, clock);
    }

    /** The street as the keeper and the clock want it now. */
    private StreetView view() {
        replicas.followDenials();
        return street.now();
    }

    public Optional<Listing> listing(Did did, RecordKey rkey) {
        return shown(did).flatMap(shop -> listing(shop, rkey));
    }

    public Optional<Merchant> merchant(Did did) {
        replicas.followDenials();
        return shown(did).map(shop -> merchant(shop, null));
    }

    /** A shop as it was last heard, even where that is so long ago that no shopper sees it. */
    public Optional<Merchant> lastHeard(Did did) {
        replicas.followDenials();
        return store.head(did).flatMap(this::held).map(shop -> merchant(shop, null));
    }

    /** What of a repository is shown. */
    public ShownRecords shown() {
        return shown;
    }

    /** Why {@link #merchant} finds nothing. */
    public Absence absence(Did did) {
        return absence(did, PROFILE);
    }

    /** Why {@link #listing} finds nothing. */
    public Absence absence(Did did, RecordKey rkey) {
        return absence(did, Collections.keyOf(Collections.PRODUCT, rkey));
    }

    private Absence absence(Did did, String key) {
        for (var asked : List.of(PROFILE, key)) {
            var record = store.record(did, asked);
            if (record.isEmpty()) {
                return new Absence.Unknown();
            }
            var status = shown.denied().status(did, asked, record.get().cid());
            if (status.isPresent()) {
                return new Absence.Denied(status.getAsInt());
            }
        }
        return store.head(did)
                .flatMap(this::held)
                .filter(this::isSilent)
                .<Absence>map(shop -> new Absence.Silent(shop.head.rev().instant()))
                .orElseGet(Absence.Unknown::new);
    }

    /** Whether anybody sees the shop. */
    public boolean shows(Did did) {
        return view().shop(did).isPresent();
    }

    /** How many merchants are shown. */
    public int merchantCount() {
        return view().byName().size();
    }

    /**
     * Some of the merchants, by name.
     *
     * @param page from 1
     * @param size at least 1; the profiles of so many are read
     */
    public MerchantPage merchants(int page, int size) {
        var all = view().byName();
        return page(all, (int) Math.min(all.size(), (page - 1L) * size), size);
    }

    /**
     * The next of the merchants, by name.
     *
     * @param after {@link MerchantPage#next} of the page before
     * @throws IllegalArgumentException when it is none
     */
    public MerchantPage merchants(String after, int size) {
        var all = view().byName();
        return page(all, NameBookmark.read(after).in(all), size);
    }

    private MerchantPage page(List<Storefront> all, int from, int size) {
        int to = Math.min(all.size(), from + size);
        String next =
                to < all.size() && to > 0 ? NameBookmark.of(all.get(to - 1)).text() : null;
        return new MerchantPage(all.size(), merchants(all.subList(from, to)), next);
    }

    /**
     * Shops to show first: those nearest to the place, or without one those that are open and fresh.
     *
     * @param place null when nobody said from where
     */
    public List<Merchant> shopsNear(@Nullable Place place, int limit) {
        var view = view();
        var order = Comparator.comparingInt((Storefront shop) -> view.isOpen(shop.number()) ? 0 : 1)
                .thenComparing(Storefront::confirmedAt, Comparator.reverseOrder());
        float[] metres = view.metres(place);
        if (metres != null) {
            order = Comparator.comparingDouble(shop -> metres[shop.number()]);
        }
        return merchants(view.byName().stream().sorted(order).limit(limit).toList());
    }

    private List<Merchant> merchants(List<Storefront> some) {
        var counts = index.search(ListingQuery.of("").page(1, 1)).counts().shops();
        return some.stream()
                .flatMap(shop -> shown(shop.did()).map(held -> merchant(held, counts.of(shop.number()))).stream())
                .toList();
    }

    /**
     * Where somebody looks from, by a postcode that some shop has, or one beside it, or a position; empty when the text can be
     * neither.
     */
    public Optional<Place> place(String typed) {
        return view().place(typed);
    }

    /** How many metres lie between the place and the shop; negative when that is not known. */
    public float metres(@Nullable Place place, Did shop) {
        var from = place == null ? null : place.geo();
        var to = view().shop(shop).map(Storefront::geo).orElse(null);
        return from == null || to == null ? -1 : (float) to.metresTo(from);
    }

    /** The shops nearest to that one, nearest first. */
    public List<Near> around(Did shop, int withinMetres, int most) {
        return view().around(shop, withinMetres, most);
    }

    /** The currency of that shop; without one, that of most shops, each with one voice; empty when none says. */
    public Optional<Currency> currency(@Nullable Did shop) {
        var view = view();
        return shop == null
                ? Optional.ofNullable(view.currency())
                : view.shop(shop).map(Storefront::currency);
    }

    /** What a search finds, as cards: reads no record. */
    public Found find(ListingQuery query, Around around) {
        return finding(around).find(query);
    }

    /**
     * The same with what one can choose from: of what one chooses one of, such as distances, each is counted as if it stood in
     * place of the one that is chosen.
     */
    public Found findToNarrow(ListingQuery query, Around around) {
        return finding(around).findToNarrow(query);
    }

    /** What a search finds, with the records. */
    public ListingPage search(ListingQuery query) {
        return search(query, Around.ANYWHERE);
    }

    /** The same among some shops. */
    public ListingPage search(ListingQuery query, Around around) {
        return search(query, around, null);
    }

    /**
     * The same from where reading stopped.
     *
     * @param after {@link ListingPage#next} of the page before; null for the page of the query
     * @throws IllegalArgumentException when it is of another order, or two days old
     */
    public ListingPage search(ListingQuery query, Around around, @Nullable String after) {
        var finding = finding(around);
        var weighed = finding.street().moment();
        ListingHits hits;
        if (after == null) {
            hits = finding.hits(query);
        } else {
            var bookmark = Bookmark.read(after, query, weighed, clock.instant());
            weighed = bookmark.weighed();
            hits = finding.hits(query, bookmark);
        }
        var seen = new HashMap<Did, Optional<Held>>();
        Function<Did, Optional<Held>> shopOf = did -> seen.computeIfAbsent(did, this::shown);
        var listings = hits.listings().stream()
                .flatMap(key -> shopOf.apply(key.did()).flatMap(shop -> listing(shop, key.rkey())).stream())
                .toList();
        String end = hits.next();
        String next = end == null ? null : new Bookmark(weighed, end).written(query);
        return new ListingPage(hits.total(), listings, finding.facets(hits), hits.instead(), next);
    }

    private Finding finding(Around around) {
        var view = view();
        return new Finding(index, view, around, view.metres(around.place()), presence);
    }

    /** What any answer to any question stands on: while it is equal, so are the answers, but for who can be reached. */
    public record State(long index, long street) {}

    public State state() {
        var view = view();
        return new State(index.generation(), view.version);
    }

    /** Whether a merchant answers now. */
    public Presence presence(Did did) {
        return presence.apply(did);
    }

    /** Ways on from what was typed so far: a few shops, then categories and names. */
    public List<Suggestion> suggest(String typed) {
        var view = view();
        var shops = ShopNames.beginning(typed, view.byName());
        return Stream.concat(shops.stream(), index.suggest(typed, view.view(Around.ANYWHERE, null)).stream())
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** The same among the goods of one shop alone. */
    public List<Suggestion> suggest(String typed, Did shop) {
        return view().shop(shop)
                .map(Storefront::number)
                .map(number -> {
                    var only = new BitSet();
                    only.set(number);
                    return index.suggest(typed, new ShopView(only, new float[0], null));
                })
                .orElse(List.of());
    }

    /** A repository with a profile that is to be shown. */
    private record Held(Head head, ShopProfile profile) {}

    /** A profile as one commit holds it. */
    private record Described(Cid cid, ShopProfile profile) {}

    private Optional<Held> shown(Did did) {
        return store.head(did).flatMap(this::held).filter(shop -> !isSilent(shop));
    }

    private boolean isSilent(Held shop) {
        return freshness(shop).hidden();
    }

    private Freshness freshness(Held shop) {
        return Freshness.at(shop.head.rev().instant(), clock.instant());
    }

    private Optional<Held> held(Head head) {
        return profile(head).map(profile -> new Held(head, profile));
    }

    private Optional<ShopProfile> profile(Head head) {
        return profiles.get(head.commitCid(), _ -> described(head))
                .filter(read ->
                        shown.denied().status(head.did(), PROFILE, read.cid).isEmpty())
                .map(Described::profile);
    }

    private Optional<Described> described(Head head) {
        return store.record(head.did(), PROFILE)
                .flatMap(record ->
                        ShownRecords.profile(record.bytes()).map(profile -> new Described(record.cid(), profile)));
    }

    /** @param counted how many listings it has, where that is known already */
    private Merchant merchant(Held shop, @Nullable Integer counted) {
        var did = shop.head.did();
        int products = counted != null
                ? counted
                : index.search(ListingQuery.of("").ofMerchant(did).page(1, 1)).total();
        return new Merchant(did, shop.profile, shop.head.rev(), freshness(shop), products, presence.apply(did));
    }

    private Optional<Listing> listing(Held shop, RecordKey rkey) {
        var did = shop.head.did();
        return store.record(did, Collections.keyOf(Collections.PRODUCT, rkey))
                .flatMap(stored -> shown.product(stored)
                        .map(product -> new Listing(
                                did,
                                rkey,
                                stored.cid(),
                                product,
                                shop.profile,
                                shop.head.rev().instant(),
                                freshness(shop),
                                presence.apply(did))));
    }
}
