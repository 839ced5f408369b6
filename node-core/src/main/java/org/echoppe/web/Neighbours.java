package org.echoppe.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.echoppe.domain.Did;
import org.echoppe.records.Geo;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.web.view.Shop.Sketch;
import org.jspecify.annotations.Nullable;

/** The shops around one, and a sketch of where they are: no map of others is asked, nobody learns who looks. */
final class Neighbours {
    private static final int MOST = 8;
    private static final double FAR_METRES = 10_000;
    /** Among so many shops, by name, neighbours are looked for. */
    private static final int LOOKED_AT = 500;

    private static final int A_PAGE = 100;
    private static final double METRES_A_MICRODEGREE = 0.111_32;
    private static final List<Integer> RINGS = List.of(100, 250, 500, 1_000, 2_000, 5_000, 10_000);
    /** Half the width and height of the drawing, and how far from the middle the farthest shop stands. */
    private static final int MIDDLE = 120;

    private static final int REACH = 96;

    private record Near(Merchant merchant, Geo place, double metres) {}

    private final Listings listings;
    private final Cache<Did, List<Near>> found = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Neighbours(Listings listings) {
        this.listings = listings;
    }

    /** Null where the shop does not say where it is, or nobody is near. */
    @Nullable
    Sketch around(Visit visit, Merchant shop) {
        var here = shop.profile().geo().orElse(null);
        if (here == null) {
            return null;
        }
        var near = found.get(shop.did(), did -> look(did, here));
        return near.isEmpty() ? null : sketch(visit, here, near);
    }

    private List<Near> look(Did did, Geo here) {
        var near = new ArrayList<Near>();
        for (int page = 1; (page - 1) * A_PAGE < Math.min(LOOKED_AT, listings.merchantCount()); page++) {
            for (var merchant : listings.merchants(page, A_PAGE).merchants()) {
                merchant.profile()
                        .geo()
                        .filter(_ -> !merchant.did().equals(did))
                        .map(place -> new Near(merchant, place, here.metresTo(place)))
                        .filter(other -> other.metres <= FAR_METRES)
                        .ifPresent(near::add);
            }
        }
        near.sort(Comparator.comparingDouble(Near::metres));
        return List.copyOf(near.subList(0, Math.min(MOST, near.size())));
    }

    private static Sketch sketch(Visit visit, Geo here, List<Near> near) {
        double farthest = Math.max(RINGS.getFirst(), near.getLast().metres);
        double scale = REACH / farthest;
        var dots = IntStream.range(0, near.size())
                .mapToObj(i -> dot(visit, here, near.get(i), i + 1, scale))
                .toList();
        var rings = RINGS.stream()
                .filter(metres -> metres <= farthest * 1.1 && metres >= farthest / 5)
                .map(metres -> new Sketch.Ring((int) Math.round(metres * scale), distance(visit, metres)))
                .toList();
        return new Sketch(rings.subList(Math.max(0, rings.size() - 2), rings.size()), dots);
    }

    private static Sketch.Dot dot(Visit visit, Geo here, Near near, int number, double scale) {
        double east =
                (near.place.lon() - here.lon()) * METRES_A_MICRODEGREE * Math.cos(Math.toRadians(here.lat() / 1e6));
        double north = (near.place.lat() - here.lat()) * METRES_A_MICRODEGREE;
        var profile = near.merchant.profile();
        return new Sketch.Dot(
                number,
                MIDDLE + (int) Math.round(east * scale),
                MIDDLE - (int) Math.round(north * scale),
                profile.name(),
                visit.link(Links.shop(near.merchant.did())),
                distance(visit, near.metres));
    }

    private static String distance(Visit visit, double metres) {
        return metres < 950
                ? visit.say("map.metres", Math.max(10, Math.round(metres / 10) * 10))
                : visit.say("map.kilometres", Math.round(metres / 100) / 10.0);
    }
}
