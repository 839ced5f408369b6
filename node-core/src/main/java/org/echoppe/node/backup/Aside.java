package org.echoppe.node.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What stood where a backup comes, moved into a folder of the home, and back again when none came. */
final class Aside {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'before-restoring-'yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    private final Path home;
    private final Path folder;
    private final List<String> names;

    private Aside(Path home, Path folder, List<String> names) {
        this.home = home;
        this.folder = folder;
        this.names = names;
    }

    static Aside of(Path home, List<String> wanted, Clock clock) throws IOException {
        var names =
                wanted.stream().filter(name -> Files.exists(home.resolve(name))).toList();
        var aside = new Aside(home, home.resolve(NAME.format(clock.instant())), names);
        if (!names.isEmpty()) {
            Files.createDirectory(aside.folder);
        }
        for (String name : names) {
            Files.move(home.resolve(name), aside.folder.resolve(name));
        }
        return aside;
    }

    /** Puts all of it back; what came meanwhile under these names was incomplete. */
    void back() throws IOException {
        for (String name : names) {
            Folders.remove(home.resolve(name));
            Files.move(folder.resolve(name), home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!names.isEmpty()) {
            Files.delete(folder);
        }
    }
}
