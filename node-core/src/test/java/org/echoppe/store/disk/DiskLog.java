package org.echoppe.store.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The events of all files in one folder, in one order. H2 makes its file objects by itself, so logs are found by the folder's path. */
public final class DiskLog {
    private static final Map<Path, DiskLog> LOGS = new ConcurrentHashMap<>();

    private final Path folder;
    private final List<DiskEvent> events = new ArrayList<>();
    private volatile String full = "nothing";
    private volatile String shut = "nothing";
    private volatile String deaf = "nothing";

    private DiskLog(Path folder) {
        this.folder = folder;
    }

    /** Watches all that is opened below this folder. */
    public static DiskLog of(Path folder) {
        return LOGS.computeIfAbsent(folder.toAbsolutePath(), DiskLog::new);
    }

    static DiskLog watching(Path file) {
        for (Path folder = file.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var log = LOGS.get(folder);
            if (log != null) {
                return log;
            }
        }
        throw new IllegalStateException("nobody watches " + file);
    }

    public static void forget(Path folder) {
        LOGS.remove(folder.toAbsolutePath());
    }

    String name(Path file) {
        return folder.relativize(file.toAbsolutePath()).toString();
    }

    public synchronized void add(DiskEvent event) {
        if (!(event instanceof DiskEvent.Force force) || !force.file().startsWith(deaf)) {
            events.add(event);
        }
    }

    public synchronized List<DiskEvent> events() {
        return List.copyOf(events);
    }

    /** From now on no file can grow, or can again. */
    public void setFull(boolean isFull) {
        full = isFull ? "" : "nothing";
        shut = "nothing";
    }

    /** From now on nothing goes into files whose name begins so, not even over room that is free inside them. */
    public void fillUp(String beginning) {
        shut = beginning;
    }

    /** From now on the disk is not told to force files whose name begins so. */
    public void forgetForces(String beginning) {
        deaf = beginning;
    }

    void refuseWhenFull(String file, boolean grows) throws IOException {
        if (file.startsWith(shut) || (grows && file.startsWith(full))) {
            throw new IOException("No space left on device");
        }
    }
}
