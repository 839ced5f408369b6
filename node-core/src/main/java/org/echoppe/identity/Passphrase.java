package org.echoppe.identity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** What opens the keystores of a home: {@code ECHOPPE_PASSPHRASE}, else the file {@code passphrase} that its owner alone can read. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public record Passphrase(String text) {
    /**
     * At first start a file with a random phrase is made.
     *
     * @throws org.echoppe.domain.Rejected when others can read the file, or it is missing although there is an identity
     */
    public static Passphrase of(Map<String, String> environment, Path home, SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    /** Never the phrase itself: it must not reach a log. */
    @Override
    public String toString() {
        return "Passphrase";
    }
}
