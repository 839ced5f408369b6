package org.echoppe.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.echoppe.orders.desk.DeskProcess;
import org.echoppe.orders.desk.DeskPromises;
import org.echoppe.store.disk.Check;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 again and again in the midst of orders, always in the same home: what was acknowledged once stays. */
class LedgerKillTest {
    @TempDir
    Path folder;

    /** What is killed, and how it is held to its promises. */
    private record Victim(Class<?> process, Check check) {
        static final Victim TILL = new Victim(TillProcess.class, Promises::broken);
        static final Victim DESK = new Victim(DeskProcess.class, DeskPromises::broken);
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        kill(10, Victim.TILL, Victim.DESK);
    }

    /** 200 at the desk (receiving, accepting, closing with an invoice), 100 of sales, counts and erasing; fewer with echoppe.kills. */
    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostInManyKills() throws Exception {
        kill(Integer.getInteger("echoppe.kills", 100), Victim.DESK, Victim.DESK, Victim.TILL);
    }

    private void kill(int times, Victim... victims) throws Exception {
        try (var threads = Executors.newFixedThreadPool(victims.length)) {
            var kills = new ArrayList<Future<Integer>>();
            for (int i = 0; i < victims.length; i++) {
                var victim = victims[i];
                var home = folder.resolve("home" + i);
                var random = new Random(44 + i + Integer.getInteger("echoppe.seed", 0));
                kills.add(threads.submit(() -> kill(home, victim, times, random)));
            }
            int promises = 0;
            for (var one : kills) {
                promises += one.get();
            }
            System.out.printf("%d kills: %d promises, none broken%n", victims.length * times, promises);
        }
    }

    private static int kill(Path home, Victim victim, int times, Random random) throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            acknowledged.addAll(untilKilled(home, victim, i, random));
            // each start verifies the chain; all promises are held against the home now and then
            if (i % 5 == 4) {
                var kept = kept(home);
                assertThat(victim.check.broken(home, acknowledged, i % 10 == 9))
                        .as("after kill %d; the home as it was is kept in %s", i, kept)
                        .isEmpty();
                delete(kept);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(3 * times);
        return acknowledged.size();
    }

    /** A copy from before it was opened: for whoever has to find out why a promise was broken. */
    private static Path kept(Path home) throws IOException {
        var kept = Files.createDirectories(Path.of("target", "killed"))
                .resolve(home.getFileName() + "-" + UUID.randomUUID());
        try (var files = Files.walk(home)) {
            for (var file : files.toList()) {
                Files.copy(file, kept.resolve(home.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return kept.toAbsolutePath();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> untilKilled(Path home, Victim victim, int round, Random random) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        victim.process.getName(),
                        home.toString(),
                        "r" + round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var said = listen(output, 1 + random.nextInt(25));
            process.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            // the process itself would close its output, with what it said last
            process.toHandle().destroyForcibly();
            process.waitFor();
            var last = output.lines().toList();
            // who is killed while speaking has promised nothing
            said.addAll(last.subList(0, Math.max(0, last.size() - 1)));
            return said;
        }
    }

    private static List<String> listen(BufferedReader output, int promises) throws IOException {
        var said = new ArrayList<String>();
        while (said.size() < promises) {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("it ended by itself after " + said);
            }
            if (!line.equals("ready")) {
                said.add(line);
            }
        }
        return said;
    }
}
