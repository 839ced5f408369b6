package org.echoppe.replicas;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.records.Delivery.Answer;
import org.echoppe.records.Geo;
import org.echoppe.search.ShopView;
import org.jspecify.annotations.Nullable;

/** The street at one moment, by the index's numbers of the shops. */
final class StreetView {
    private static final float OPEN = 0.4f;
    private static final float NO_HOURS = 0.1f;
    private static final float FRESH = 0.3f;
    private static final float NEAR = 0.6f;
    /** At this distance half of the lift is left. */
    private static final float HALF_METRES = 3_000;

    private static final int PLACES_KEPT = 32;

    final long version;
    private final long changed;
    private final Instant from;
    private final Instant until;
    private final List<Storefront> byName;
    private final @Nullable Storefront[] byNumber;
    private final BitSet fresh = new BitSet();
    private final BitSet open = new BitSet();
    private final BitSet pickup = new BitSet();
    private final float[] lift;
    private final Map<String, Geo> codes = new HashMap<>();
    private final Cache<Geo, float[]> distances =
            Caffeine.newBuilder().maximumSize(PLACES_KEPT).build();
    private final Cache<Place, BitSet> deliveries =
            Caffeine.newBuilder().maximumSize(PLACES_KEPT).build();

    private StreetView(long version, long changed, List<Storefront> byName, Instant now, OpenNow openNow) {
        this.version = version;
        this.changed = changed;
        this.from = now;
        this.byName = byName;
        int numbers = byName.stream().mapToInt(Storefront::number).max().orElse(-1) + 1;
        byNumber = new Storefront[numbers];
        lift = new float[numbers];
        Instant next = Instant.MAX;
        for (var shop : byName) {
            byNumber[shop.number()] = shop;
            var state = openNow.of(shop, now);
            add(shop, state.open(), Freshness.at(shop.confirmedAt(), now));
            next = earlier(next, earlier(state.until(), Freshness.changes(shop.confirmedAt(), now)));
        }
        until = next;
    }

    static StreetView of(long version, long changed, List<Storefront> byName, Instant now, OpenNow open) {
        return new StreetView(version, changed, byName, now, open);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void add(Storefront shop, boolean isOpen, Freshness freshness) {
        int number = shop.number();
        fresh.set(number, !freshness.hidden());
        open.set(number, isOpen);
        pickup.set(number, shop.picksUp());
        boolean silent = shop.times().week().isEmpty();
        lift[number] = FRESH * freshness.share() + (isOpen ? OPEN : silent ? NO_HOURS : 0);
        if (shop.geo() != null && !shop.postalCode().isEmpty()) {
            codes.putIfAbsent(Place.plain(shop.postalCode()), shop.geo());
        }
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

    boolean isOpen(int number) {
        return open.get(number);
    }

    boolean isFresh(int number) {
        return fresh.get(number);
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
            return Optional.of(new Place(typed, "", position.get()));
        }
        return Place.isCode(typed)
                ? Optional.of(new Place(typed, typed, codes.get(Place.plain(typed))))
                : Optional.empty();
    }

    /** What the index is asked with. */
    ShopView view(Around around) {
        var only = (BitSet) fresh.clone();
        var place = around.place();
        float[] metres = place == null || place.geo() == null ? null : metres(place.geo());
        if (around.open()) {
            only.and(open);
        }
        switch (around.handing()) {
            case ANY -> {}
            case PICKUP -> only.and(pickup);
            case DELIVERY -> only.and(deliveringTo(place));
        }
        if (around.withinMetres() > 0 && metres != null) {
            for (int number = 0; number < metres.length; number++) {
                if (metres[number] > around.withinMetres()) {
                    only.clear(number);
                }
            }
        }
        return new ShopView(only, metres == null ? lift : nearer(metres), metres);
    }

    private float[] nearer(float[] metres) {
        float[] lifted = lift.clone();
        for (int number = 0; number < lifted.length; number++) {
            lifted[number] += NEAR / (1 + metres[number] / HALF_METRES);
        }
        return lifted;
    }

    /** How far each shop is from there; infinite where it does not say where it is. */
    float[] metres(Geo place) {
        return distances.get(place, from -> {
            float[] metres = new float[byNumber.length];
            Arrays.fill(metres, Float.POSITIVE_INFINITY);
            for (var shop : byName) {
                if (shop.geo() != null) {
                    metres[shop.number()] = (float) shop.geo().metresTo(from);
                }
            }
            return metres;
        });
    }

    /** The shops that bring something there, whatever the basket; none when nobody said where. */
    BitSet deliveringTo(@Nullable Place place) {
        if (place == null) {
            return new BitSet();
        }
        return deliveries.get(place, to -> {
            var delivering = new BitSet();
            for (var shop : byName) {
                boolean zones = !shop.delivery().zones().isEmpty();
                delivering.set(
                        shop.number(),
                        zones
                                && !(shop.delivery().to(to.postalCode(), Optional.ofNullable(to.geo()), Long.MAX_VALUE)
                                        instanceof Answer.OutOfReach));
            }
            return delivering;
        });
    }
}
