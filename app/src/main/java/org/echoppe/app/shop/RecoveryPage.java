package org.echoppe.app.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Fingerprint;
import org.echoppe.identity.RecoverySheet;

/** The recovery sheet as one page that any browser prints, readable by its owner alone while it is a file. */
public final class RecoveryPage {
    private static final int GROUPS_A_LINE = 4;

    private RecoveryPage() {}

    /** @throws Rejected FILE_UNWRITABLE */
    public static void write(Path file, RecoverySheet sheet, String shop, Language language) {
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, page(sheet, shop, Texts.of(RecoveryPage.class, language)));
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file);
        }
    }

    private static String page(RecoverySheet sheet, String shop, Texts texts) {
        var groups = new StringBuilder();
        for (int i = 0; i < sheet.groups().size(); i++) {
            groups.append(sheet.groups().get(i)).append(i % GROUPS_A_LINE == GROUPS_A_LINE - 1 ? "\n" : "  ");
        }
        var code = sheet.qrCode();
        return """
                <!doctype html><html lang="%s"><meta charset="utf-8"><title>%s</title>
                <style>body{font:16px/1.5 sans-serif;max-width:40em;margin:2em auto;color:#1F2421}
                pre{font:20px/1.8 monospace;border:1px solid #8C877A;border-radius:8px;padding:1em}svg{width:16em}</style>
                <h1>%s</h1><p><strong>%s</strong><br>%s</p><p>%s</p><pre>%s</pre>
                <svg viewBox="-4 -4 %d %d" role="img" aria-label="%s"><path d="%s"/></svg></html>
                """.formatted(
                        texts.language().code(),
                        texts.say("recovery.title"),
                        texts.say("recovery.title"),
                        escaped(shop),
                        Fingerprint.of(sheet.did()).text(),
                        texts.say("recovery.what"),
                        groups.toString().strip(),
                        code.size() + 8,
                        code.size() + 8,
                        texts.say("recovery.qr"),
                        code.svgPath());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
