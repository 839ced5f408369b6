package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.echoppe.bench.BareJetty;
import org.echoppe.bench.Figures;
import org.echoppe.bench.InstalledJvm;
import org.echoppe.bench.ProductFile;
import org.echoppe.bench.Samples;
import org.echoppe.bench.Watch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node as a process of its own: how soon it answers, how fast beside a bare Jetty, and how much memory it takes. */
@Tag("bench")
class AnswerBenchTest {
    private static final int PRODUCTS = Integer.getInteger("echoppe.bench.products", 10_000);
    private static final int STARTS = 4;
    /** Together below what one network may ask for in a minute. */
    private static final int WARM_UPS = 250;

    private static final int RUNS = 250;

    /** Past the check of all that is held, a minute after the start, and what it leaves to be collected. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private List<String> jvm = List.of();

    @Test
    void startingAnsweringIdling() throws Exception {
        Path home = shop();
        try (var figures = new Figures("answer", "A node with %,d products, in plain HTTP".formatted(PRODUCTS))) {
            jvm = InstalledJvm.options(folder);
            var starts = new Watch();
            var stops = new Watch();
            var running = new ArrayDeque<NodeProcess>();
            for (int i = 0; i < STARTS; i++) {
                starts.time(() -> running.push(startAndAsk(home)));
                stops.time(() -> running.pop().close());
            }
            figures.row("start to first answer: the first time", starts.first(), "");
            figures.row("start to first answer", starts.warm(), "");
            figures.row("stop: the first time, what the JVM keeps is written", stops.first(), "");
            figures.row("stop", stops.warm(), "");
            try (var node = node(home)) {
                answers(figures, node.web());
                figures.row(
                        "memory (RSS), idle for %d min".formatted(IDLE.toMinutes()), megabytes(node.pid()), "< 300 MB");
            }
        }
    }

    private static void answers(Figures figures, String web) throws Exception {
        var pages = Map.of(
                "home page", "/fr/",
                "results page for a word", "/fr/search?q=chocolat",
                "JSON listings for a word", "/api/v1/listings?q=chocolat",
                "suggestions", "/api/v1/suggest?q=choc");
        int network = 1;
        byte[] page = get(client(network), web + "/fr/");
        try (var bare = new BareJetty(page)) {
            var client = client(network);
            figures.row("bare Jetty, as many bytes", Watch.time(WARM_UPS, RUNS, () -> get(client, bare.url())), "");
        }
        for (var entry :
                pages.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            var client = client(++network);
            figures.row(entry.getKey(), Watch.time(WARM_UPS, RUNS, () -> get(client, web + entry.getValue())), "");
        }
    }

    /** From an address in a network of its own, so that the limits of one network are not what is measured. */
    private static HttpClient client(int network) throws IOException {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByAddress(new byte[] {127, 0, (byte) network, 1}))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private static byte[] get(HttpClient client, String url) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.body();
    }

    private NodeProcess startAndAsk(Path home) throws Exception {
        var node = node(home);
        try (var client = client(99)) {
            get(client, node.web() + "/healthz");
        }
        return node;
    }

    private NodeProcess node(Path home) {
        return NodeProcess.start(jvm, home, List.of("--web-http"));
    }

    private Path shop() throws IOException {
        Path home = folder.resolve("home");
        Path csv = ProductFile.write(folder.resolve("products.csv"), PRODUCTS);
        done(NodeProcess.run(
                home, "shop", "init", "--name", "Mesure", "--lang", "fr", "--currency", "EUR", "--vat", "5.5"));
        done(NodeProcess.run(home, "import", csv.toString()));
        return home;
    }

    /** Rows may be rejected (3): the world's file is as it is. */
    private static void done(NodeProcess.Result result) {
        assertThat(result.exit()).as(result.err()).isIn(0, 3);
    }

    /** Linux says it in /proc; elsewhere the row is missing. */
    private static Samples megabytes(long pid) throws Exception {
        Thread.sleep(IDLE); // to idle is what is measured
        Path status = Path.of("/proc/" + pid + "/status");
        double kilobytes = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .sum()
                : 0;
        return Samples.of("MB", kilobytes / 1024);
    }
}
