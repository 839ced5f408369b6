package org.echoppe.node.cli;

import java.nio.file.Path;
import org.echoppe.node.Surroundings;

/** A command that needs no open home, or opens it itself: always in its own process. */
abstract class OwnCommand {
    /** @return the exit code */
    abstract int run(Path home, Surroundings around, Session session) throws InterruptedException;
}
