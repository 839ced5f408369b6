package org.echoppe.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the journal asks of a disk. A test puts one in between that loses whatever was not forced. */
public interface JournalDisk {
    /** Opens a file for reading and writing, and makes it where it is not there. */
    FileChannel open(Path file) throws IOException;

    void delete(Path file) throws IOException;

    /** Makes durable which files there are in the folder. */
    void forceFolder(Path folder) throws IOException;

    /** The disk of this computer. */
    JournalDisk REAL = new JournalDisk() {
        @Override
        public FileChannel open(Path file) throws IOException {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }

        @Override
        public void delete(Path file) throws IOException {
            java.nio.file.Files.delete(file);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            // Windows opens no folder, and keeps the names of files in its own journal
            if (java.io.File.separatorChar == '/') {
                try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
                    open.force(true);
                }
            }
        }
    };
}
