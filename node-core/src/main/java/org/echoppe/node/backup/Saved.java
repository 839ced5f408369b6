package org.echoppe.node.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.echoppe.store.SettingStore;

/**
 * The last backup that was written.
 *
 * @param file where it was put; it may be elsewhere by now
 */
public record Saved(Instant at, Path file) {
    private static final String AT = "backup.at";
    private static final String FILE = "backup.file";

    static Optional<Saved> in(SettingStore settings) {
        return settings.get(AT)
                .map(at ->
                        new Saved(Instant.parse(at), Path.of(settings.get(FILE).orElse(""))));
    }

    void keep(SettingStore settings) {
        settings.put(FILE, file.toString());
        settings.put(AT, at.toString());
    }
}
