package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.records.DeliveryZone;

/** Where a shop delivers to, as it is written: {@code 69001, 69002, 690*, 69100-69120}, or {@code 5 km}. */
final class AreaText {
    private static final int MOST_METRES = 1_000_000;
    private static final int MOST_CODES = 500;
    private static final Pattern RADIUS = Pattern.compile("(\\d{1,7}(?:[.,]\\d{1,3})?)\\s*(km|m)");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4,}|\\d{4,}-\\d{4,}|\\d+\\*)(\\s+(\\d{4,}|\\d{4,}-\\d{4,}|\\d+\\*))*");
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9 -]{1,14}|[A-Z0-9][A-Z0-9 -]{0,9}\\*");
    private static final Pattern RANGE = Pattern.compile("(\\d{3,})-(\\d{3,})");

    private AreaText() {}

    /** A zone of this area that costs nothing; whatever is wrong is a problem of the field. */
    static DeliveryZone parse(String text, String field, List<Problem> problems) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            problems.add(Problem.of(field, Fault.REQUIRED));
            return zone(List.of(), 0);
        }
        var radius = RADIUS.matcher(plain);
        if (radius.matches()) {
            var metres = new BigDecimal(radius.group(1).replace(',', '.'))
                    .scaleByPowerOfTen(radius.group(2).equals("km") ? 3 : 0)
                    .setScale(0, RoundingMode.HALF_UP);
            if (metres.signum() == 0 || metres.compareTo(BigDecimal.valueOf(MOST_METRES)) > 0) {
                problems.add(Problem.of(field, Fault.OUT_OF_RANGE, "1 m", "1000 km"));
                return zone(List.of(), 0);
            }
            return zone(List.of(), metres.intValue());
        }
        return zone(codes(plain.toUpperCase(Locale.ROOT), field, problems), 0);
    }

    private static List<String> codes(String text, String field, List<Problem> problems) {
        var codes = new ArrayList<String>();
        for (String part : text.replaceAll("\\s*[-\u2013]\\s*", "-").split("[,;\\n]")) {
            String code = part.strip().replaceAll("\\s+", " ");
            if (NUMBERS.matcher(code).matches()) {
                codes.addAll(Arrays.asList(code.split(" ")));
            } else if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        codes.stream()
                .filter(code -> !isOne(code))
                .findFirst()
                .ifPresent(code -> problems.add(Problem.of(field, Fault.NOT_A_POSTAL_CODE, code)));
        if (codes.isEmpty()) {
            problems.add(Problem.of(field, Fault.REQUIRED));
        } else if (codes.size() > MOST_CODES) {
            problems.add(Problem.of(field, Fault.TOO_MANY, MOST_CODES));
        }
        return codes.stream().distinct().toList();
    }

    private static boolean isOne(String code) {
        var range = RANGE.matcher(code);
        boolean backwards = range.matches()
                && range.group(1).length() == range.group(2).length()
                && range.group(1).compareTo(range.group(2)) > 0;
        return CODE.matcher(code).matches() && !backwards;
    }

    private static DeliveryZone zone(List<String> codes, int metres) {
        return new DeliveryZone(codes, metres, 0, 0, 0);
    }

    static String format(DeliveryZone zone) {
        if (zone.radiusMetres() == 0) {
            return String.join(", ", zone.postalCodes());
        }
        return zone.radiusMetres() % 100 == 0
                ? BigDecimal.valueOf(zone.radiusMetres() / 100, 1)
                                .stripTrailingZeros()
                                .toPlainString() + " km"
                : zone.radiusMetres() + " m";
    }
}
