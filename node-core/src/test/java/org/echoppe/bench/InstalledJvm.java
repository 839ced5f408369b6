package org.echoppe.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The JVM of a node without a window as the start script sets it up. */
public final class InstalledJvm {
    private InstalledJvm() {}

    /**
     * Its options, the class path included. What the JVM keeps of the classes is written when it first stops, as it is where the
     * program is installed: only from the second start on is it measured as people have it.
     *
     * @param folder where the program's jars and what the JVM keeps of them may lie
     */
    public static List<String> options(Path folder) throws IOException {
        var options = Path.of(System.getProperty("echoppe.root", "..")).resolve("app/src/main/dist/lib/node.jvm");
        return List.of(
                "-Xlog:disable",
                "@" + options.toAbsolutePath(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("node.jsa"),
                "-cp",
                Jars.packed(folder));
    }
}
