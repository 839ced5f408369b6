package org.echoppe.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The same thing measured several times.
 *
 * @param values sorted, at least one
 * @param cpu milliseconds of all cores that one run took, in the middle: what is left of a figure on a busy machine
 */
public record Samples(double[] values, String unit, Optional<Double> cpu) {
    public Samples {
        values = values.clone();
        Arrays.sort(values);
    }

    public static Samples of(String unit, double... values) {
        return new Samples(values, unit, Optional.empty());
    }

    /** The same as a rate: how many of {@code things} a second, where a run took that many milliseconds. */
    public Samples perSecond(double things, String name) {
        return of(
                name + "/s", Arrays.stream(values).map(ms -> things / ms * 1000).toArray());
    }

    /** @param percent 0 (the least) to 100 (the most) */
    public double at(int percent) {
        return values[(int) Math.ceil((values.length - 1) * percent / 100.0)];
    }

    String text(int percent) {
        return text(at(percent), unit);
    }

    static String text(double value, String unit) {
        String format = value >= 100 ? "%,.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, value, unit);
    }
}
