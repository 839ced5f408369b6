package org.echoppe.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * Opens Échoppe when its user logs in, by the means of each system and for this user alone: a desktop entry, a launch agent, or
 * a file in the Startup folder.
 */
public final class Autostart {
    private final Path file;
    private final String content;

    private Autostart(Path file, String content) {
        this.file = file;
        this.content = content;
    }

    /**
     * @param os as in the system property os.name
     * @param user the user's own folder
     * @param command the program that opens the window; empty where it is not installed as one
     */
    public static Optional<Autostart> of(
            String os, Path user, Map<String, String> environment, Optional<Path> command) {
        return command.map(Path::toString).map(program -> {
            var system = os.toLowerCase(Locale.ROOT);
            if (system.contains("win")) {
                var roaming = environment.get("APPDATA");
                var data = roaming == null ? user.resolve("AppData").resolve("Roaming") : Path.of(roaming);
                var menu = data.resolve(Path.of("Microsoft", "Windows", "Start Menu", "Programs", "Startup"));
                return new Autostart(menu.resolve("Echoppe.cmd"), windows(program));
            }
            if (system.contains("mac")) {
                var agents = user.resolve("Library").resolve("LaunchAgents");
                return new Autostart(agents.resolve("org.echoppe.window.plist"), mac(program));
            }
            var config = environment.get("XDG_CONFIG_HOME");
            // the XDG specification says to ignore a relative one
            var folder = config == null || !config.startsWith("/") ? user.resolve(".config") : Path.of(config);
            return new Autostart(folder.resolve("autostart").resolve("echoppe.desktop"), linux(program));
        });
    }

    /**
     * A console reads such a file as its code page says, line by line: from the second on as UTF-8. {@code start} alone would keep
     * a console open behind a script that has ended; without {@code call}, {@code cmd /c} would take the quotes away.
     */
    private static String windows(String program) {
        return "@chcp 65001 >nul\r\n@start \"\" /min cmd /c call \"" + program.replace("%", "%%") + "\"\r\n";
    }

    private static String mac(String program) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0"><dict>
                  <key>Label</key><string>org.echoppe.window</string>
                  <key>ProgramArguments</key><array><string>%s</string></array>
                  <key>RunAtLoad</key><true/>
                </dict></plist>
                """.formatted(program.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** The value of Exec is quoted as the Desktop Entry Specification says, and quoted again as every string in the file. */
    private static String linux(String program) {
        var quoted = program.replaceAll("([\\\\\"`$])", "\\\\$1")
                .replace("\\", "\\\\")
                .replace("%", "%%");
        return """
                [Desktop Entry]
                Type=Application
                Name=Échoppe
                Exec="%s"
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(quoted);
    }

    public boolean isOn() {
        return Files.exists(file);
    }

    /** @throws Rejected FILE_UNWRITABLE */
    public void set(boolean on) {
        try {
            if (on) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file);
        }
    }
}
