package org.echoppe.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The echoppe program as its user starts it: a process of its own, on the classes under test. */
final class NodeProcess implements AutoCloseable {
    private static final String MAIN = "org.echoppe.node.cli.Main";
    private static final JsonMapper JSON = new JsonMapper();

    /** What a command left behind. */
    record Result(int exit, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JacksonException e) {
                throw new AssertionError("no JSON: " + out + "\n" + err, e);
            }
        }
    }

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile @Nullable JsonNode where;

    private NodeProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** The JVM that runs tests: soon there. */
    private static final List<String> TESTED = List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"));

    /** Starts {@code echoppe node} on free ports of 127.0.0.1 and waits for its ready line. */
    static NodeProcess start(Path home) {
        return start(TESTED, home, List.of());
    }

    static NodeProcess start(List<String> jvm, Path home, List<String> more) {
        var arguments = new ArrayList<>(List.of(
                "node",
                "--json",
                "--home",
                home.toString(),
                "--bind",
                "127.0.0.1",
                "--web-port",
                "0",
                "--peer-port",
                "0"));
        arguments.addAll(more);
        var node = new NodeProcess(spawn(jvm, arguments, true));
        try {
            if (!node.ready.await(60, TimeUnit.SECONDS) || node.where == null) {
                node.kill();
                throw new AssertionError("no ready line, but:\n" + String.join("\n", node.output));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return node;
    }

    /** Runs one command to its end. */
    static Result run(Path home, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        try {
            Path out = Files.createTempFile("echoppe", "out");
            Path err = Files.createTempFile("echoppe", "err");
            var process = builder(TESTED, all)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + all);
            }
            var result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts one command and leaves it running, for tests that kill it. */
    static Process spawn(List<String> arguments, boolean together) {
        return spawn(TESTED, arguments, together);
    }

    private static Process spawn(List<String> jvm, List<String> arguments, boolean together) {
        try {
            return builder(jvm, arguments).redirectErrorStream(together).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(List<String> jvm, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add(MAIN);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("LANG", "fr_FR.UTF-8");
        builder.environment().keySet().removeIf(name -> name.startsWith("ECHOPPE_"));
        return builder;
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                if (line.startsWith("{\"web\"")) {
                    where = JSON.readTree(line);
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            synchronized (output) {
                output.add("(its output ended: " + e.getMessage() + ")");
            }
        } finally {
            ready.countDown();
        }
    }

    String web() {
        return place("web");
    }

    String peer() {
        return place("peer");
    }

    String did() {
        return place("did");
    }

    long pid() {
        return process.pid();
    }

    String log() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** Writes what its memory holds, rubbish too, to a file in the JVM's own form. */
    void dump(Path file) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dumping = new ProcessBuilder(jcmd, Long.toString(pid()), "GC.heap_dump", "-all", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(dumping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (dumping.waitFor() != 0 || !Files.exists(file)) {
            throw new AssertionError(said);
        }
    }

    /** As a power cut would: no chance to tidy up. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** As Ctrl+C does. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }

    int exit() {
        return process.exitValue();
    }

    private void waitForEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("did not stop within 20 s:\n" + log());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String place(String name) {
        var node = where;
        if (node == null) {
            throw new AssertionError("never ready");
        }
        return node.get(name).stringValue();
    }
}
