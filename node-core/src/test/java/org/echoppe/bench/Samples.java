package org.echoppe.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The same thing measured several times. */
public final class Samples {
    private final double[] sorted;
    private final String unit;

    private Samples(double[] values, String unit) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
        this.unit = unit;
    }

    /** At least one value. */
    public static Samples of(String unit, double... values) {
        return new Samples(values, unit);
    }

    /** Milliseconds of every run after those that only warm up. */
    public static Samples millis(int warmUps, int runs, Callable<?> work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.call();
        }
        var values = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.call();
            values[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Samples(values, "ms");
    }

    /** The same as a rate: how many of {@code things} a second, where a run took that many milliseconds. */
    public Samples perSecond(double things, String name) {
        return new Samples(Arrays.stream(sorted).map(ms -> things / ms * 1000).toArray(), name + "/s");
    }

    public double median() {
        return at(50);
    }

    /** @param percent 0 (the least) to 100 (the most) */
    public double at(int percent) {
        return sorted[(int) Math.ceil((sorted.length - 1) * percent / 100.0)];
    }

    public int runs() {
        return sorted.length;
    }

    String text(int percent) {
        double value = at(percent);
        String format = value >= 100 ? "%,.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, value, unit);
    }
}
