package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    private static final Map<String, String> LINUX = Map.of("os.name", "Linux");

    @TempDir
    Path sockets;

    private boolean isThere(String display) {
        return Display.of(Map.of("DISPLAY", display), LINUX, sockets).isThere();
    }

    @Test
    void withoutDisplayThereIsNone() {
        assertThat(Display.of(Map.of(), LINUX, sockets).isThere()).isFalse();
        assertThat(isThere("")).isFalse();
        assertThat(isThere("nonsense")).isFalse();
    }

    @Test
    void aDisplayWhoseServerIsGoneIsNone() throws IOException {
        assertThat(isThere(":7")).isFalse();
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));
        }
        assertThat(sockets.resolve("X7"))
                .satisfies(left -> assertThat(Files.exists(left)).isTrue());
        assertThat(isThere(":7")).isFalse();
    }

    @Test
    void aDisplayWhoseServerListensIsOne() throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(sockets.resolve("X8")));
            assertThat(isThere(":8")).isTrue();
            assertThat(isThere(":8.0")).isTrue();
            assertThat(isThere("unix:8")).isTrue();
        }
    }

    @Test
    void elsewhereTheSystemHasOne() {
        assertThat(Display.of(Map.of(), Map.of("os.name", "Windows 11"), sockets)
                        .isThere())
                .isTrue();
        assertThat(Display.of(Map.of(), Map.of("os.name", "Mac OS X"), sockets).isThere())
                .isTrue();
    }
}
