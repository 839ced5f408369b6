package org.echoppe.node.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import org.echoppe.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code echoppe backup FILE}: the whole shop in one sealed file. */
@Command(name = "backup")
final class BackupCommand extends NodeCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "backup.written")
    String file = "";

    @Override
    int run(Node node, Session session) {
        var path = session.file(file);
        var moment = node.backup().write(path);
        long bytes;
        try {
            bytes = Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("file", path.toString());
            answer.put("did", moment.did().value());
            answer.put("at", moment.at().toString());
            answer.put("entries", moment.entries());
            answer.put("bytes", bytes);
            session.answer(answer);
        } else {
            session.say("backup.done", path, (bytes + 1023) / 1024, Moments.text(moment.at(), session));
        }
        return Exit.DONE;
    }
}
