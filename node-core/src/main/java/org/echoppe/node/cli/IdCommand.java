package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import org.echoppe.identity.Fingerprint;
import org.echoppe.identity.QrCode;
import org.echoppe.node.Node;
import picocli.CommandLine.Command;

/** {@code echoppe id}: who this node is. */
@Command(
        name = "id",
        subcommands = {SheetCommand.class, RecoverRun.class})
final class IdCommand extends NodeCommand {
    @Override
    int run(Node node, Session session) {
        var identity = node.identity();
        var did = identity.did();
        var fingerprint = Fingerprint.of(did).text();
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("did", did.value());
            answer.put("fingerprint", fingerprint);
            answer.put("qr", QrCode.of(did.value()).svgPath());
            answer.put("recoverySheetPrinted", !identity.holdsRoot());
            session.answer(answer);
        } else {
            var table = new Table();
            table.row(session.texts().get("id.did"), did.value());
            table.row(session.texts().get("id.fingerprint"), fingerprint);
            table.print(session.output());
            session.output().line("");
            session.output().line(QrCode.of(did.value()).text().stripTrailing());
            if (identity.holdsRoot()) {
                session.remark("id.sheet.missing");
            }
        }
        return Exit.DONE;
    }
}
