package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as people write it: 4.35, 4,35, 1 234,50, 1,234.50, 1'234.50. */
final class DecimalText {
    /** What may stand between groups of three digits without ever being a decimal sign. */
    private static final String SPACES = "[\\s\\u00a0\\u2007\\u2009\\u202f'\u2019]";

    private static final Pattern PLAIN = Pattern.compile("-?\\d*[.,]?\\d+");
    private static final Pattern SPACED = Pattern.compile("-?\\d{1,3}(" + SPACES + "\\d{3})+([.,]\\d+)?");
    private static final Pattern POINTS_THEN_COMMA = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern COMMAS_THEN_POINT = Pattern.compile("-?\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern GROUPS_ALONE = Pattern.compile("-?\\d{1,3}((\\.\\d{3}){2,}|(,\\d{3}){2,})");
    private static final Pattern TWO_WAYS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private DecimalText() {}

    /** @param decimal a point or a comma: decides where a text could be read two ways, as 1.234 can */
    static Optional<BigDecimal> parse(String text, char decimal) {
        String number = text.strip().replace('\u2212', '-');
        if (number.length() > 40) {
            return Optional.empty();
        }
        if (SPACED.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number.replaceAll(SPACES, "").replace(',', '.')));
        }
        if (POINTS_THEN_COMMA.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number.replace(".", "").replace(',', '.')));
        }
        if (COMMAS_THEN_POINT.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number.replace(",", "")));
        }
        if (GROUPS_ALONE.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number.replaceAll("[.,]", "")));
        }
        if (TWO_WAYS.matcher(number).matches() && number.indexOf(decimal) < 0) {
            return Optional.of(new BigDecimal(number.replaceAll("[.,]", "")));
        }
        return PLAIN.matcher(number).matches()
                ? Optional.of(new BigDecimal(number.replace(',', '.')))
                : Optional.empty();
    }

    /** The decimal sign that this text shows beyond doubt; empty when it shows none. */
    static Optional<Character> decimalSign(String text) {
        String number = text.replaceAll("[^0-9.,]", "");
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        boolean shown = last >= 0
                && number.indexOf(number.charAt(last)) == last
                && (number.length() - last != 4
                        || number.replaceAll("[0-9]", "").length() > 1
                        || number.startsWith("0"));
        return shown ? Optional.of(number.charAt(last)) : Optional.empty();
    }
}
