package org.echoppe.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** An H2 file system over another one, {@code recording:/path}: it lies below the encryption, as a disk does. */
public final class RecordingPath extends FilePathWrapper {
    /** H2 makes one for each path. */
    public RecordingPath() {}

    public static void register() {
        FilePath.register(new RecordingPath());
    }

    @Override
    public String getScheme() {
        return "recording";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FilePath base = unwrap();
        Path file = Path.of(base.toString());
        var log = DiskLog.watching(file);
        if (!base.exists()) {
            log.add(new DiskEvent.Create(log.name(file)));
        }
        return new RecordingChannel(base.open(mode), log, log.name(file));
    }
}
