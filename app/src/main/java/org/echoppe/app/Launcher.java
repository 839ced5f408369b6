package org.echoppe.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import org.echoppe.app.fx.Texts;
import org.echoppe.control.ControlClient;
import org.echoppe.domain.Rejected;
import org.echoppe.node.HomeFolder;
import org.echoppe.node.cli.Cli;
import org.echoppe.node.cli.Main;

/**
 * Where the program begins: the command line, the window, or the node alone where no window can be shown. No Application itself,
 * so that JavaFX is not touched before that is decided.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (Cli.isCommand(arguments)) {
            return Main.run(arguments);
        }
        if (isOpenAlready(home(arguments))) {
            System.err.println(say("already"));
            return 0;
        }
        if (!Display.of(System.getenv(), System.getProperties()).isThere()) {
            return headless(arguments);
        }
        try {
            Application.launch(WindowApplication.class, arguments.toArray(String[]::new));
            return 0;
        } catch (RuntimeException e) {
            if (isWithoutScreen(e)) {
                return headless(arguments);
            }
            throw e;
        }
    }

    /** @param arguments none, or {@code --home DIR} */
    static Path home(List<String> arguments) {
        return switch (arguments.size()) {
            case 0 -> HomeFolder.of(System.getenv(), System.getProperties());
            case 1 -> Path.of(arguments.getFirst().substring("--home=".length()));
            default -> Path.of(arguments.getLast());
        };
    }

    /** A second start on one home shows the first window. */
    private static boolean isOpenAlready(Path home) {
        try {
            return ControlClient.find(home).filter(ControlClient::showWindow).isPresent();
        } catch (Rejected e) {
            return false; // it stopped this very moment: its place is free
        }
    }

    private static int headless(List<String> arguments) {
        var home = home(arguments);
        if (ControlClient.find(home).isPresent()) {
            // a second node cannot have this home; how the first one is says also where a browser finds it
            System.err.println(say("running"));
            return Main.run(List.of("status", "--home", home.toString()));
        }
        System.err.println(say("headless"));
        var node = new ArrayList<>(List.of("node"));
        node.addAll(arguments);
        return Main.run(node);
    }

    /** What JavaFX throws where a screen was promised and does not answer. */
    private static boolean isWithoutScreen(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsupportedOperationException) {
                return true;
            }
        }
        return false;
    }

    private static String say(String key) {
        return Texts.of(Launcher.class, Main.language(System.getenv())).say(key);
    }
}
