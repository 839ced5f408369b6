package org.echoppe.app.welcome;

import java.nio.file.Path;
import java.time.Instant;

/** Brings a shop back out of its backup. */
@FunctionalInterface
public interface RestoreDesk {
    /** What opens the backup. */
    enum Means {
        SHEET,
        PHRASE,
        /** This computer still knows it. */
        HERE
    }

    /**
     * Takes its time: through Background only.
     *
     * @param typed the sheet's groups or the passphrase
     * @return of when it is
     * @throws org.echoppe.domain.Rejected what is wrong with file, sheet or passphrase; all is as it was then
     */
    Instant restore(Path file, Means means, String typed);
}
