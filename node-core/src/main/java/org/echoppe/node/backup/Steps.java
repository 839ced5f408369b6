package org.echoppe.node.backup;

/** How far a backup is. */
final class Steps {
    private final Backup.Progress progress;
    private final long total;
    private long done;

    Steps(Backup.Progress progress, long total) {
        this.progress = progress;
        this.total = Math.max(1, total);
    }

    void more(long bytes) {
        done += bytes;
        progress.at(Math.min(done, total), total);
    }
}
