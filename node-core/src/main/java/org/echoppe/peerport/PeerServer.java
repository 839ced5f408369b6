package org.echoppe.peerport;

import io.javalin.compression.CompressionStrategy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.echoppe.discovery.Peers;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.Denials;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.http.HttpPort;
import org.echoppe.http.IpfsGateway;
import org.echoppe.http.PortSettings;
import org.echoppe.http.PortSettings.ClientCertificate;
import org.echoppe.identity.PeerTls;
import org.echoppe.orders.Mail;
import org.echoppe.orders.Postbox;
import org.echoppe.peers.Traffic;
import org.echoppe.replicas.Replicas;
import org.echoppe.replicas.Replicator;
import org.echoppe.replicas.Repositories;
import org.echoppe.repo.BlockSource;
import org.echoppe.store.RepoStore;

/** The peer port, open: TLS 1.3 with a certificate demanded from every caller, HTTP/2, the calls of PROTOCOL §3. */
public final class PeerServer implements AutoCloseable {
    private static final int CONNECTIONS_PER_ADDRESS = 64;
    private static final int BODY = 64 * 1024;
    private static final int BLOCK_COST = 4;
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration TRANSFER = Duration.ofMinutes(10);
    /** A call that waits for mail, with some time to carry it. */
    private static final Duration WAITING = Postbox.LONGEST_WAIT.plusSeconds(30);

    /**
     * What the routes answer from.
     *
     * @param blocks of every kind that is held, pictures too
     * @param denials which of them are not handed out
     * @param spool a directory of this process alone, for whole repositories on their way
     * @param mail sealed envelopes
     */
    public record Sources(
            Peers peers,
            Replicas replicas,
            Replicator replicator,
            RepoStore store,
            BlockSource blocks,
            Denials denials,
            Path spool,
            Mail mail) {}

    private final HttpPort http;
    private final CarFiles files;

    private PeerServer(HttpPort http, CarFiles files) {
        this.http = http;
        this.files = files;
    }

    /**
     * Opens the port.
     *
     * @param port 0 for any free one
     * @throws org.echoppe.domain.Rejected PORT_TAKEN
     */
    public static PeerServer open(
            InetAddress address, int port, PeerTls tls, Sources sources, SecurityJournal journal, Clock clock) {
        var files = new CarFiles(
                (did, out) -> Repositories.write(sources.store(), did, out).cid(), sources.spool());
        var callers = new Callers(sources.peers(), journal, clock);
        var context = tls.server(sources.peers().decisions()::isBlocked, refusal -> note(refusal, journal));
        var settings = new PortSettings(
                address, port, context, ClientCertificate.DEMANDED, BODY, CONNECTIONS_PER_ADDRESS, PeerServer::limit);
        var http = HttpPort.open(settings, from -> noteNameless(from, journal), config -> {
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.before(callers::letIn);
            new NodeRoutes(sources.peers(), callers, journal).add(config.routes);
            new RepoRoutes(sources.store(), files, callers, sources.peers().decisions()::isPaused).add(config.routes);
            new PushRoutes(sources.replicas(), sources.replicator(), callers, sources.spool()).add(config.routes);
            new AnnouncementRoutes(sources.replicator(), callers, journal).add(config.routes);
            new MailboxRoutes(sources.mail().relay(), sources.mail().postbox(), callers, journal).add(config.routes);
            config.routes.before("/ipfs/*", ctx -> callers.charge(ctx, BLOCK_COST));
            new IpfsGateway(sources.blocks(), sources.denials()).add(config.routes);
        });
        return new PeerServer(http, files);
    }

    private static Duration limit(String path) {
        if (path.startsWith("/peer/v1/mailboxes/self")) {
            return WAITING;
        }
        return path.startsWith("/peer/v1/repos/") ? TRANSFER : USUAL;
    }

    private static void note(PeerTls.Refusal refusal, SecurityJournal journal) {
        var did = refusal.did();
        switch (refusal.reason()) {
            case BLOCKED ->
                journal.record(
                        SecurityKind.CALLER_BLOCKED,
                        did == null ? refusal.address() : did.value(),
                        "a connection from " + refusal.address(),
                        "blocked");
            case NOT_P256 ->
                journal.record(
                        SecurityKind.CERTIFICATE_REFUSED,
                        refusal.address(),
                        "a connection to the peer port",
                        "its certificate has no P-256 key");
        }
    }

    private static void noteNameless(InetAddress from, SecurityJournal journal) {
        journal.record(
                SecurityKind.CERTIFICATE_REFUSED,
                AddressPrefix.of(from).text(),
                "a connection to the peer port",
                "it showed no certificate");
    }

    /** The port that is really listened on. */
    public int port() {
        return http.port();
    }

    /** Bytes on its lines so far. */
    public Traffic.Sum traffic() {
        return http.traffic();
    }

    @Override
    public void close() {
        http.close();
        files.close();
    }
}
