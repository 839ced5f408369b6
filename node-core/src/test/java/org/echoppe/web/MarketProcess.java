package org.echoppe.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.echoppe.guard.Denials;
import org.echoppe.guard.RateLimits;
import org.echoppe.guard.SecurityEvent;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecuritySink;
import org.echoppe.identity.WebCertificate;
import org.echoppe.media.Blobs;
import org.echoppe.media.Pictures;
import org.echoppe.node.HeapAtRest;
import org.echoppe.orders.FakeMail;
import org.echoppe.peers.VirtualAgenda;
import org.echoppe.replicas.Listings;
import org.echoppe.replicas.Presence;
import org.echoppe.replicas.ReplicaIndex;
import org.echoppe.search.ListingIndex;
import org.echoppe.store.Database;
import org.echoppe.store.RepoStore;

/**
 * The web port over a whole market, as a process of its own, so that its memory is its own: everything that answers shoppers,
 * wired as the node does it, without peers.
 */
final class MarketProcess implements AutoCloseable {
    /** More options of the JVM that serves, which have the last word: what an operator writes into ECHOPPE_JAVA_OPTIONS. */
    private static final String MORE = System.getProperty("echoppe.market.jvm", "");

    private final Process process;
    private final BufferedReader output;

    private MarketProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A process that fills a home, with memory to spare. */
    static MarketProcess loading(List<String> arguments) throws IOException {
        return start(List.of("-Xmx1500m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")), arguments);
    }

    /**
     * A process that serves it.
     *
     * @param jvm as {@link org.echoppe.bench.InstalledJvm} says
     */
    static MarketProcess serving(List<String> jvm, List<String> arguments) throws IOException {
        var more = Arrays.stream(MORE.split(" ", -1)).filter(option -> !option.isEmpty());
        return start(Stream.concat(jvm.stream(), more).toList(), arguments);
    }

    private static MarketProcess start(List<String> jvm, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-Dechoppe.shared=" + System.getProperty("echoppe.shared", "../shared"),
                "--enable-native-access=ALL-UNNAMED",
                MarketProcess.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // as the start script has it
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return new MarketProcess(builder.start());
    }

    /** The next line that begins so, without its beginning. */
    String awaited(String beginning) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new AssertionError("the process ended without saying " + beginning);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    /** {@code load HOME PRODUCTS MERCHANTS}, or {@code serve HOME CERTIFICATE KEY}. */
    public static void main(String[] args) throws Exception {
        var home = Path.of(args[1]);
        var clock = Clock.system(ZoneId.of("Europe/Paris"));
        var database = Database.open(home, new byte[32], clock);
        var index = ListingIndex.open(home.resolve("index"));
        var store = new RepoStore(database);
        if (args[0].equals("load")) {
            var now = Instant.now().minus(Duration.ofMinutes(5));
            long start = System.nanoTime();
            new MarketShops(Integer.parseInt(args[2]), Integer.parseInt(args[3])).load(database, index, home, now);
            index.close();
            database.close();
            System.out.println("loaded " + (System.nanoTime() - start) / 1_000_000);
            return;
        }
        var blobs = new Blobs(home.resolve("blobs"), clock);
        var denials = Denials.in(home.resolve("blocked.deny"));
        var indexing = new ReplicaIndex(store, index, denials);
        if (index.found() != ListingIndex.Found.INTACT) {
            // a home that was kept, of another version of the index
            store.revs().keySet().stream().findFirst().ifPresent(indexing::catchUpAll);
        }
        var listings = new Listings(store, indexing, _ -> Presence.HERE, clock);
        var tls = WebCertificate.ofPem(Path.of(args[2]), Path.of(args[3])).sslContext();
        var journal = new SecurityJournal(new Nowhere(), clock);
        var own = listings.merchants(1, 1).merchants().getFirst().did();
        var server = WebServer.open(
                new WebSettings(InetAddress.getLoopbackAddress(), 0, tls, null, Set.of()),
                new WebServer.Sources(
                        listings,
                        store,
                        blobs,
                        new Pictures(),
                        denials,
                        own,
                        (_, _) -> {},
                        FakeMail.lonely(database, own, journal, clock).relay(),
                        new OrderLimits(OrderLimits.Numbers.USUAL, new Random(1), clock)),
                new RateLimits(100_000_000, Duration.ofSeconds(1), clock),
                journal,
                clock);
        var heap = new HeapAtRest();
        new VirtualAgenda().every(() -> HeapAtRest.EVERY, heap::look);
        System.out.println("ready " + server.port());
        Thread.currentThread().join();
    }

    private static final class Nowhere implements SecuritySink {
        @Override
        public void append(List<SecurityEvent> events) {}

        @Override
        public List<SecurityEvent> latest(int count) {
            return List.of();
        }
    }
}
