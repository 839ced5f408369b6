package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.RecoverySheet;
import org.echoppe.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code echoppe id sheet}: the recovery sheet, until it was printed. */
@Command(name = "sheet")
final class SheetCommand extends NodeCommand {
    @Option(names = "--printed")
    boolean printed;

    @Override
    int run(Node node, Session session) {
        var sheet = node.identity().recoverySheet().orElseThrow(() -> Rejected.because(Fault.RECOVERY_SHEET_GONE));
        if (printed) {
            node.identity().recoverySheetPrinted();
            session.say("sheet.forgotten");
        } else {
            show(sheet, session);
        }
        return Exit.DONE;
    }

    private static void show(RecoverySheet sheet, Session session) {
        if (session.json()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("did", sheet.did().value());
            answer.put("groups", sheet.groups());
            answer.put("qr", sheet.qrCode().svgPath());
            session.answer(answer);
            return;
        }
        session.say("sheet.title", sheet.did().value());
        session.output().line("");
        var table = new Table();
        for (int i = 0; i < sheet.groups().size(); i += 2) {
            table.row(
                    "%2d".formatted(i + 1),
                    sheet.groups().get(i),
                    "   %2d".formatted(i + 2),
                    sheet.groups().get(i + 1));
        }
        table.print(session.output());
        session.output().line("");
        session.output().line(sheet.qrCode().text().stripTrailing());
        session.remark("sheet.then");
    }
}
