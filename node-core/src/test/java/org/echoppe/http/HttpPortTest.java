package org.echoppe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.http.PortSettings.ClientCertificate;
import org.junit.jupiter.api.Test;

class HttpPortTest {
    private static HttpPort open(int connections, Duration limit, Consumer<JavalinConfig> routes) {
        return HttpPort.open(
                new PortSettings(
                        InetAddress.getLoopbackAddress(),
                        0,
                        null,
                        ClientCertificate.NOT_ASKED,
                        1000,
                        connections,
                        _ -> limit),
                routes);
    }

    private static HttpPort open(Consumer<JavalinConfig> routes) {
        return open(10, Duration.ofSeconds(5), routes);
    }

    private static HttpResponse<String> get(HttpPort port, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request(port, path).build(), BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder request(HttpPort port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path));
    }

    @Test
    void aRefusalIsAProblemDocumentInTheCallersLanguage() throws Exception {
        try (var port = open(config -> config.routes.get("/x", _ -> {
                    throw Rejected.because(Fault.PEER_BLOCKED);
                }));
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request(port, "/x").header("Accept-Language", "fr").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains("\"type\":\"tag:echoppe.org,2026:peer-blocked\"")
                    .contains("bloqu");
        }
    }

    @Test
    void anUnknownPathAndAWrongMethodAreProblemsToo() throws Exception {
        try (var port = open(config -> config.routes.post("/x", _ -> {}))) {
            assertThat(get(port, "/nothing").body()).contains("about:blank").contains("\"status\":404");
            assertThat(get(port, "/x").body()).contains("\"status\":405");
        }
    }

    @Test
    void anUnexpectedErrorTellsACodeAndNothingElse() throws Exception {
        try (var port = open(config -> config.routes.get("/x", _ -> {
            throw new IllegalStateException("secret");
        }))) {
            var answer = get(port, "/x");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("\"code\"").doesNotContain("secret");
        }
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        try (var port = open(config -> config.routes.post("/x", Context::body));
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request(port, "/x")
                            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(1001)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void aRequestRunsOnAVirtualThread() throws Exception {
        try (var port = open(config -> config.routes.get(
                "/x", ctx -> ctx.result(Thread.currentThread().isVirtual() ? "virtual" : "platform")))) {
            assertThat(get(port, "/x").body()).isEqualTo("virtual");
        }
    }

    @Test
    void oneAddressOpensOnlySoManyLines() throws Exception {
        try (var port = open(2, Duration.ofSeconds(5), config -> config.routes.get("/x", ctx -> ctx.result("ok")));
                var one = new Socket(InetAddress.getLoopbackAddress(), port.port());
                var two = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            ask(one);
            ask(two);
            try (var three = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
                three.setSoTimeout(5_000);
                assertThat(closedByTheServer(three)).isTrue();
            }
            one.close();
            // the place is free again
            org.awaitility.Awaitility.await().until(() -> get(port, "/x").statusCode() == 200);
        }
    }

    private static void ask(Socket line) throws IOException {
        line.getOutputStream().write("GET /x HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat((char) line.getInputStream().read()).isEqualTo('H');
    }

    private static boolean closedByTheServer(Socket line) {
        try {
            return line.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void aRequestThatTakesTooLongIsCut() throws Exception {
        var never = new CountDownLatch(1);
        try (var port = open(10, Duration.ofMillis(300), config -> config.routes.get("/x", _ -> never.await()))) {
            assertThatThrownBy(() -> get(port, "/x")).isInstanceOf(IOException.class);
            never.countDown();
        }
    }

    @Test
    void closingLetsARequestFinish() throws Exception {
        var arrived = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var port = open(config -> config.routes.get("/x", ctx -> {
                arrived.countDown();
                go.await();
                ctx.result("done");
            }));
            var answer = threads.submit(() -> get(port, "/x"));
            arrived.await();
            var closing = threads.submit(port::close);
            go.countDown();
            assertThat(answer.get().body()).isEqualTo("done");
            closing.get();
        }
    }

    @Test
    void aTakenPortIsSaidInWords() {
        try (var port = open(_ -> {})) {
            var settings = new PortSettings(
                    InetAddress.getLoopbackAddress(),
                    port.port(),
                    null,
                    ClientCertificate.NOT_ASKED,
                    1000,
                    10,
                    _ -> Duration.ofSeconds(5));
            assertThatThrownBy(() -> HttpPort.open(settings, _ -> {}))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("port-taken");
        }
    }
}
