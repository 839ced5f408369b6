package org.echoppe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.node.NodeConfig;

/** Who may see the shop, as one line of the home's configuration file; the other lines stay as somebody wrote them. */
record Visibility(Path home) {
    private static final String EVERYWHERE = "bind=0.0.0.0";

    /** @throws Rejected FILE_UNWRITABLE */
    void set(boolean visible) {
        var file = home.resolve(NodeConfig.FILE);
        try {
            var lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.<String>of());
            lines.removeIf(line -> line.matches("\\s*bind\\s*[=:].*"));
            if (visible) {
                lines.add(EVERYWHERE);
            }
            var fresh = file.resolveSibling(NodeConfig.FILE + ".part");
            Files.write(fresh, lines);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file);
        }
    }
}
