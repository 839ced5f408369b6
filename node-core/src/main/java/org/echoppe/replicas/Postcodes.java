package org.echoppe.replicas;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.echoppe.records.Geo;

/**
 * Where postcodes are, by the shops that have them: no service is asked. A shop says itself where it stands, so none is
 * believed alone where others can be heard: the middle of all of them counts, and fewer than {@value #ENOUGH} are heard together
 * with those whose postcode begins alike. Against many shops of one liar nothing helps.
 */
final class Postcodes {
    /** Of so many one can lie, and the middle is still where the others are. */
    private static final int ENOUGH = 3;
    /** Postcodes that begin alike lie in one region. */
    private static final int ALIKE = 2;

    private Postcodes() {}

    /** @param country empty when the shops there do not say */
    record Located(String country, Geo geo) {}

    /**
     * In the country where most shops have that code.
     *
     * @param code as {@link Place#plain} writes it
     */
    static Optional<Located> find(String code, List<Storefront> shops) {
        var here = shops.stream()
                .filter(shop -> shop.geo() != null && shop.postalCode().equals(code))
                .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        String country = country(here, shops);
        var own = positions(here.stream().filter(shop -> shop.country().equals(country)));
        var heard = own.size() >= ENOUGH
                ? own
                : positions(shops.stream().filter(shop -> shop.geo() != null && isNear(shop, country, code)));
        var middle = new Geo(middle(heard, Geo::lat), middle(heard, Geo::lon));
        return own.stream()
                .min(Comparator.comparingDouble(middle::metresTo))
                .map(nearest -> new Located(country, nearest));
    }

    private static boolean isNear(Storefront shop, String country, String code) {
        return shop.country().equals(country)
                && shop.postalCode().startsWith(code.substring(0, Math.min(ALIKE, code.length())));
    }

    /** Of two that have as many, the one with more shops in all. */
    private static String country(List<Storefront> here, List<Storefront> all) {
        var among = counts(here);
        var inAll = counts(all);
        return among.keySet().stream()
                .max(Comparator.comparingInt((String country) -> among.getOrDefault(country, 0))
                        .thenComparingInt(country -> inAll.getOrDefault(country, 0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    private static Map<String, Integer> counts(List<Storefront> shops) {
        var counts = new HashMap<String, Integer>();
        shops.forEach(shop -> counts.merge(shop.country(), 1, Integer::sum));
        return counts;
    }

    private static List<Geo> positions(java.util.stream.Stream<Storefront> shops) {
        return shops.flatMap(shop -> Optional.ofNullable(shop.geo()).stream()).toList();
    }

    /** The median, which a few wild ones cannot move far. */
    private static int middle(List<Geo> places, ToIntFunction<Geo> coordinate) {
        int[] sorted = places.stream().mapToInt(coordinate).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
