package org.echoppe.node;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a node keeps everything it has, unless it is told another place: the folder each system means for such data. */
public final class HomeFolder {
    private HomeFolder() {}

    /**
     * @param environment ECHOPPE_HOME wins over everything
     * @param system Java's system properties: os.name, user.home
     */
    public static Path of(Map<String, String> environment, Map<?, ?> system) {
        String chosen = environment.get("ECHOPPE_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        Path user = Path.of(String.valueOf(system.get("user.home")));
        String os = String.valueOf(system.get("os.name")).toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? user.resolve("AppData").resolve("Roaming") : Path.of(roaming)).resolve("Echoppe");
        }
        if (os.contains("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Echoppe");
        }
        String data = environment.get("XDG_DATA_HOME");
        // the XDG specification says to ignore a relative one
        boolean usable = data != null && Path.of(data).isAbsolute();
        return (usable ? Path.of(data) : user.resolve(".local").resolve("share")).resolve("echoppe");
    }
}
