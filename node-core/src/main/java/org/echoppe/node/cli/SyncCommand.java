package org.echoppe.node.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.node.Node;
import org.echoppe.replicas.SyncResult;
import picocli.CommandLine.Command;

/** {@code echoppe sync}: asks every known peer now, also those that did not answer last time. */
@Command(name = "sync")
final class SyncCommand extends NodeCommand {
    @Override
    int run(Node node, Session session) {
        Publishing.now(node, session);
        var results = round(node, session);
        if (session.json()) {
            session.answer(Map.of(
                    "peers",
                    results.stream().map(result -> json(result, session)).toList()));
        } else {
            results.forEach(result -> session.output().line(sentence(result, session)));
            if (results.isEmpty()) {
                session.say("sync.nobody");
            }
        }
        boolean failed = results.stream().anyMatch(result -> result.fault() != null);
        return failed ? Exit.FAILED : Exit.DONE;
    }

    private static List<SyncResult> round(Node node, Session session) {
        var peers = node.peers().all().stream()
                .flatMap(peer -> node.peers().find(peer.row().did()).stream())
                .toList();
        var results = new ArrayList<SyncResult>();
        for (var peer : peers) {
            session.output().progress(session.texts().get("progress.SYNC"), results.size(), peers.size());
            results.add(node.replicator().syncWith(peer));
        }
        return results;
    }

    private static String sentence(SyncResult result, Session session) {
        var did = result.peer().value();
        var fault = result.fault();
        return fault == null
                ? session.texts().get("sync.done", did, result.newer(), result.stored())
                : session.texts().get("sync.failed", did, fault.sentence(session.language(), did));
    }

    private static Map<String, Object> json(SyncResult result, Session session) {
        var json = new LinkedHashMap<String, Object>();
        json.put("did", result.peer().value());
        json.put("newer", result.newer());
        json.put("stored", result.stored());
        var fault = result.fault();
        if (fault != null) {
            json.put("fault", fault.code());
            json.put("detail", fault.sentence(session.language(), result.peer().value()));
        }
        return json;
    }
}
