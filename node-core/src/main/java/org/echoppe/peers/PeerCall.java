package org.echoppe.peers;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.echoppe.domain.Did;
import org.echoppe.identity.PeerIsAnother;
import org.echoppe.identity.PeerTls;
import org.echoppe.peers.PeerFailed.Kind;
import org.jspecify.annotations.Nullable;

/** One call to a peer: finds a door that opens, checks the answer's status and bounds, and notes who answered. */
final class PeerCall implements AutoCloseable {
    /**
     * What an answer may cost.
     *
     * @param bytes of the body
     * @param head until its first line is here
     * @param body until its last byte is
     */
    record Cost(long bytes, Duration head, Duration body) {}

    /** Also what a heartbeat waits. */
    static final Cost QUICK = new Cost(16 * 1024, Duration.ofSeconds(4), Duration.ofSeconds(4));

    /** How long a repository may take at most. */
    static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Bytes a second that a line of a shop carries. */
    private static final long SLOWEST = 128 * 1024;

    private final PeerTls tls;
    private final Lines lines;
    private final Reachability reachability;
    private final Duration patience;
    private final Traffic traffic = new Traffic();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("answer-deadlines").factory());

    PeerCall(PeerTls tls, Reachability reachability, Duration patience) {
        this.patience = patience;
        this.tls = tls;
        this.lines = new Lines(tls);
        this.reachability = reachability;
    }

    static Cost small(long bytes) {
        return new Cost(bytes, Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    Cost large(long bytes) {
        var time = Duration.ofSeconds(30 + bytes / SLOWEST);
        return new Cost(bytes, patience, time.compareTo(patience) < 0 ? time : patience);
    }

    /** Reads an answer's body; X is what a verification of it may find. */
    interface Reader<T, X extends Exception> {
        T read(Body body) throws IOException, PeerFailed, X;
    }

    <T, X extends Exception> T get(PeerAddress peer, String path, Cost cost, Reader<T, X> reader) throws PeerFailed, X {
        return send(peer, "GET", path, null, BodyPublishers.noBody(), cost, reader);
    }

    <T, X extends Exception> T send(
            PeerAddress peer,
            String method,
            String path,
            @Nullable String type,
            BodyPublisher body,
            Cost cost,
            Reader<T, X> reader)
            throws PeerFailed, X {
        var client = lines.to(peer.did());
        try {
            var answer = dial(client, Doors.of(peer.endpoints(), peer.given()), method, path, type, body, cost);
            reachability.answered(peer.did(), Body.from(answer));
            return read(answer, cost, reader);
        } catch (PeerFailed e) {
            noteFailure(peer.did(), client, e);
            throw e;
        }
    }

    private void noteFailure(Did did, HttpClient client, PeerFailed failure) {
        if (lines.isClosed()) {
            return; // it was this node that broke off
        }
        switch (failure.kind()) {
            case UNREACHABLE -> {
                lines.drop(did, client);
                reachability.failed(did);
            }
            case IS_ANOTHER -> {
                lines.drop(did, client);
                reachability.anotherAnswered(did);
            }
            case NOT_HELD, TOO_OLD, REFUSED, BROKEN -> {}
        }
    }

    /** A call to an address of which nothing is known but that the operator gave it. */
    Answer<NodeRecord> learn(Endpoint endpoint, String path, Reader<Answer<NodeRecord>, RuntimeException> reader)
            throws PeerFailed {
        var found = new AtomicReference<@Nullable Did>();
        try (var client = lines.open(tls.clientLearning(found::set))) {
            var doors = Doors.of(List.of(endpoint), true);
            var answer = dial(client, doors, "GET", path, null, BodyPublishers.noBody(), QUICK);
            var who = read(answer, QUICK, reader);
            if (!who.content().did().equals(found.get())) {
                throw new PeerFailed(Kind.BROKEN, "the node record is not of the key that answers");
            }
            return who;
        }
    }

    private HttpResponse<InputStream> dial(
            HttpClient client,
            List<Endpoint> doors,
            String method,
            String path,
            @Nullable String type,
            BodyPublisher body,
            Cost cost)
            throws PeerFailed {
        PeerFailed last = null;
        for (var door : doors) {
            var request = HttpRequest.newBuilder(URI.create(door.url() + path))
                    .method(method, body)
                    .timeout(cost.head())
                    .header("Accept-Encoding", "gzip");
            if (type != null) {
                request.header("Content-Type", type);
            }
            try {
                traffic.went(Math.max(0, body.contentLength()));
                return client.send(
                        request.build(),
                        _ -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), traffic::counted));
            } catch (HttpConnectTimeoutException | ConnectException | SSLException e) {
                last = closedDoor(door, e, last);
            } catch (HttpTimeoutException e) {
                throw new PeerFailed(Kind.UNREACHABLE, door + " did not answer in time", e);
            } catch (IOException e) {
                throw new PeerFailed(Kind.UNREACHABLE, door + " broke off: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PeerFailed(Kind.UNREACHABLE, "the node is closing", e);
            }
        }
        throw last == null ? new PeerFailed(Kind.UNREACHABLE, "it has no address") : last;
    }

    /** Another's key at one door weighs more than silence at the next. */
    private static PeerFailed closedDoor(Endpoint door, IOException e, @Nullable PeerFailed before) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PeerIsAnother another) {
                return new PeerFailed(Kind.IS_ANOTHER, "at " + door + ": " + another.getMessage(), e);
            }
        }
        return before != null && before.kind() == Kind.IS_ANOTHER
                ? before
                : new PeerFailed(Kind.UNREACHABLE, door + " does not answer: " + e.getMessage(), e);
    }

    private <T, X extends Exception> T read(HttpResponse<InputStream> answer, Cost cost, Reader<T, X> reader)
            throws PeerFailed, X {
        int status = answer.statusCode();
        try (var body = Body.of(answer, cost.bytes(), timer, cost.body())) {
            if (status == 200 || status == 202) {
                return reader.read(body);
            }
            throw new PeerFailed(kind(status), "status " + status);
        } catch (Body.Refused e) {
            throw new PeerFailed(Kind.BROKEN, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new PeerFailed(Kind.BROKEN, "an answer with an illegal value: " + e.getMessage(), e);
        } catch (RejectedExecutionException e) {
            throw new PeerFailed(Kind.UNREACHABLE, "the node is closing", e);
        } catch (IOException e) {
            throw new PeerFailed(Kind.UNREACHABLE, "the answer broke off: " + e.getMessage(), e);
        }
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 404 -> Kind.NOT_HELD;
            case 410 -> Kind.TOO_OLD;
            default -> status >= 400 ? Kind.REFUSED : Kind.BROKEN;
        };
    }

    Traffic.Sum traffic() {
        return traffic.sum();
    }

    @Override
    public void close() {
        lines.close();
        timer.shutdownNow();
    }
}
