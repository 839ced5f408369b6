package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.echoppe.node.Surroundings;
import org.echoppe.store.HomeLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code echoppe id recover GROUPS}: puts the identity of a recovery sheet into a home. */
@Command(name = "recover")
final class RecoverRun extends OwnCommand {
    @Parameters(paramLabel = "GROUP", descriptionKey = "recover.groups", arity = "1..*")
    List<String> groups = List.of();

    @Override
    int run(Path home, Surroundings around, Session session) {
        try (var _ = HomeLock.take(home)) {
            return recover(home, around, session);
        }
    }

    private int recover(Path home, Surroundings around, Session session) {
        var passphrase = Passphrase.forRecovery(around.environment(), home, around.random());
        var sheet = String.join(" ", groups);
        try (var identity = Identity.recover(home, passphrase, sheet, around.clock(), around.random())) {
            if (session.json()) {
                session.answer(Map.of("did", identity.did().value()));
            } else {
                session.say("id.recovered", identity.did().value());
            }
        }
        return Exit.DONE;
    }
}
