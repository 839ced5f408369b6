package org.echoppe.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echoppe.journal.JournalDisk;

/** The journal's disk, written down in the same order as H2's. */
public record RecordingDisk(DiskLog log) implements JournalDisk {
    @Override
    public FileChannel open(Path file) throws IOException {
        if (!Files.exists(file)) {
            log.refuseWhenFull(log.name(file), true);
            log.add(new DiskEvent.Create(log.name(file)));
        }
        return new RecordingChannel(JournalDisk.REAL.open(file), log, log.name(file));
    }

    @Override
    public void delete(Path file) throws IOException {
        log.add(new DiskEvent.Delete(log.name(file)));
        JournalDisk.REAL.delete(file);
    }

    @Override
    public void forceFolder(Path folder) {
        log.add(new DiskEvent.ForceNames());
    }
}
