package org.echoppe.replicas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.records.Delivery.Answer;
import org.echoppe.records.Geo;
import org.echoppe.search.ShopView;
import org.jspecify.annotations.Nullable;

/**
 * The street at one moment, by the index's numbers of the shops: of those that are shown, which leaves out whoever was not heard
 * for too long ({@link Freshness}).
 */
final class StreetView {
    private static final float OPEN = 0.4f;
    private static final float NO_HOURS = 0.1f;
    private static final float FRESH = 0.3f;
    private static final float NEAR = 0.6f;
    /** At this distance half of the lift is left. */
    private static final float HALF_METRES = 3_000;

    private static final int PLACES_KEPT = 32;
    private static final int MOMENTS_KEPT = 4;

    final long version;
    private final long changed;
    private final Instant from;
    private final Instant until;
    private final List<Storefront> byName;
    private final @Nullable Storefront[] byNumber;
    private final Map<Did, Storefront> byDid = new HashMap<>();
    private final BitSet shown = new BitSet();
    private final BitSet open = new BitSet();
    private final BitSet pickup = new BitSet();
    private final OpenNow.@Nullable State[] states;
    private final float[] lift;
    private final @Nullable Currency currency;
    /** From postcodes: positions are kept nowhere. */
    private final Cache<Geo, float[]> distances =
            Caffeine.newBuilder().maximumSize(PLACES_KEPT).build();

    private final Cache<Place, BitSet> deliveries =
            Caffeine.newBuilder().maximumSize(PLACES_KEPT).build();

    private final Cache<Instant, float[]> lifts =
            Caffeine.newBuilder().maximumSize(MOMENTS_KEPT).build();

    private StreetView(long version, long changed, List<Storefront> all, ZonedDateTime now, OpenNow openNow) {
        this.version = version;
        this.changed = changed;
        this.from = now.toInstant();
        byName = all.stream()
                .filter(shop -> !Freshness.at(shop.confirmedAt(), from).hidden())
                .toList();
        int numbers = byName.stream().mapToInt(Storefront::number).max().orElse(-1) + 1;
        byNumber = new Storefront[numbers];
        states = new OpenNow.State[numbers];
        Instant next = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()).toInstant();
        for (var shop : byName) {
            byNumber[shop.number()] = shop;
            byDid.put(shop.did(), shop);
            var state = openNow.of(shop, from);
            add(shop, state);
            next = earlier(next, earlier(state.until(), Freshness.changes(shop.confirmedAt(), from)));
        }
        until = next;
        lift = liftAt(from);
        currency = mostUsed(byName);
    }

    /**
     * How it is now, and as long as nothing changes with the clock alone, the day of this node included.
     *
     * @param all the shops by name
     * @param now by this node's clock and zone
     */
    static StreetView of(long version, long changed, List<Storefront> all, ZonedDateTime now, OpenNow open) {
        return new StreetView(version, changed, all, now, open);
    }

    /** Each shop has one voice, however much it sells; of two with as many, the first by its letters. */
    private static @Nullable Currency mostUsed(List<Storefront> shops) {
        var counts = new HashMap<Currency, Integer>();
        shops.forEach(shop -> {
            if (shop.currency() != null) {
                counts.merge(shop.currency(), 1, Integer::sum);
            }
        });
        return counts.keySet().stream()
                .min(Comparator.comparingInt((Currency one) -> -counts.getOrDefault(one, 0))
                        .thenComparing(Currency::getCurrencyCode))
                .orElse(null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void add(Storefront shop, OpenNow.State state) {
        int number = shop.number();
        shown.set(number);
        states[number] = state;
        open.set(number, state.open());
        pickup.set(number, shop.picksUp());
    }

    private float[] liftAt(Instant moment) {
        float[] lifted = new float[states.length];
        for (var shop : byName) {
            var known = states[shop.number()];
            boolean isKnown = known != null && known.holdsAt(moment);
            boolean isOpen = isKnown ? known.open() : OpenNow.isOpen(shop, moment);
            boolean silent = shop.times().week().isEmpty();
            float share = Freshness.at(shop.confirmedAt(), moment).share();
            lifted[shop.number()] = FRESH * share + (isOpen ? OPEN : silent ? NO_HOURS : 0);
        }
        return lifted;
    }

    /** As of when the shops are weighed where nobody says otherwise, in milliseconds. */
    Instant moment() {
        return from;
    }

    /** Whether nothing has changed since. */
    boolean holdsAt(Instant now, long change) {
        return change == changed && !now.isBefore(from) && now.isBefore(until);
    }

    List<Storefront> byName() {
        return byName;
    }

    Optional<Storefront> shop(int number) {
        return number < byNumber.length ? Optional.ofNullable(byNumber[number]) : Optional.empty();
    }

    /** Empty for one that is not shown. */
    Optional<Storefront> shop(Did did) {
        return Optional.ofNullable(byDid.get(did));
    }

    /** The one that most shops sell in; null when no shop says. */
    @Nullable
    Currency currency() {
        return currency;
    }

    boolean isOpen(int number) {
        return open.get(number);
    }

    BitSet open() {
        return open;
    }

    BitSet pickup() {
        return pickup;
    }

    /** A place as somebody wrote it; empty when it can be none. */
    Optional<Place> place(String typed) {
        var position = Place.position(typed);
        if (position.isPresent()) {
            return Optional.of(new Place(Place.rounded(typed), "", "", position.get(), false));
        }
        if (!Place.isCode(typed)) {
            return Optional.empty();
        }
        var located = Postcodes.find(Place.plain(typed), byName);
        return Optional.of(new Place(
                typed,
                typed,
                located.map(Postcodes.Located::country).orElse(""),
                located.map(Postcodes.Located::geo).orElse(null),
                located.map(Postcodes.Located::about).orElse(false)));
    }

    /**
     * What the index is asked with.
     *
     * @param metres how far each shop is from the place, as {@link #metres} says
     */
    ShopView view(Around around, float @Nullable [] metres) {
        return view(around, metres, from);
    }

    /**
     * The same with the shops weighed as of another moment: which count is a matter of now.
     *
     * @param moment the {@link #moment} of this street, or of one before
     */
    ShopView view(Around around, float @Nullable [] metres, Instant moment) {
        var only = (BitSet) shown.clone();
        if (around.open()) {
            only.and(open);
        }
        switch (around.handing()) {
            case ANY -> {}
            case PICKUP -> only.and(pickup);
            case DELIVERY -> only.and(deliveringTo(around.place()));
        }
        if (around.withinMetres() > 0 && metres != null) {
            for (int number = 0; number < metres.length; number++) {
                if (metres[number] > around.withinMetres()) {
                    only.clear(number);
                }
            }
        }
        float[] weighed = moment.equals(from) ? lift : lifts.get(moment, this::liftAt);
        return new ShopView(shown, only, metres == null ? weighed : nearer(weighed, metres), metres);
    }

    private static float[] nearer(float[] weighed, float[] metres) {
        float[] lifted = weighed.clone();
        for (int number = 0; number < lifted.length; number++) {
            lifted[number] += NEAR / (1 + metres[number] / HALF_METRES);
        }
        return lifted;
    }

    /** How far each shop is from there, infinite where it does not say where it is; null without a place that is known. */
    float @Nullable [] metres(@Nullable Place place) {
        var geo = place == null ? null : place.geo();
        if (place == null || geo == null) {
            return null;
        }
        return place.isPosition() ? metres(geo) : distances.get(geo, this::metres);
    }

    private float[] metres(Geo from) {
        float[] metres = new float[byNumber.length];
        Arrays.fill(metres, Float.POSITIVE_INFINITY);
        for (var shop : byName) {
            if (shop.geo() != null) {
                metres[shop.number()] = (float) shop.geo().metresTo(from);
            }
        }
        return metres;
    }

    /** The shops that stand nearest to one of them, nearest first. */
    List<Near> around(Did did, int withinMetres, int most) {
        var middle = shop(did).map(Storefront::geo).orElse(null);
        if (middle == null) {
            return List.of();
        }
        var near = new ArrayList<Near>();
        for (var shop : byName) {
            if (shop.geo() != null && !shop.did().equals(did)) {
                double metres = shop.geo().metresTo(middle);
                if (metres <= withinMetres) {
                    near.add(new Near(shop, shop.geo(), metres));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Near::metres));
        return List.copyOf(near.subList(0, Math.min(most, near.size())));
    }

    /** The shops that bring something there, whatever the basket; none when nobody said where. */
    BitSet deliveringTo(@Nullable Place place) {
        if (place == null) {
            return new BitSet();
        }
        return place.isPosition() ? delivering(place) : deliveries.get(place, this::delivering);
    }

    private BitSet delivering(Place to) {
        var delivering = new BitSet();
        for (var shop : byName) {
            if (!shop.delivery().zones().isEmpty()) {
                String code = isAbroad(shop, to) ? "" : to.postalCode();
                var answer = shop.delivery().to(code, to.exactly(), Long.MAX_VALUE);
                delivering.set(shop.number(), !(answer instanceof Answer.OutOfReach));
            }
        }
        return delivering;
    }

    /** 1000 is a postcode in Brussels, and another in Lausanne. Nobody is left out by a country that is guessed. */
    private static boolean isAbroad(Storefront shop, Place place) {
        return !place.about()
                && !shop.country().isEmpty()
                && !place.country().isEmpty()
                && !shop.country().equals(place.country());
    }
}
