package org.echoppe;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs the scripts of {@code node-core/src/test/node} and of the folders in it, with the npm packages they need installed
 * beside a copy of them under {@code target}. Where npm is missing the test is skipped and says so; on a build server (CI=true) it fails.
 */
public final class NodeScripts {
    private static final int MINUTES = 5;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path folder;

    private NodeScripts(Path folder) {
        this.folder = folder;
    }

    /** What a script printed, and how it ended. */
    public record Outcome(int exitCode, String output, String errors) {}

    /** Installs the packages once; later calls, in this run or another, find them there. */
    public static NodeScripts installed() throws IOException {
        return installed("");
    }

    /** The same of a folder in {@code node-core/src/test/node}, which has packages of its own. */
    public static NodeScripts installed(String name) throws IOException {
        var source = Path.of(System.getProperty("echoppe.root", ".."), "node-core/src/test/node", name);
        var folder = Files.createDirectories(Path.of("target/node-scripts", name));
        try (var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            var stamp = folder.resolve("node_modules/installed");
            var wanted = Files.readString(source.resolve("package-lock.json"));
            copy(source, folder);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                var scripts = new NodeScripts(folder);
                scripts.requireNpm();
                scripts.mustRun(npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
                Files.writeString(stamp, wanted);
            }
        }
        return new NodeScripts(folder);
    }

    private static void copy(Path source, Path folder) throws IOException {
        try (var files = Files.list(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void requireNpm() {
        try {
            start(npm(), "--version");
        } catch (IOException e) {
            var reason = "needs npm: install Node.js 18.7 or newer (apt-get install nodejs npm)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason, e);
            }
            Assumptions.abort(reason);
        }
    }

    /** Where the scripts and their packages lie: what a test writes there they can read. */
    public Path folder() {
        return folder;
    }

    /** What the script prints; its failure is the test's. */
    public String run(String script, Object... arguments) throws IOException {
        return mustRun(command(script, arguments));
    }

    /** Runs a script that may fail. */
    public Outcome tryRun(String script, Object... arguments) throws IOException {
        return start(command(script, arguments));
    }

    private static String[] command(String script, Object... arguments) {
        var command = new ArrayList<>(List.of("node", script));
        for (var argument : arguments) {
            // the script runs in another folder than the test
            command.add(argument instanceof Path path ? path.toAbsolutePath().toString() : argument.toString());
        }
        return command.toArray(new String[0]);
    }

    private String mustRun(String... command) throws IOException {
        var outcome = start(command);
        if (outcome.exitCode != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + outcome.exitCode + "\n"
                    + outcome.output + "\n" + outcome.errors);
        }
        return outcome.output;
    }

    private Outcome start(String... command) throws IOException {
        var output = Files.createTempFile(folder, "output", ".txt");
        var errors = Files.createTempFile(folder, "errors", ".txt");
        var builder = new ProcessBuilder(command);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        var process = builder.directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(String.join(" ", command) + " took more than " + MINUTES + " minutes");
            }
            return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String npm() {
        return WINDOWS ? "npm.cmd" : "npm";
    }
}
