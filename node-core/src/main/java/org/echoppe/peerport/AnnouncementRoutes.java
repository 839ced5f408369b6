package org.echoppe.peerport;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.guard.SecurityJournal;
import org.echoppe.guard.SecurityKind;
import org.echoppe.http.Bodies;
import org.echoppe.http.ProblemJson;
import org.echoppe.peers.Heard;
import org.echoppe.replicas.Replicator;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Commit;

/** News of a commit: the block itself, which proves who signed it. */
final class AnnouncementRoutes {
    /** A commit has six fields and is 250 bytes long. */
    private static final int MOST = 4 * 1024;

    private final Replicator replicator;
    private final Callers callers;
    private final SecurityJournal journal;

    AnnouncementRoutes(Replicator replicator, Callers callers, SecurityJournal journal) {
        this.replicator = replicator;
        this.callers = callers;
        this.journal = journal;
    }

    void add(RoutesConfig routes) {
        routes.post("/peer/v1/announcements", this::hear);
    }

    private void hear(Context ctx) {
        callers.charge(ctx, 5);
        byte[] block = Bodies.bytes(ctx, MOST);
        try {
            var commit = Commit.read(block);
            if (!replicator.knows(commit)) {
                commit.verify();
            }
            ctx.json(json(replicator.announced(Callers.did(ctx), commit)));
        } catch (BadRepository e) {
            journal.record(
                    SecurityKind.SIGNED_WORD_REFUSED,
                    Callers.did(ctx).value(),
                    "an announcement",
                    String.valueOf(e.getMessage()));
            ProblemJson.answer(ctx, 422, Fault.PEER_WORD_BROKEN);
        }
    }

    private static Map<String, Object> json(Heard heard) {
        var json = new LinkedHashMap<String, Object>();
        json.put("push", heard.push());
        if (heard.held() != null) {
            json.put("held", heard.held().value());
        }
        return json;
    }
}
