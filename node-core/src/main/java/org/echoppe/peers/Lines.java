package org.echoppe.peers;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.echoppe.domain.Did;
import org.echoppe.identity.PeerTls;

/**
 * One HTTP client a peer, since whom it trusts is the peer's key alone; each keeps its HTTP/2 connection warm. The least
 * recently used goes when there are too many.
 */
final class Lines implements AutoCloseable {
    private static final int MOST = 256;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final PeerTls tls;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Did, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

    Lines(PeerTls tls) {
        this.tls = tls;
    }

    HttpClient to(Did did) {
        var surplus = new ArrayList<HttpClient>();
        try {
            synchronized (clients) {
                var client = clients.computeIfAbsent(did, key -> open(tls.client(key)));
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

    HttpClient open(SSLContext context) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
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

    @Override
    public void close() {
        List<HttpClient> all;
        synchronized (clients) {
            all = List.copyOf(clients.values());
            clients.clear();
        }
        all.forEach(HttpClient::shutdownNow);
        threads.shutdownNow();
    }
}
