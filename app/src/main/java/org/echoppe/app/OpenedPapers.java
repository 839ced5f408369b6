package org.echoppe.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents that the system's viewer was given: they tell of people, and so go when the shop closes, or at the next start. */
final class OpenedPapers {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedPapers.class);

    private final Path folder;

    OpenedPapers(Path home) {
        this.folder = home.resolve("opened");
    }

    /**
     * Writes a file that only its owner can read.
     *
     * @return the address that opens it
     * @throws Rejected FILE_UNWRITABLE
     */
    String open(byte[] document) {
        try {
            OwnerOnly.folder(folder);
            var file = Files.createTempFile(folder, "echoppe-", ".pdf");
            OwnerOnly.create(file);
            Files.write(file, document);
            return file.toUri().toString();
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, folder);
        }
    }

    /**
     * Writes to where the shopkeeper wants it.
     *
     * @throws Rejected FILE_UNWRITABLE
     */
    static void save(Path file, byte[] document) {
        try {
            Files.write(file, document);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file.getFileName());
        }
    }

    /** One that a viewer holds must not keep the others. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("an opened document stays until the next start", e);
        }
    }

    /** Best effort: what a viewer holds open on some systems goes at the next start. */
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                remove(file);
            }
        } catch (IOException e) {
            LOG.debug("some opened documents stay until the next start", e);
        }
    }
}
