package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.records.Geo;

/**
 * A place as people copy it: {@code 45.7640, 4.8357}, {@code 45,7640 ; 4,8357}, a link to OpenStreetMap, {@code geo:…}.
 * Nothing is looked up.
 */
final class PositionText {
    private static final String DEGREES = "([+-]?\\d{1,3}(?:[.,]\\d+)?)\\s*°?\\s*";
    private static final Pattern PAIR = Pattern.compile(
            DEGREES + "([NSns])?(?:\\s*[;/]\\s*|\\s*,\\s+|\\s+|(?<=[.]\\d{1,12}),)" + DEGREES + "([EWOewo])?");
    private static final Pattern MARKER = Pattern.compile("[?&]mlat=(-?[\\d.]+)&(?:amp;)?mlon=(-?[\\d.]+)");
    private static final Pattern MAP = Pattern.compile("#map=[\\d.]+/(-?[\\d.]+)/(-?[\\d.]+)");
    private static final Pattern GEO = Pattern.compile("geo:(-?[\\d.]+),(-?[\\d.]+)\\b.*");

    private PositionText() {}

    /** Empty for what is no place on the earth. */
    static Optional<Geo> parse(String text) {
        String place = text.strip();
        for (var pattern : new Pattern[] {MARKER, MAP, GEO}) {
            var link = pattern.matcher(place);
            if (link.find()) {
                return geo(link.group(1), false, link.group(2), false);
            }
        }
        var pair = PAIR.matcher(place);
        return pair.matches()
                ? geo(pair.group(1), is(pair.group(2), "sS"), pair.group(3), is(pair.group(4), "wWoO"))
                : Optional.empty();
    }

    private static boolean is(@org.jspecify.annotations.Nullable String letter, String letters) {
        return letter != null && letters.contains(letter);
    }

    private static Optional<Geo> geo(String lat, boolean south, String lon, boolean west) {
        return microdegrees(lat, south, Geo.MOST_LAT)
                .flatMap(north -> microdegrees(lon, west, Geo.MOST_LON).map(east -> new Geo(north, east)));
    }

    private static Optional<Integer> microdegrees(String degrees, boolean negative, int most) {
        try {
            var value = new BigDecimal(degrees.replace(',', '.')).setScale(6, RoundingMode.HALF_UP);
            return Optional.of(negative ? value.negate() : value)
                    .filter(number -> number.abs().compareTo(BigDecimal.valueOf(most, 6)) <= 0)
                    .map(number -> number.unscaledValue().intValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@code 45.764, 4.8357}: what {@link #parse} reads back. */
    static String format(Geo geo) {
        return degrees(geo.lat()) + ", " + degrees(geo.lon());
    }

    private static String degrees(int microdegrees) {
        var plain = BigDecimal.valueOf(microdegrees, 6).stripTrailingZeros();
        return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
    }
}
