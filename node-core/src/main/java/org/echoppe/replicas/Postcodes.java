package org.echoppe.replicas;

import java.util.Arrays;
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
    /** The French ones overseas name an island, or a land, by three. */
    private static final int ALIKE_OVERSEAS = 3;

    private static final List<String> OVERSEAS = List.of("97", "98");

    private Postcodes() {}

    /**
     * @param country empty when the shops there do not say
     * @param about whether only shops of codes that begin alike are known
     */
    record Located(String country, Geo geo, boolean about) {}

    /**
     * In the country where most shops have that code; where none has it, by those whose code begins like it for the longest.
     *
     * @param code as {@link Place#plain} writes it
     */
    static Optional<Located> find(String code, List<Storefront> shops) {
        var located = shops.stream().filter(shop -> shop.geo() != null).toList();
        var here =
                located.stream().filter(shop -> shop.postalCode().equals(code)).toList();
        if (!here.isEmpty()) {
            String country = country(here, shops);
            return find(code, country, in(country, here), located, false);
        }
        var beside = located.stream().filter(shop -> isBeside(shop, code)).toList();
        String country = country(beside, shops);
        return find(code, country, nearest(in(country, beside), code), located, true);
    }

    /** @param own who tells, of that country */
    private static Optional<Located> find(
            String code, String country, List<Storefront> own, List<Storefront> all, boolean about) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var heard = own.size() >= ENOUGH
                ? own
                : in(country, all).stream().filter(shop -> isNear(shop, code)).toList();
        var positions = positions(heard);
        var middle = new Geo(middle(positions, Geo::lat), middle(positions, Geo::lon));
        return positions(own).stream()
                .min(Comparator.comparingDouble(middle::metresTo))
                .map(nearest -> new Located(country, nearest, about));
    }

    private static List<Storefront> in(String country, List<Storefront> shops) {
        return shops.stream().filter(shop -> shop.country().equals(country)).toList();
    }

    /** Those whose code begins like it for as long as anybody's. */
    private static List<Storefront> nearest(List<Storefront> shops, String code) {
        int most = shops.stream()
                .mapToInt(shop -> alike(shop.postalCode(), code))
                .max()
                .orElse(0);
        return shops.stream()
                .filter(shop -> alike(shop.postalCode(), code) == most)
                .toList();
    }

    private static int alike(String one, String other) {
        int end = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return end < 0 ? one.length() : end;
    }

    /** 6900 in Belgium is nothing to 69003 in France. */
    private static boolean isBeside(Storefront shop, String code) {
        return digits(shop.postalCode()) == digits(code) && isNear(shop, code);
    }

    /** How many digits a code is of; 0 where it has letters, so that its length tells nothing. */
    private static int digits(String code) {
        return code.chars().allMatch(Character::isDigit) ? code.length() : 0;
    }

    private static boolean isNear(Storefront shop, String code) {
        boolean overseas = OVERSEAS.stream().anyMatch(code::startsWith);
        int enough = overseas ? ALIKE_OVERSEAS : ALIKE;
        return shop.postalCode().startsWith(code.substring(0, Math.min(enough, code.length())));
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

    private static List<Geo> positions(List<Storefront> shops) {
        return shops.stream()
                .flatMap(shop -> Optional.ofNullable(shop.geo()).stream())
                .toList();
    }

    /** The median, which a few wild ones cannot move far. */
    private static int middle(List<Geo> places, ToIntFunction<Geo> coordinate) {
        int[] sorted = places.stream().mapToInt(coordinate).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
