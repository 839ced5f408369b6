package org.echoppe.web;

import java.util.List;
import java.util.stream.IntStream;
import org.echoppe.records.Geo;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Merchant;
import org.echoppe.replicas.Near;
import org.echoppe.web.view.Shop.Sketch;
import org.jspecify.annotations.Nullable;

/** The shops around one, and a sketch of where they are: no map of others is asked, nobody learns who looks. */
final class Neighbours {
    private static final int MOST = 8;
    private static final int FAR_METRES = 10_000;
    private static final double METRES_A_MICRODEGREE = 0.111_32;
    private static final List<Integer> RINGS = List.of(100, 250, 500, 1_000, 2_000, 5_000, 10_000);
    /** Half the width and height of the drawing, and how far from the middle the farthest shop stands. */
    private static final int MIDDLE = 120;

    private static final int REACH = 96;

    private final Listings listings;

    Neighbours(Listings listings) {
        this.listings = listings;
    }

    /** Null where the shop does not say where it is, or nobody is near. */
    @Nullable
    Sketch around(Visit visit, Merchant shop) {
        var here = shop.profile().geo().orElse(null);
        var near = listings.around(shop.did(), FAR_METRES, MOST);
        return here == null || near.isEmpty() ? null : sketch(visit, here, near);
    }

    private static Sketch sketch(Visit visit, Geo here, List<Near> near) {
        double farthest = Math.max(RINGS.getFirst(), near.getLast().metres());
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
        var there = near.geo();
        double east = (there.lon() - here.lon()) * METRES_A_MICRODEGREE * Math.cos(Math.toRadians(here.lat() / 1e6));
        double north = (there.lat() - here.lat()) * METRES_A_MICRODEGREE;
        return new Sketch.Dot(
                number,
                MIDDLE + (int) Math.round(east * scale),
                MIDDLE - (int) Math.round(north * scale),
                near.shop().name(),
                visit.link(Links.shop(near.shop().did())),
                distance(visit, near.metres()));
    }

    private static String distance(Visit visit, double metres) {
        return metres < 950
                ? visit.say("map.metres", Math.max(10, Math.round(metres / 10) * 10))
                : visit.say("map.kilometres", Math.round(metres / 100) / 10.0);
    }
}
