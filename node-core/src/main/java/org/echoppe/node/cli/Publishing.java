package org.echoppe.node.cli;

import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;

/** What follows a save: a running node publishes within a second by itself, a process that ends right away does it now. */
final class Publishing {
    private Publishing() {}

    static void afterSaving(Node node, Session session) {
        if (!session.nodeRuns()) {
            now(node, session);
        }
    }

    /** What is saved is safe, so a reason not to publish yet is only said. */
    static void now(Node node, Session session) {
        try {
            var _ = node.publisher().publishNow();
        } catch (Rejected e) {
            session.refuse(e);
            session.remark("publish.later");
        }
    }
}
