package org.echoppe.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.echoppe.node.HomeFolder;

/** What a start of the program is to be, by what was typed. */
sealed interface Start {
    /**
     * The window, on a home.
     *
     * @param options for the node, by key without dashes
     */
    record Window(Path home, Map<String, String> options) implements Start {}

    /** The command line: everything else, mistakes included, for it explains them. */
    record Command(List<String> arguments) implements Start {}

    /** Options of the node that take a value; the command {@code node} knows the same. */
    Set<String> VALUED = Set.of(
            "home",
            "bind",
            "web-port",
            "peer-port",
            "web-cert",
            "web-key",
            "trusted-proxy",
            "public-peer-url",
            "public-web-url");

    Set<String> FLAGS = Set.of("web-http");

    static Start of(List<String> arguments, Map<String, String> environment, Map<?, ?> system) {
        var options = new HashMap<String, String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                return new Command(arguments);
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (VALUED.contains(name) && (equals > 0 || rest.hasNext())) {
                options.put(name, equals > 0 ? word.substring(equals + 1) : rest.next());
            } else if (FLAGS.contains(name) && equals < 0) {
                options.put(name, "true");
            } else {
                return new Command(arguments);
            }
        }
        String home = options.remove("home");
        return new Window(home == null ? HomeFolder.of(environment, system) : Path.of(home), Map.copyOf(options));
    }
}
