package org.echoppe.replicas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.records.Geo;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody looks from.
 *
 * @param typed a position only as exact as it is used: to a hundredth of a degree
 * @param postalCode empty when a position was given
 * @param country of the postcode, where shops tell; else empty
 * @param geo null when no shop known here has that postcode or one beside it, so that nobody can say where it is
 * @param about whether only shops of postcodes beside it are known
 */
public record Place(
        String typed,
        String postalCode,
        String country,
        @Nullable Geo geo,
        boolean about) {
    private static final Pattern POSITION =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,30})?),(-?\\d{1,3}(?:\\.\\d{1,30})?)");
    /** About a kilometre: whoever asks more exactly is not remembered more exactly. */
    private static final int DECIMALS = 2;

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{0,18}");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u202f-]");

    public boolean isKnown() {
        return geo != null;
    }

    /** Where it is, for what is promised or refused by it; empty where that is known about only. */
    public Optional<Geo> exactly() {
        return about ? Optional.empty() : Optional.ofNullable(geo);
    }

    /** A position that somebody gave, not a postcode: what no page, cache or log keeps. */
    public boolean isPosition() {
        return postalCode.isEmpty();
    }

    /** Whether what somebody typed is one. */
    public static boolean isPosition(String typed) {
        return position(typed).isPresent();
    }

    /** What somebody typed, and if it is a position then rounded to about a kilometre. */
    public static String rounded(String typed) {
        return position(typed)
                .map(geo -> degrees(geo.lat()) + "," + degrees(geo.lon()))
                .orElse(typed);
    }

    private static String degrees(int microdegrees) {
        return BigDecimal.valueOf(microdegrees, 6)
                .setScale(DECIMALS, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** The position that « 45.76,4.84 » names, rounded; empty for anything else. */
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
        return new BigDecimal(degrees)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .movePointRight(6)
                .intValueExact();
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
