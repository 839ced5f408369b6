package org.echoppe.replicas;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.records.Geo;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody looks from.
 *
 * @param postalCode empty when a position was given
 * @param geo null when no shop known here has that postcode, so that nobody can say where it is
 */
public record Place(
        String typed, String postalCode, @Nullable Geo geo) {
    private static final Pattern POSITION =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,6})?),(-?\\d{1,3}(?:\\.\\d{1,6})?)");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{0,18}");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f-]");

    public boolean isKnown() {
        return geo != null;
    }

    /** The position that « 45.76,4.84 » names; empty for anything else. */
    static Optional<Geo> position(String text) {
        var match = POSITION.matcher(text.replace(" ", ""));
        if (!match.matches()) {
            return Optional.empty();
        }
        int lat = micro(match.group(1));
        int lon = micro(match.group(2));
        return Math.abs(lat) <= Geo.MOST_LAT && Math.abs(lon) <= Geo.MOST_LON
                ? Optional.of(new Geo(lat, lon))
                : Optional.empty();
    }

    private static int micro(String degrees) {
        return new BigDecimal(degrees).movePointRight(6).intValue();
    }

    /** Whether it can be a postcode at all. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
    }

    /** The same for every way to write a code. */
    static String plain(String code) {
        return GAPS.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
