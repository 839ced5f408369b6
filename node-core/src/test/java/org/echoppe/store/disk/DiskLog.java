package org.echoppe.store.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The events of one file. H2 makes its file objects by itself, so logs are found by the file's path. */
public final class DiskLog {
    private static final Map<String, DiskLog> LOGS = new ConcurrentHashMap<>();

    private final List<DiskEvent> events = new ArrayList<>();
    private volatile boolean full;

    public static DiskLog of(String path) {
        return LOGS.computeIfAbsent(path, p -> new DiskLog());
    }

    public static void forget(String path) {
        LOGS.remove(path);
    }

    public synchronized void add(DiskEvent event) {
        events.add(event);
    }

    public synchronized List<DiskEvent> events() {
        return List.copyOf(events);
    }

    /** From now on the file can't grow, or can again. */
    public void setFull(boolean isFull) {
        full = isFull;
    }

    void refuseWhenFull(boolean grows) throws IOException {
        if (full && grows) {
            throw new IOException("No space left on device");
        }
    }
}
