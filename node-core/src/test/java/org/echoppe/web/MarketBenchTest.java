package org.echoppe.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.bench.Figures;
import org.echoppe.bench.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole market as signed repositories, searched over HTTPS: by one shopper, and by many beside nginx that serves the same
 * bytes as a file to the same clients.
 */
@Tag("bench")
class MarketBenchTest {
    private static final int PRODUCTS = Integer.getInteger("echoppe.market", 818_775);
    private static final int MERCHANTS = Integer.getInteger("echoppe.market.merchants", Math.max(10, PRODUCTS / 82));
    private static final String HEAP = System.getProperty("echoppe.market.heap", "160m");
    private static final int CONNECTIONS = 8;
    private static final int DISTINCT = 1_000;
    private static final int HOT = 6_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(42);

    @Test
    void aMarketBesideNginxAndSqlite() throws Exception {
        var market = new MarketShops(PRODUCTS, MERCHANTS);
        var rows = market.rows();
        var queries = new MarketQueries(rows, random);
        Path home = Files.createDirectories(folder.resolve("home"));
        var certificate = Certificates.make(folder);
        String title = "A market: %,d products of %,d merchants".formatted(rows.size(), MERCHANTS);
        try (var figures = new Figures("market", title)) {
            try (var loading =
                    MarketProcess.start("1500m", List.of("load", home.toString(), "" + PRODUCTS, "" + MERCHANTS))) {
                double millis = Double.parseDouble(loading.awaited("loaded "));
                figures.row("sign, verify, store, index all", Samples.of("s", millis / 1_000), "");
            }
            figures.row("index on disk", Samples.of("MB", megabytes(home.resolve("index"))), "");
            figures.row("signed repositories on disk", Samples.of("MB", megabytes(home.resolve("node.mv.db"))), "");
            Sqlite.measure(figures, folder, rows);
            try (var serving = MarketProcess.start(
                    HEAP, List.of("serve", home.toString(), certificate.chain(), certificate.key()))) {
                int port = Integer.parseInt(serving.awaited("ready ").strip());
                figures.row("memory of its own, nothing asked yet", anonymous(serving.pid()), "");
                oneShopper(figures, port, queries);
                figures.row("memory of its own, after the mix", anonymous(serving.pid()), budget());
                manyShoppers(figures, port, queries, certificate);
                figures.row("memory of its own, after all", anonymous(serving.pid()), budget());
            }
        }
    }

    private static String budget() {
        return "≤ %.0f MB".formatted(20.0 * PRODUCTS / 100_000);
    }

    private void oneShopper(Figures figures, int port, MarketQueries queries) throws Exception {
        try (var client = new PlainClient(port)) {
            for (int i = 0; i < 1_500; i++) {
                client.get(queries.mixed());
            }
            var millis = new double[1_000];
            for (int i = 0; i < millis.length; i++) {
                String path = queries.mixed();
                long start = System.nanoTime();
                client.get(path);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            var mix = Samples.of("ms", millis);
            figures.row("search mix, one shopper", mix, "median ≤ 10 ms");
            figures.row("search mix, 99 of 100 within", Samples.of("ms", mix.at(99)), "≤ 60 ms");
        }
    }

    private void manyShoppers(Figures figures, int port, MarketQueries queries, Certificates.Pair certificate)
            throws Exception {
        String hot = queries.hot();
        var page = folder.resolve("www");
        Files.createDirectories(page);
        Files.write(page.resolve("page.html"), body(port, hot));
        try (var nginx = Nginx.start(folder, page, certificate)) {
            if (nginx == null) {
                System.out.println("nginx is not here (apt-get install nginx-light): nothing to compare with");
                return;
            }
            var file = Collections.nCopies(HOT, "/page.html");
            rate(nginx.port(), file);
            rate(port, Collections.nCopies(HOT, hot));
            double fast = rate(nginx.port(), file);
            double ours = rate(port, Collections.nCopies(HOT, hot));
            rate(port, new ArrayList<>(queries.distinct(2 * DISTINCT)));
            double never = rate(port, new ArrayList<>(queries.distinct(DISTINCT)));
            figures.row("nginx, the same bytes as a file", Samples.of("requests/s", fast), "");
            figures.row("a hot result page", Samples.of("requests/s", ours), "≥ %.0f".formatted(0.45 * fast));
            figures.row("as a share of nginx", Samples.of("", ours / fast), "≥ 0.45");
            figures.row(
                    "1,000 queries never asked before",
                    Samples.of("requests/s", never),
                    "≥ %.0f".formatted(0.15 * fast));
            figures.row("as a share of nginx", Samples.of("", never / fast), "≥ 0.15");
        }
    }

    private static byte[] body(int port, String path) throws Exception {
        try (var client = java.net.http.HttpClient.newBuilder()
                .sslContext(Certificates.trusting())
                .build()) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create("https://localhost:" + port + path));
            return client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    /** Requests a second, all of them asked once, over {@value #CONNECTIONS} connections. */
    private static double rate(int port, List<String> paths) throws Exception {
        var clients = new ArrayList<PlainClient>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(new PlainClient(port));
        }
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            long start = System.nanoTime();
            var done = new ArrayList<Future<?>>();
            for (var client : clients) {
                done.add(threads.submit(() -> {
                    for (int at = next.getAndIncrement(); at < paths.size(); at = next.getAndIncrement()) {
                        client.get(paths.get(at));
                    }
                    return null;
                }));
            }
            for (var each : done) {
                each.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return paths.size() / seconds;
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    /** Linux says it in /proc: what is no file in memory. */
    private static Samples anonymous(long pid) throws IOException {
        return Samples.of(
                "MB",
                Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("RssAnon:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                        .sum());
    }

    private static double megabytes(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(MarketBenchTest::size)
                            .sum()
                    / 1e6;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
