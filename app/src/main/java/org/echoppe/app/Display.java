package org.echoppe.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a window can be shown. DISPLAY alone proves nothing: it outlives the session that set it. */
final class Display {
    private static final Pattern FORM = Pattern.compile("(?:unix)?(?<host>[^:/]*):(?<number>\\d{1,5})(?:\\.\\d+)?");
    private static final int X_PORT = 6000;
    private static final int PATIENCE_MILLIS = 2_000;

    private final Map<String, String> environment;
    private final Map<?, ?> system;
    private final Path sockets;
    private final Path abstractSockets;

    private Display(Map<String, String> environment, Map<?, ?> system, Path sockets, Path abstractSockets) {
        this.environment = environment;
        this.system = system;
        this.sockets = sockets;
        this.abstractSockets = abstractSockets;
    }

    /** @param system Java's system properties */
    static Display of(Map<String, String> environment, Map<?, ?> system) {
        return new Display(environment, system, Path.of("/tmp/.X11-unix"), Path.of("/proc/net/unix"));
    }

    /** @param sockets where the X servers of this computer listen */
    static Display of(Map<String, String> environment, Map<?, ?> system, Path sockets) {
        return new Display(environment, system, sockets, sockets.resolve("none"));
    }

    /** JavaFX knows X11 alone on Linux, under Wayland through its X server; elsewhere there is a screen, or its start says no. */
    boolean isThere() {
        if ("Headless".equals(system.get("glass.platform"))) {
            return true;
        }
        if (!String.valueOf(system.get("os.name")).toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        var named = FORM.matcher(environment.getOrDefault("DISPLAY", ""));
        return named.matches() && answers(named.group("host"), Integer.parseInt(named.group("number")));
    }

    private boolean answers(String host, int number) {
        if (!host.isEmpty()) {
            return answersAt(new InetSocketAddress(host, X_PORT + number));
        }
        var socket = sockets.resolve("X" + number);
        return Files.exists(socket) ? answersAt(socket) : listensAbstractly(number);
    }

    private static boolean answersAt(SocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean answersAt(Path socket) {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A server may listen under a name without a file; Java cannot call it, but Linux lists it. */
    private boolean listensAbstractly(int number) {
        try (var lines = Files.lines(abstractSockets)) {
            return lines.anyMatch(line -> line.endsWith("@/tmp/.X11-unix/X" + number));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
