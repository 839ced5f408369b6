package org.echoppe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.node.NodeConfig;

/** The home's configuration file, of which the window changes single lines; the others stay as somebody wrote them. */
record ConfigFile(Path home) {
    /** @throws Rejected FILE_UNWRITABLE */
    void visible(boolean visible) {
        set(Map.of("bind", visible ? "0.0.0.0" : ""));
    }

    /**
     * @param values by key; an empty one takes its line away
     * @throws Rejected FILE_UNWRITABLE
     */
    void set(Map<String, String> values) {
        var file = home.resolve(NodeConfig.FILE);
        try {
            var lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.<String>of());
            values.forEach((key, value) -> {
                lines.removeIf(line -> line.matches("\\s*" + key + "\\s*[=:].*"));
                if (!value.isBlank()) {
                    lines.add(key + "=" + value.strip());
                }
            });
            var fresh = file.resolveSibling(NodeConfig.FILE + ".part");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file);
        }
    }
}
