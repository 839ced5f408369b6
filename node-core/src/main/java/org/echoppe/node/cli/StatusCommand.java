package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.node.Node;
import org.echoppe.node.NodeStatus;
import picocli.CommandLine.Command;

/** {@code echoppe status}: how the node is. */
@Command(name = "status")
final class StatusCommand extends NodeCommand {
    @Override
    int run(Node node, Session session) {
        var status = node.status();
        if (session.json()) {
            session.answer(json(status, session));
        } else {
            text(node, status, session);
        }
        return Exit.DONE;
    }

    private static void text(Node node, NodeStatus status, Session session) {
        var texts = session.texts();
        var table = new Table();
        var places = status.places();
        table.row(
                texts.get("status.node"),
                places == null ? texts.get("status.stopped") : texts.get("status.runs", places.web(), places.peer()));
        table.row(texts.get("status.home"), node.config().home().toString());
        table.row(texts.get("id.did"), status.did().value());
        var shop = status.shop();
        table.row(texts.get("status.shop"), shop == null ? texts.get("status.mirror") : shop);
        table.row(texts.get("status.products"), texts.get("number", status.products()));
        table.row(texts.get("status.shops"), texts.get("number", status.shops()));
        table.row(texts.get("status.peers"), texts.get("status.reachable", status.peersReachable(), status.peers()));
        status.lastExchange().ifPresent(at -> table.row(texts.get("status.exchange"), Moments.text(at, session)));
        table.row(texts.get("status.publishing"), publishing(status, session));
        table.print(session.output());
    }

    private static String publishing(NodeStatus status, Session session) {
        return status.trouble()
                .map(problem -> problem.sentence(session.language()))
                .orElseGet(() -> session.texts().get(status.waiting() ? "status.waiting" : "status.current"));
    }

    private static Map<String, Object> json(NodeStatus status, Session session) {
        var json = new LinkedHashMap<String, Object>();
        var places = status.places();
        json.put("running", places != null);
        if (places != null) {
            json.put("web", places.web());
            json.put("peer", places.peer());
        }
        json.put("did", status.did().value());
        var shop = status.shop();
        if (shop != null) {
            json.put("shop", shop);
        }
        json.put("products", status.products());
        json.put("shops", status.shops());
        json.put("peers", status.peers());
        json.put("peersReachable", status.peersReachable());
        json.put("syncing", status.syncing());
        status.lastExchange().ifPresent(at -> json.put("lastExchange", at.toString()));
        json.put("waiting", status.waiting());
        status.trouble().ifPresent(problem -> {
            json.put("trouble", problem.fault().code());
            json.put("detail", problem.sentence(session.language()));
        });
        return json;
    }
}
