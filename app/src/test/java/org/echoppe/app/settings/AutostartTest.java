package org.echoppe.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that each system reads when its user logs in. */
class AutostartTest {
    private static final Path PROGRAM = Path.of("/opt/Léa & $co/100%/bin/echoppe");

    @TempDir
    Path user;

    private Autostart on(String os, Map<String, String> environment) {
        return Autostart.of(os, user, environment, Optional.of(PROGRAM)).orElseThrow();
    }

    @Test
    void onLinuxItIsADesktopEntryThatComesAndGoes() throws IOException {
        var start = on("Linux", Map.of("XDG_CONFIG_HOME", "relative"));
        assertThat(start.isOn()).isFalse();
        start.set(true);
        assertThat(start.isOn()).isTrue();
        assertThat(Files.readString(user.resolve(".config/autostart/echoppe.desktop")))
                .startsWith("[Desktop Entry]")
                .contains("Exec=\"/opt/Léa & \\\\$co/100%%/bin/echoppe\"");
        start.set(false);
        assertThat(start.isOn()).isFalse();
    }

    @Test
    void onAMacItIsALaunchAgent() throws IOException {
        on("Mac OS X", Map.of()).set(true);
        assertThat(Files.readString(user.resolve("Library/LaunchAgents/org.echoppe.window.plist")))
                .contains("<string>/opt/Léa &amp; $co/100%/bin/echoppe</string>")
                .contains("<key>RunAtLoad</key><true/>");
    }

    @Test
    void onWindowsItLiesInTheStartupFolder() throws IOException {
        var roaming = user.resolve("Roaming");
        on("Windows 11", Map.of("APPDATA", roaming.toString())).set(true);
        assertThat(Files.readString(roaming.resolve("Microsoft/Windows/Start Menu/Programs/Startup/Echoppe.cmd")))
                .as("read as UTF-8, and no empty console is left when the window is closed")
                .isEqualTo(String.join(
                        "\r\n",
                        "@chcp 65001 >nul",
                        "@start \"\" /min cmd /c call \"/opt/Léa & $co/100%%/bin/echoppe\"",
                        ""));
    }

    @Test
    void aProgramThatIsNotInstalledCannotStartByItself() {
        assertThat(Autostart.of("Linux", user, Map.of(), Optional.empty())).isEmpty();
    }
}
