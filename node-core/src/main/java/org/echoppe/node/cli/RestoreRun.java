package org.echoppe.node.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.echoppe.node.Surroundings;
import org.echoppe.node.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code echoppe restore FILE [GROUP…]}: a backup into a home without a shop. */
@Command(name = "restore")
final class RestoreRun extends OwnCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "backup.read")
    String file = "";

    @Parameters(paramLabel = "GROUP", descriptionKey = "restore.groups", index = "1..*", arity = "0..*")
    List<String> groups = List.of();

    @Override
    int run(Path home, Surroundings around, Session session) {
        var restore = new Restore(home, around.environment(), around.clock(), around.random());
        var moment = restore.from(session.file(file), String.join(" ", groups));
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("did", moment.did().value());
            answer.put("at", moment.at().toString());
            answer.put("entries", moment.entries());
            session.answer(answer);
        } else {
            session.say("restore.done", moment.did().value(), Moments.text(moment.at(), session));
        }
        return Exit.DONE;
    }
}
