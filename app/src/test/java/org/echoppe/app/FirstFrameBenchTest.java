package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.echoppe.bench.Jars;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of the process to the first frame, beside a bare JavaFX window, taking turns: as the start script starts it
 * the first time, and with the cache of loaded classes that it has from the second time on.
 */
@Tag("bench")
class FirstFrameBenchTest {
    private static final int RUNS = 9;
    private static final double MOST = 1.4;
    private static final Pattern ANSWER = Pattern.compile("frame=(\\d+) screen=(\\d+)");

    record Time(long frame, long screen) {}

    @TempDir
    Path folder;

    @Test
    void theWindowIsThereSoon() throws IOException, InterruptedException {
        var classPath = Jars.packed(folder);
        var cache = folder.resolve("window.aot");
        var home = List.of("echoppe", "--home", folder.resolve("home").toString());
        measure(folder, classPath, List.of("-Dechoppe.train=true", "-XX:AOTCacheOutput=" + cache), home);
        assertThat(cache).as("the cache that the training run leaves").exists();

        var bare = new ArrayList<Time>();
        var plain = new ArrayList<Time>();
        var cached = new ArrayList<Time>();
        for (int run = 0; run < RUNS; run++) {
            bare.add(measure(folder, classPath, List.of(), List.of("bare")));
            plain.add(measure(folder, classPath, List.of(), home));
            cached.add(measure(folder, classPath, List.of("-XX:AOTCache=" + cache), home));
        }
        double ratio = (double) frame(cached) / frame(bare);
        write(List.of(
                "| ms from the start of the process, median of " + RUNS
                        + " alternating runs | first frame | first screen |",
                "|---|---|---|",
                row("bare JavaFX window", bare),
                row("Échoppe, the first time", plain),
                row("Échoppe, with its cache", cached),
                "",
                String.format(Locale.ROOT, "first frame with the cache: %.2f × bare (wanted: %.1f ×)", ratio, MOST)));
        assertThat(ratio).isLessThanOrEqualTo(MOST);
    }

    private static String row(String what, List<Time> times) {
        return "| " + what + " | " + frame(times) + " | "
                + median(times.stream().mapToLong(Time::screen)) + " |";
    }

    private static long frame(List<Time> times) {
        return median(times.stream().mapToLong(Time::frame));
    }

    static long median(LongStream values) {
        long[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void write(List<String> lines) throws IOException {
        lines.forEach(System.out::println);
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("start.md"), lines);
    }

    /** Starts a window of its own process. */
    static Time measure(Path folder, String classPath, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "run", ".txt");
        var builder = new ProcessBuilder(command(classPath, options, arguments))
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        builder.environment().put("ECHOPPE_WEB_PORT", "0");
        builder.environment().put("ECHOPPE_PEER_PORT", "0");
        var process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(output, StandardCharsets.UTF_8);
        var answer = ANSWER.matcher(text);
        assertThat(answer.find()).as(text).isTrue();
        return new Time(Long.parseLong(answer.group(1)), Long.parseLong(answer.group(2)));
    }

    /** On a virtual screen where the computer has the program for one, else on JavaFX's own headless platform. */
    private static List<String> command(String classPath, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        boolean xvfb = Files.isExecutable(Path.of("/usr/bin/xvfb-run"));
        if (xvfb) {
            command.addAll(List.of("/usr/bin/xvfb-run", "-a", "-s", "-screen 0 1400x900x24"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        if (!xvfb) {
            command.add("-Dglass.platform=Headless");
        }
        command.addAll(options);
        command.addAll(List.of("-Dprism.order=sw", "-cp", classPath, TimedWindow.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
