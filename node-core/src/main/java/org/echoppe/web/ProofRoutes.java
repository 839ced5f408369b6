package org.echoppe.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Collections;
import org.echoppe.repo.Commit;
import org.echoppe.store.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What proves that a shop signed one record, for whoever does not believe this node: commit, way through the tree, record. */
final class ProofRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ProofRoutes.class);

    private final WebServer.Sources sources;

    ProofRoutes(WebServer.Sources sources) {
        this.sources = sources;
    }

    void add(RoutesConfig routes) {
        ApiRoutes.get(routes, "/proof/{did}/{rkey}", this::answer);
    }

    private void answer(Context ctx) {
        var did = ApiRoutes.did(ctx);
        var rkey = ApiRoutes.rkey(ctx);
        byte[] proof = sources.blocks().inOneState(() -> proof(did, rkey)).orElseThrow(NotFoundResponse::new);
        sources.blocks().settle();
        ctx.header(
                "Content-Disposition", "attachment; filename=\"" + rkey.value().replace(':', '_') + ".car\"");
        Documents.send(ctx, CarWriter.MEDIA_TYPE + "; version=1", proof);
    }

    /** Of a product, or under {@code self} of the shop's profile. */
    private Optional<byte[]> proof(Did did, RecordKey rkey) {
        String key = Collections.keyOf(rkey.equals(RecordKey.SELF) ? Collections.PROFILE : Collections.PRODUCT, rkey);
        var store = sources.blocks();
        var commit = store.head(did).filter(head -> !head.damaged()).flatMap(_ -> store.commit(did));
        var record = store.record(did, key);
        if (commit.isEmpty() || record.isEmpty()) {
            return Optional.empty();
        }
        sources.denials().rules().status(did, key, record.get().cid()).ifPresent(status -> {
            throw new HttpResponseException(status);
        });
        try {
            return Optional.of(proof(commit.get(), record.get()));
        } catch (BadRepository e) {
            LOG.warn("no proof of {} of {}: the copy held here is damaged", key, did, e);
            return Optional.empty();
        }
    }

    private byte[] proof(Commit commit, StoredRecord record) throws BadRepository {
        var bytes = new ByteArrayOutputStream();
        try {
            var car = new CarWriter(bytes, commit.cid());
            car.write(commit.block());
            for (var node : sources.blocks().tree(commit.did()).proof(record.key())) {
                car.write(node);
            }
            car.write(record.cid(), record.bytes());
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
