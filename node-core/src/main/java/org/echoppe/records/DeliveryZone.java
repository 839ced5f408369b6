package org.echoppe.records;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.repo.Ipld;

/**
 * An area a shop delivers to. Amounts are in the smallest coin of the shop's currency.
 *
 * @param postalCodes of the shop's country: a code, its beginning followed by {@code *}, or {@code 69001-69009}; empty where
 *     the radius counts
 * @param radiusMetres around the shop's position; 0 where the codes count
 * @param freeFrom a basket of so much is brought for nothing; 0 for never
 * @param minimum a smaller basket is not brought at all
 */
public record DeliveryZone(List<String> postalCodes, int radiusMetres, long fee, long freeFrom, long minimum) {
    private static final Shape AMOUNT = Shape.integer(0, Price.MOST);
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f-]");
    private static final Pattern RANGE = Pattern.compile("(\\d{3,})-(\\d{3,})");

    static final Schema SCHEMA = new Schema()
            .optional("postalCodes", Shape.list(500, Shape.line(20)))
            .optional("radiusMetres", Shape.integer(1, 1_000_000))
            .optional("fee", AMOUNT)
            .optional("freeFrom", AMOUNT)
            .optional("minimum", AMOUNT);

    public DeliveryZone {
        postalCodes = List.copyOf(postalCodes);
    }

    /** Whether one of its codes is, begins or encloses this one, however it is cased and parted. */
    public boolean covers(String postalCode) {
        String plain = plain(postalCode);
        return !plain.isEmpty() && postalCodes.stream().anyMatch(code -> covers(code, plain));
    }

    /**
     * Whether it holds a place, by its postcode or within its radius.
     *
     * @param shop where the radius is measured from
     * @param place empty where it is not known: then no radius holds it
     */
    public boolean holds(String postalCode, Optional<Geo> shop, Optional<Geo> place) {
        return covers(postalCode) || isWithin(shop, place);
    }

    private boolean isWithin(Optional<Geo> shop, Optional<Geo> place) {
        return radiusMetres > 0
                && shop.isPresent()
                && place.filter(there -> shop.get().metresTo(there) <= radiusMetres)
                        .isPresent();
    }

    private static boolean covers(String code, String plain) {
        if (code.endsWith("*")) {
            return plain.startsWith(plain(code.substring(0, code.length() - 1)));
        }
        var range = RANGE.matcher(code);
        // of two lengths it is no range: 00-950 and 1000-001 are codes of Poland and Portugal
        if (range.matches() && range.group(1).length() == range.group(2).length()) {
            return plain.length() == range.group(1).length()
                    && plain.compareTo(range.group(1)) >= 0
                    && plain.compareTo(range.group(2)) <= 0;
        }
        return plain(code).equals(plain);
    }

    private static String plain(String code) {
        return GAPS.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** What bringing a basket of this amount costs. */
    public long feeFor(long basket) {
        return freeFrom > 0 && basket >= freeFrom ? 0 : fee;
    }

    static Optional<DeliveryZone> of(Ipld.Fields fields) {
        return Optional.of(new DeliveryZone(
                Changes.texts(fields, "postalCodes"),
                (int) within(fields, "radiusMetres", 1_000_000),
                within(fields, "fee", Price.MOST),
                within(fields, "freeFrom", Price.MOST),
                within(fields, "minimum", Price.MOST)));
    }

    private static long within(Ipld.Fields fields, String name, long most) {
        return fields.integer(name).filter(value -> value >= 0 && value <= most).orElse(0L);
    }

    Ipld.Fields toFields() {
        var fields = new Ipld.Fields(Map.of("fee", new Ipld.Int(fee)));
        fields = Changes.with(fields, "postalCodes", Changes.texts(postalCodes));
        fields = Changes.with(fields, "radiusMetres", radiusMetres > 0 ? new Ipld.Int(radiusMetres) : null);
        fields = Changes.with(fields, "freeFrom", freeFrom > 0 ? new Ipld.Int(freeFrom) : null);
        return Changes.with(fields, "minimum", minimum > 0 ? new Ipld.Int(minimum) : null);
    }
}
