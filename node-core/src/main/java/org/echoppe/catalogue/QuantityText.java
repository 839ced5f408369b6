package org.echoppe.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;

/**
 * How much of a product one buys, as packages say it: 500 g, 1,5 litre, 2 x 65 g, 1/2 l, 1 Quart (946 ml). Where a drained
 * weight is named beside others it counts, because the price per kilo has to be told for it (directive 98/6/EC, article 2).
 */
final class QuantityText {
    private record Size(Unit unit, BigDecimal factor) {}

    private static final Map<String, Size> SIZES = Map.ofEntries(
            size("mg", Unit.KG, "0.000001"),
            size("g", Unit.KG, "0.001"),
            size("gr", Unit.KG, "0.001"),
            size("gramme", Unit.KG, "0.001"),
            size("gram", Unit.KG, "0.001"),
            size("kg", Unit.KG, "1"),
            size("kilo", Unit.KG, "1"),
            size("kilogramme", Unit.KG, "1"),
            size("kilogram", Unit.KG, "1"),
            size("ml", Unit.L, "0.001"),
            size("cl", Unit.L, "0.01"),
            size("dl", Unit.L, "0.1"),
            size("l", Unit.L, "1"),
            size("litre", Unit.L, "1"),
            size("liter", Unit.L, "1"),
            size("mm", Unit.M, "0.001"),
            size("cm", Unit.M, "0.01"),
            size("m", Unit.M, "1"),
            size("m2", Unit.M2, "1"),
            size("m\u00b2", Unit.M2, "1"),
            size("piece", Unit.PIECE, "1"),
            size("pi\u00e8ce", Unit.PIECE, "1"),
            size("pcs", Unit.PIECE, "1"));

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d.,/])(?:(\\d{1,4})\\s*[x\u00d7*]\\s*)?(\\d{1,6}(?:[.,]\\d{1,6})?)(?:/(\\d{1,3}))?\\s*"
                    + "(milligrammes?|kilogrammes?|kilograms?|grammes?|grams?|kilos?|litres?|liters?|pi[e\u00e8]ces?|pcs|kg|mg|gr|g|ml|cl|dl|l|mm|cm|m2|m\u00b2|m)"
                    + "(?![\\p{L}\\d])");

    private static final Pattern DRAINED =
            Pattern.compile("\u00e9goutt|egoutt|\\bpne\\b|escurrid|drained|abtropf|sgocciolat|uitgelekt");
    private static final Pattern GROSS = Pattern.compile("\\bbrut|gross");

    /** A word that says of what kind the amount before it is, where other brackets hold an amount of their own. */
    private static final Pattern WORDS_IN_BRACKETS = Pattern.compile("\\(([^()\\d]{1,40})\\)");

    private record Found(Measure measure, String label) {}

    private QuantityText() {}

    static Optional<Measure> parse(String text) {
        List<Found> found = new ArrayList<>();
        String plain = WORDS_IN_BRACKETS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" $1 ");
        for (String part : plain.split("[;()]|,(?!\\d)|\\s/\\s")) {
            read(part, found);
        }
        boolean drainedIsNamed = DRAINED.matcher(plain).find();
        boolean drainedWasRead =
                found.stream().anyMatch(one -> DRAINED.matcher(one.label).find());
        if (drainedIsNamed && !drainedWasRead) {
            return Optional.empty();
        }
        return found.stream()
                .filter(one -> !drainedWasRead || DRAINED.matcher(one.label).find())
                .filter(one -> !GROSS.matcher(one.label).find())
                .map(Found::measure)
                .findFirst();
    }

    /** A text that {@link #parse} reads back. */
    static String format(Measure measure) {
        var quantity =
                BigDecimal.valueOf(measure.quantity(), 3).stripTrailingZeros().toPlainString();
        return switch (measure.unit()) {
            case KG -> measure.quantity() < 1_000 ? measure.quantity() + " g" : quantity + " kg";
            case L -> measure.quantity() < 1_000 ? measure.quantity() + " ml" : quantity + " l";
            case M, M2, PIECE -> quantity + " " + measure.unit().code();
        };
    }

    /** Words belong to the amount behind them where the part begins with words, to the one before them elsewhere. */
    private static void read(String part, List<Found> found) {
        Matcher matcher = AMOUNT.matcher(part);
        List<int[]> spans = new ArrayList<>();
        List<Optional<Measure>> measures = new ArrayList<>();
        while (matcher.find()) {
            spans.add(new int[] {matcher.start(), matcher.end()});
            measures.add(measure(matcher));
        }
        for (int i = 0; i < spans.size(); i++) {
            boolean wordsFirst = part.substring(0, spans.get(0)[0]).codePoints().anyMatch(Character::isLetter);
            int from = i == 0 ? 0 : spans.get(i - 1)[1];
            int to = i + 1 == spans.size() ? part.length() : spans.get(i + 1)[0];
            String label = wordsFirst ? part.substring(from, spans.get(i)[0]) : part.substring(spans.get(i)[1], to);
            measures.get(i).ifPresent(measure -> found.add(new Found(measure, label)));
        }
    }

    private static Optional<Measure> measure(Matcher matcher) {
        String word = matcher.group(4);
        Size size = SIZES.get(word);
        if (size == null && word.endsWith("s")) {
            size = SIZES.get(word.substring(0, word.length() - 1));
        }
        var amount = new BigDecimal(matcher.group(2).replace(',', '.'));
        var count = matcher.group(1) == null ? BigDecimal.ONE : new BigDecimal(matcher.group(1));
        var parts = matcher.group(3) == null ? BigDecimal.ONE : new BigDecimal(matcher.group(3));
        boolean isFraction = matcher.group(3) == null || amount.compareTo(parts) < 0;
        if (size == null || !isFraction) {
            return Optional.empty();
        }
        long thousandths = amount.multiply(count)
                .multiply(size.factor)
                .movePointRight(3)
                .divide(parts, 0, RoundingMode.HALF_UP)
                .longValueExact();
        return thousandths > 0 ? Optional.of(new Measure(thousandths, size.unit)) : Optional.empty();
    }

    private static Map.Entry<String, Size> size(String word, Unit unit, String factor) {
        return Map.entry(word, new Size(unit, new BigDecimal(factor)));
    }
}
