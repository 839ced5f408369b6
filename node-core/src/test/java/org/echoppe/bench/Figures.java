package org.echoppe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of what was measured, printed and written to {@code target/bench/NAME.md} of the module when closed. docs/BENCHMARKS.md
 * says what its columns mean.
 */
public final class Figures implements AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("measure", "median", "least", "95 %", "most", "CPU", "runs", "wanted");

    private final String name;
    private final String title;
    private final List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));

    /**
     * @param name of the file: a word
     * @param title what was measured, on how much
     */
    public Figures(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** @param wanted what the design asks for, such as {@code < 5 s}; empty when it asks for nothing */
    public void row(String measure, Samples samples, String wanted) {
        rows.add(List.of(
                measure,
                samples.text(50),
                samples.text(0),
                samples.text(95),
                samples.text(100),
                samples.cpu().map(millis -> Samples.text(millis, "ms")).orElse(""),
                String.valueOf(samples.values().length),
                wanted));
    }

    @Override
    public void close() {
        String text = "## " + title + "\n\n" + machine() + "\n\n" + table() + "\n";
        System.out.println("\n" + text);
        try {
            Path file = Files.createDirectories(Path.of("target", "bench")).resolve(name + ".md");
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table() {
        var text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---").append("|--:".repeat(COLUMNS.size() - 1)).append("|\n");
            }
        }
        return text.toString();
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f, JDK %s, %s %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }
}
