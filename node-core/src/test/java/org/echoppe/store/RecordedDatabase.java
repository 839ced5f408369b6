package org.echoppe.store;

import java.nio.file.Path;
import java.time.Clock;
import org.echoppe.store.disk.RecordingPath;

/**
 * A database whose disk is written down, for tests of other packages. It uses room again at once, which otherwise is done after 45
 * seconds: what a shop does that is on all day.
 */
public final class RecordedDatabase {
    private RecordedDatabase() {}

    /** Below a folder that a {@link org.echoppe.store.disk.DiskLog} watches. */
    public static Database open(Path home, byte[] key) {
        RecordingPath.register();
        return Database.open(home, new H2File(home, key, "ordered:recording:", ";RETENTION_TIME=0"), Clock.systemUTC());
    }
}
