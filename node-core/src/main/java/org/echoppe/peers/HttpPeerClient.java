package org.echoppe.peers;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.identity.BadJws;
import org.echoppe.identity.PeerTls;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Block;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.repo.ThinDiff;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of PROTOCOL §3 and §5 over HTTP/2 and mutual TLS 1.3. */
public final class HttpPeerClient implements PeerClient {
    private static final int JSON_BYTES = 512 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final PeerCall calls;
    private final MailClient mail;
    private final Path spool;

    /** @param spool where whole repositories lie while they are verified */
    public HttpPeerClient(PeerTls tls, Reachability reachability, Path spool) {
        this(tls, reachability, spool, PeerCall.PATIENCE);
    }

    /** @param patience how long one repository may take at most */
    public HttpPeerClient(PeerTls tls, Reachability reachability, Path spool, Duration patience) {
        this.calls = new PeerCall(tls, reachability, patience);
        this.mail = new HttpMail(calls);
        this.spool = spool;
    }

    /** The calls about sealed envelopes, over the same lines. */
    public MailClient mail() {
        return mail;
    }

    @Override
    public Answer<NodeRecord> node(PeerAddress peer) throws PeerFailed {
        var answer = calls.get(peer, "/peer/v1/node", PeerCall.QUICK, HttpPeerClient::nodeRecord);
        if (!answer.content().did().equals(peer.did())) {
            throw new PeerFailed(
                    PeerFailed.Kind.BROKEN,
                    "the node record is of " + answer.content().did());
        }
        return answer;
    }

    @Override
    public Answer<NodeRecord> whoIs(Endpoint endpoint) throws PeerFailed {
        return calls.learn(endpoint, "/peer/v1/node", HttpPeerClient::nodeRecord);
    }

    private static Answer<NodeRecord> nodeRecord(Body body) throws IOException, PeerFailed {
        try {
            return body.answer(NodeRecord.read(new String(body.bytes(), StandardCharsets.US_ASCII)));
        } catch (BadJws e) {
            throw new PeerFailed(PeerFailed.Kind.BROKEN, "no node record: " + e.getMessage(), e);
        }
    }

    @Override
    public HeadPage heads(PeerAddress peer, @Nullable Did after) throws PeerFailed {
        var path = "/peer/v1/heads" + (after == null ? "" : "?after=" + after);
        return calls.get(peer, path, PeerCall.small(JSON_BYTES), body -> {
            var json = json(body);
            var heads = new ArrayList<RemoteHead>();
            for (var head : json.path("heads").values()) {
                heads.add(new RemoteHead(
                        new Did(text(head, "did")), new Tid(text(head, "rev")), Cid.parse(text(head, "commit"))));
            }
            var next = json.path("next").stringValue("");
            return ordered(new HeadPage(heads, next.isEmpty() ? null : new Did(next)), after);
        });
    }

    /** Pages go up by DID: whoever goes in circles is not followed. */
    private static HeadPage ordered(HeadPage page, @Nullable Did after) throws Body.Refused {
        var last = after;
        for (var head : page.heads()) {
            if (last != null && head.did().compareTo(last) <= 0) {
                throw new Body.Refused("heads out of order");
            }
            last = head.did();
        }
        var next = page.next();
        boolean back = next != null
                && ((last != null && next.compareTo(last) < 0) || (after != null && next.compareTo(after) <= 0));
        if (page.heads().size() > HeadPage.SIZE || back) {
            throw new Body.Refused("pages of heads that never end");
        }
        return page;
    }

    @Override
    public Snapshot repository(PeerAddress peer, Did did, Limits limits) throws PeerFailed, BadRepository {
        return calls.get(
                peer,
                "/peer/v1/repos/" + did,
                calls.large(wireLimit(limits)),
                body -> Snapshot.read(body, did, spool, limits));
    }

    /** A CAR has a little more than its blocks: their CIDs and lengths. */
    private static long wireLimit(Limits limits) {
        return limits.repositoryBytes() + (long) limits.records() * 2 * (Cid.LENGTH + 4) + 1024;
    }

    @Override
    public ThinDiff changes(PeerAddress peer, Did did, Tid since, Limits limits) throws PeerFailed, BadRepository {
        var path = "/peer/v1/repos/" + did + "/changes?since=" + since;
        return calls.get(peer, path, calls.large(limits.changesBytes()), body -> ThinDiff.decode(body.bytes(), limits));
    }

    @Override
    public Block block(PeerAddress peer, Cid cid) throws PeerFailed {
        return calls.get(peer, "/ipfs/" + cid + "?format=raw", PeerCall.small(Limits.BLOCK_BYTES), body -> {
            byte[] bytes = body.bytes();
            if (!cid.matches(bytes)) {
                throw new PeerFailed(PeerFailed.Kind.BROKEN, "the block is not " + cid);
            }
            return new Block(cid, bytes);
        });
    }

    @Override
    public Heard announce(PeerAddress peer, Block commit) throws PeerFailed {
        return calls.send(
                peer,
                "POST",
                "/peer/v1/announcements",
                "application/vnd.ipld.dag-cbor",
                ofByteArray(commit.bytes()),
                PeerCall.QUICK,
                body -> {
                    var json = json(body);
                    var held = json.path("held").stringValue("");
                    return new Heard(json.path("push").booleanValue(false), held.isEmpty() ? null : new Tid(held));
                });
    }

    @Override
    public void push(PeerAddress peer, ThinDiff changes) throws PeerFailed {
        put(peer, changes.commit().did(), ThinDiff.MEDIA_TYPE, ofByteArray(changes.encode()));
    }

    @Override
    public void push(PeerAddress peer, Did did, CarSource repository) throws PeerFailed {
        try {
            var file = Files.createTempFile(spool, "push", ".car");
            try {
                try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    repository.writeTo(out);
                }
                put(peer, did, CarWriter.MEDIA_TYPE, file(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher file(Path file) throws FileNotFoundException {
        return BodyPublishers.ofFile(file);
    }

    private void put(PeerAddress peer, Did did, String type, BodyPublisher body) throws PeerFailed {
        calls.send(peer, "PUT", "/peer/v1/repos/" + did, type, body, calls.large(JSON_BYTES), Body::bytes);
    }

    @Override
    public Answer<List<String>> peers(PeerAddress peer) throws PeerFailed {
        return calls.get(
                peer,
                "/peer/v1/peers",
                PeerCall.small(2 * JSON_BYTES),
                body -> body.answer(json(body)
                        .path("peers")
                        .valueStream()
                        .map(record -> record.stringValue(""))
                        .toList()));
    }

    @Override
    public boolean introduce(PeerAddress peer, NodeRecord self) throws PeerFailed {
        var record = ofByteArray(self.jws().getBytes(StandardCharsets.US_ASCII));
        return calls.send(
                peer,
                "POST",
                "/peer/v1/peers",
                "application/jose",
                record,
                PeerCall.small(JSON_BYTES),
                body -> json(body).path("reached").booleanValue(false));
    }

    private static JsonNode json(Body body) throws IOException, PeerFailed {
        try {
            return JSON.readTree(body.bytes());
        } catch (JacksonException e) {
            throw new PeerFailed(PeerFailed.Kind.BROKEN, "an answer that is no JSON", e);
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).stringValue("");
    }

    /** Bytes of questions asked and answers read so far, without what HTTP and TLS add. */
    public Traffic.Sum traffic() {
        return calls.traffic();
    }

    @Override
    public void close() {
        calls.close();
    }
}
