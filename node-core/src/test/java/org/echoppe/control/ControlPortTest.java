package org.echoppe.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.echoppe.http.HttpPort;
import org.echoppe.http.PortSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ControlPortTest {
    @TempDir
    Path home;

    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger windows = new AtomicInteger();
    private final HeardOutput heard = new HeardOutput();
    private ControlPort port;

    @BeforeEach
    void open() {
        port = open((call, output) -> {
            calls.add(call);
            output.progress("Lecture", 1, 2);
            output.line("prêt à porter – 4,35 €");
            output.remark("attention");
            return 3;
        });
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void aCommandIsCarriedOutByTheRunningNode() {
        var call = new Call(
                List.of("product", "list", "--query=crème brûlée"), Path.of("/tmp/un dossier"), Language.EN, 120);
        assertThat(client().run(call, heard)).hasValue(3);
        assertThat(calls).containsExactly(call);
        assertThat(heard.said)
                .containsExactly("progress Lecture 1/2", "line prêt à porter – 4,35 €", "remark attention");
    }

    @Test
    void aSecondStartShowsTheWindow() {
        assertThat(client().showWindow()).isTrue();
        assertThat(windows).hasValue(1);
    }

    @Test
    void anotherProgramOnThePortOfADeadNodeIsNotMistakenForIt() {
        var settings = new PortSettings(
                InetAddress.getLoopbackAddress(),
                0,
                null,
                PortSettings.ClientCertificate.NOT_ASKED,
                1_000,
                10,
                _ -> Duration.ofSeconds(5));
        try (var other = HttpPort.open(settings, config -> {
            config.routes.post(ControlPort.COMMANDS, ctx -> ctx.result("<html>"));
            config.routes.post(ControlPort.WINDOW, ctx -> ctx.result("<html>"));
        })) {
            port.close();
            new ControlFile(other.port(), "t", ProcessHandle.current().pid()).write(home);
            assertThat(client().run(call("status"), heard)).isEmpty();
            assertThat(client().showWindow()).isFalse();
        }
    }

    @Test
    void anyOtherCallerIsRefusedAndNoted() throws Exception {
        var token = token();
        var host = "127.0.0.1:" + port.port();
        assertThat(status(host, "Authorization: Bearer " + token)).isEqualTo(400);
        assertThat(status(host, "Authorization: Bearer " + token + "\r\nOrigin: http://" + host))
                .isEqualTo(403);
        assertThat(status(host, "Authorization: Bearer " + token + "\r\nOrigin: null"))
                .isEqualTo(403);
        assertThat(status("evil.example:" + port.port(), "Authorization: Bearer " + token))
                .isEqualTo(403);
        assertThat(status("127.0.0.1:1", "Authorization: Bearer " + token)).isEqualTo(403);
        assertThat(status(host, "Authorization: Bearer " + token.substring(1))).isEqualTo(403);
        assertThat(status(host, "X: y")).isEqualTo(403);
        assertThat(calls).isEmpty();
        assertThat(refusals)
                .containsExactly(
                        "an Origin header",
                        "an Origin header",
                        "a foreign Host",
                        "a foreign Host",
                        "a wrong token",
                        "a wrong token");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsTheTokenAndItGoesWithTheNode() throws Exception {
        var file = home.resolve("control");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(ControlClient.find(home))
                .as("a file that others could have written")
                .isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        port.close();
        assertThat(file).doesNotExist();
        assertThat(ControlClient.find(home)).isEmpty();
    }

    @Test
    void aNodeWithoutAWindowSaysSoAndMakesPlaceWhenAsked() {
        assertThat(client().stop()).as("this one has a window").isFalse();
        port.close();
        var stops = new AtomicInteger();
        port = ControlPort.openHeadless(
                home, (call, output) -> 0, stops::incrementAndGet, refusals::add, new SecureRandom());
        assertThat(client().showWindow()).isFalse();
        assertThat(client().stop()).isTrue();
        assertThat(stops).hasValue(1);
    }

    @Test
    void aFileThatADeadNodeLeftIsSeenThrough() throws Exception {
        var found = client();
        port.close();
        assertThat(found.run(call("status"), heard)).isEmpty();
        new ControlFile(port.port(), "t", Long.MAX_VALUE).write(home);
        assertThat(ControlClient.find(home)).isEmpty();
        Files.writeString(home.resolve("control"), "nonsense");
        assertThat(ControlClient.find(home)).isEmpty();
    }

    @Test
    void aNodeThatDiesInTheMiddleIsNotMistakenForADoneCommand() throws Exception {
        port.close();
        var started = new CountDownLatch(1);
        port = open((call, output) -> {
            output.line("begun");
            started.countDown();
            throw new IllegalStateException("dead");
        });
        assertThatThrownBy(() -> client().run(call("import"), heard)).isInstanceOf(Rejected.class);
        assertThat(started.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCommandUnderWayEndsBeforeThePortIsClosed() throws Exception {
        port.close();
        var started = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        port = open((call, output) -> {
            try {
                while (true) {
                    output.progress("Lecture", 1, 2);
                    started.countDown();
                }
            } finally {
                ended.set(true);
            }
        });
        var client = client();
        var caller = Thread.ofVirtual().start(() -> {
            try {
                client.run(call("import"), heard);
            } catch (Rejected e) {
                heard.line(String.valueOf(e.getMessage()));
            }
        });
        started.await();
        port.close();
        assertThat(ended).isTrue();
        caller.join();
        assertThat(heard.said.getLast()).contains("node-stopped");
    }

    private ControlPort open(CommandRunner runner) {
        return ControlPort.open(home, runner, windows::incrementAndGet, refusals::add, new SecureRandom());
    }

    private ControlClient client() {
        return ControlClient.find(home).orElseThrow();
    }

    private static Call call(String... arguments) {
        return new Call(List.of(arguments), Path.of("/"), Language.FR, 80);
    }

    private String token() {
        return ControlFile.read(home).orElseThrow().token();
    }

    /** By hand, for java.net.http does not let one lie about the host. */
    private int status(String host, String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            var request = "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                    .formatted(ControlPort.COMMANDS, host, headers);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private static final class HeardOutput implements Output {
        private final List<String> said = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void line(String text) {
            said.add("line " + text);
        }

        @Override
        public void remark(String text) {
            said.add("remark " + text);
        }

        @Override
        public void progress(String work, long done, long total) {
            said.add("progress " + work + " " + done + "/" + total);
        }
    }
}
