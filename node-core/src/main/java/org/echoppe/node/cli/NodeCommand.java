package org.echoppe.node.cli;

import org.echoppe.node.Node;

/** A command on an open home: it runs the same whether its own process opened it or a node that runs there. */
abstract class NodeCommand {
    /** Answers what needs no home, such as a list of names; false when there was no such question. */
    boolean answersAlone(Session session) {
        return false;
    }

    /** @return the exit code */
    abstract int run(Node node, Session session);
}
