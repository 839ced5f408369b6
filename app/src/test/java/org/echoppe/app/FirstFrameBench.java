package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the start of the process to the first frame, beside a bare JavaFX window in the same run, taking turns. */
@Tag("bench")
class FirstFrameBench {
    private static final int RUNS = 5;
    private static final Pattern ANSWER = Pattern.compile("frame=(\\d+) screen=(\\d+)");

    private record Time(long frame, long screen) {}

    @TempDir
    Path folder;

    @Test
    void theWindowIsThereSoon() throws IOException, InterruptedException {
        var bare = new ArrayList<Time>();
        var fresh = new ArrayList<Time>();
        var again = new ArrayList<Time>();
        for (int run = 0; run < RUNS; run++) {
            var home = folder.resolve("home" + run);
            bare.add(measure(List.of("bare")));
            fresh.add(measure(List.of("echoppe", "--home", home.toString())));
            again.add(measure(List.of("echoppe", "--home", home.toString())));
        }
        System.out.printf(
                "%n%-34s %12s %18s%n", "ms from process start, median of " + RUNS, "first frame", "first screen");
        print("bare JavaFX window", bare);
        print("Échoppe, home made new", fresh);
        print("Échoppe, home there", again);
        assertThat(median(again.stream().mapToLong(Time::frame))).isPositive();
    }

    private static void print(String what, List<Time> times) {
        System.out.printf(
                "%-34s %12d %18d%n",
                what,
                median(times.stream().mapToLong(Time::frame)),
                median(times.stream().mapToLong(Time::screen)));
    }

    private static long median(java.util.stream.LongStream values) {
        long[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Time measure(List<String> arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "run", ".txt");
        var builder = new ProcessBuilder(command(arguments))
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        builder.environment().put("ECHOPPE_WEB_PORT", "0");
        builder.environment().put("ECHOPPE_PEER_PORT", "0");
        var process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(output, StandardCharsets.UTF_8);
        var answer = ANSWER.matcher(text);
        assertThat(answer.find()).as(text).isTrue();
        return new Time(Long.parseLong(answer.group(1)), Long.parseLong(answer.group(2)));
    }

    /** On a virtual screen where the computer has the program for one, else on JavaFX's own headless platform. */
    private static List<String> command(List<String> arguments) {
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
        command.addAll(Arrays.asList("-Dprism.order=sw", "-cp", System.getProperty("java.class.path")));
        command.add(TimedWindow.class.getName());
        command.addAll(arguments);
        return command;
    }
}
