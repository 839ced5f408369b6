package org.echoppe.peers;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.echoppe.domain.Did;
import org.echoppe.identity.PeerTls;

/**
 * One HTTP client a peer, since whom it trusts is the peer's key alone; each keeps its HTTP/2 connection warm. The least
 * recently used goes when there are too many. Once closed none is opened again.
 */
final class Lines implements AutoCloseable {
    private static final int MOST = 256;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** For the ends of calls that were cut off. */
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final PeerTls tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Did, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);
    /** Every client that may still carry a call, the dropped ones too. */
    private final Set<HttpClient> carrying = new HashSet<>();

    private boolean closed;

    Lines(PeerTls tls) {
        this.tls = tls;
    }

    /** @throws PeerFailed when the node is closing */
    HttpClient to(Did did) throws PeerFailed {
        var surplus = new ArrayList<HttpClient>();
        try {
            synchronized (clients) {
                var client = clients.get(did);
                if (client == null) {
                    client = open(tls.client(did));
                    clients.put(did, client);
                }
                var oldest = clients.entrySet().iterator();
                while (clients.size() > MOST) {
                    surplus.add(oldest.next().getValue());
                    oldest.remove();
                }
                return client;
            }
        } finally {
            surplus.forEach(HttpClient::shutdown);
        }
    }

    /** @throws PeerFailed when the node is closing */
    HttpClient open(SSLContext context) throws PeerFailed {
        synchronized (clients) {
            if (closed) {
                throw new PeerFailed(PeerFailed.Kind.UNREACHABLE, "the node is closing");
            }
            var client = HttpClient.newBuilder()
                    .sslContext(context)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(threads)
                    .build();
            carrying.removeIf(HttpClient::isTerminated);
            carrying.add(client);
            return client;
        }
    }

    boolean isClosed() {
        synchronized (clients) {
            return closed;
        }
    }

    /** After a call without an answer: its connection may be dead without knowing, so the next call makes a new one. */
    void drop(Did did, HttpClient client) {
        boolean ours;
        synchronized (clients) {
            ours = clients.remove(did, client);
        }
        if (ours) {
            client.shutdown(); // what others still read over it may finish
        }
    }

    /** Ends every call: whoever waits for one gets an IOException at once, and nobody is interrupted. */
    @Override
    public void close() {
        List<HttpClient> all;
        synchronized (clients) {
            closed = true;
            all = List.copyOf(carrying);
            clients.clear();
            carrying.clear();
        }
        all.forEach(HttpClient::shutdownNow);
        try {
            for (var client : all) {
                var _ = client.awaitTermination(ENDING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown(); // not before: the clients tell their callers on these threads
    }
}
