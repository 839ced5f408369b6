package org.echoppe.node.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.echoppe.control.Call;
import org.echoppe.domain.Language;
import org.echoppe.node.Surroundings;

/** Where the {@code echoppe} command begins when there is no window. */
public final class Main {
    private static final int WIDTH = 100;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    /** @return the exit code */
    public static int run(List<String> arguments) {
        var output = new TerminalOutput(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
        var around = Surroundings.real();
        var directory = Path.of("").toAbsolutePath();
        return new Cli(output, around)
                .run(new Call(arguments, directory, language(around.environment()), width(around)));
    }

    /** English where the person's settings say so; else French, also where there are no settings. */
    public static Language language(Map<String, String> environment) {
        for (var name : List.of("ECHOPPE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Language.of(value);
            }
        }
        return isWindows() || isMac() ? Language.of(Locale.getDefault()) : Language.FR;
    }

    private static int width(Surroundings around) {
        try {
            return Integer.parseInt(around.environment().getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }

    /** UTF-8 everywhere but on a Windows console, whatever Java makes of the C locale of a server. */
    private static PrintStream stream(FileDescriptor descriptor) {
        var charset =
                isWindows() ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(descriptor), false, charset);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("win");
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    }
}
