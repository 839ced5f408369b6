package org.echoppe.network;

import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Handler;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.http.HttpPort;
import org.echoppe.http.PortSettings;
import org.echoppe.http.PortSettings.ClientCertificate;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.echoppe.peers.Endpoint;
import org.echoppe.peers.NodeRecord;
import org.echoppe.peers.PeerAddress;
import org.echoppe.repo.Commit;
import org.jspecify.annotations.Nullable;

/** A node that says what a test wants it to say, over real TLS. */
final class FakeNode implements AutoCloseable {
    final Identity identity;
    /** Every path that was asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpPort port;
    private volatile Function<@Nullable String, Map<String, Object>> heads = _ -> Map.of("heads", List.of());
    private volatile @Nullable Handler repository;
    private volatile @Nullable Handler changes;
    /** What it says to an envelope, and about one; nothing at first. */
    volatile @Nullable Handler leave;

    volatile @Nullable Handler held;

    FakeNode(Path home) {
        home.toFile().mkdirs();
        identity = Identity.openOrCreate(
                home, new Passphrase("épreuve", true), Clock.systemUTC(), new SecureRandom(), false);
        var settings = new PortSettings(
                InetAddress.getLoopbackAddress(),
                0,
                identity.peerTls().server(_ -> false, _ -> {}),
                ClientCertificate.DEMANDED,
                1_000,
                100,
                _ -> Duration.ofMinutes(1));
        port = HttpPort.open(settings, config -> {
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.before(ctx -> asked.add(ctx.path()));
            config.routes.get("/peer/v1/heads", ctx -> ctx.json(heads.apply(ctx.queryParam("after"))));
            config.routes.get("/peer/v1/repos/{did}", ctx -> answer(repository, ctx));
            config.routes.post("/peer/v1/mailboxes/{did}", ctx -> answer(leave, ctx));
            config.routes.get("/api/v1/envelopes/{id}", ctx -> answer(held, ctx));
            config.routes.get("/peer/v1/node", ctx -> ctx.result(record().jws()));
            config.routes.get("/peer/v1/repos/{did}/changes", ctx -> answer(changes, ctx));
        });
    }

    private static void answer(@Nullable Handler handler, io.javalin.http.Context ctx) throws Exception {
        if (handler == null) {
            ctx.status(410);
        } else {
            handler.handle(ctx);
        }
    }

    Did did() {
        return identity.did();
    }

    private NodeRecord record() {
        var expires = Instant.now().plusSeconds(3_600);
        return NodeRecord.sign(identity, List.of(endpoint()), NodeRecord.MIRROR, "fake", 1, expires);
    }

    private Endpoint endpoint() {
        return new Endpoint("127.0.0.1", port.port());
    }

    String url() {
        return endpoint().url();
    }

    PeerAddress address() {
        return addressAs(did());
    }

    /** Its address, said to be somebody else's. */
    PeerAddress addressAs(Did other) {
        return new PeerAddress(other, List.of(new Endpoint("127.0.0.1", port.port())), true);
    }

    /** Says to hold this commit, and how its repository is answered. */
    void offers(Commit commit, Handler wholeRepository) {
        offers(commit.did(), commit.rev(), commit.cid().toString());
        repository = wholeRepository;
        changes = null;
    }

    void offersChanges(Commit commit, Handler answer) {
        offers(commit.did(), commit.rev(), commit.cid().toString());
        changes = answer;
        repository = null;
    }

    /** What it says to hold. */
    void says(Map<String, Object> answer) {
        heads = _ -> answer;
    }

    /** @param pages by the DID they come after; null for the first */
    void saysInPages(Function<@Nullable String, Map<String, Object>> pages) {
        heads = pages;
    }

    private void offers(Did did, Tid rev, String commit) {
        says(Map.of("heads", List.of(Map.of("did", did.value(), "rev", rev.value(), "commit", commit))));
    }

    @Override
    public void close() {
        port.close();
        identity.close();
    }
}
