package org.echoppe.peerport;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.echoppe.discovery.Peers;
import org.echoppe.domain.Fault;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.http.Bodies;
import org.echoppe.http.ProblemJson;
import org.echoppe.identity.BadJws;
import org.echoppe.peers.NodeRecord;

/** Who this node is, whom it knows, and who the caller says it is itself. */
final class NodeRoutes {
    static final String JOSE = "application/jose";

    private final Peers peers;
    private final Callers callers;
    private final SecurityJournal journal;

    NodeRoutes(Peers peers, Callers callers, SecurityJournal journal) {
        this.peers = peers;
        this.callers = callers;
        this.journal = journal;
    }

    void add(RoutesConfig routes) {
        routes.get("/peer/v1/node", ctx -> {
            callers.charge(ctx, 1);
            ctx.contentType(JOSE).result(peers.ownRecord().jws());
        });
        routes.get("/peer/v1/peers", ctx -> {
            callers.charge(ctx, 10);
            ctx.json(Map.of("peers", peers.records()));
        });
        routes.post("/peer/v1/peers", this::introduce);
    }

    private void introduce(Context ctx) {
        callers.charge(ctx, 100); // it makes this node dial
        var jws = Bodies.text(ctx, NodeRecord.MAX_LENGTH);
        try {
            ctx.json(Map.of("reached", peers.introduced(Callers.did(ctx), Callers.address(ctx), jws)));
        } catch (BadJws e) {
            journal.record(
                    SecurityKind.SIGNED_WORD_REFUSED,
                    Callers.did(ctx).value(),
                    "its node record",
                    String.valueOf(e.getMessage()));
            ProblemJson.answer(ctx, 422, Fault.PEER_WORD_BROKEN);
        }
    }
}
