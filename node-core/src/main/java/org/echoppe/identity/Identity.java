package org.echoppe.identity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.repo.Signer;

/** The keys of this node, opened from {@code identity.p12}. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public final class Identity implements Signer, AutoCloseable {
    private Identity() {}

    /**
     * @param homeHasData then a missing keystore is refused, and never replaced by a new identity
     * @throws org.echoppe.domain.Rejected WRONG_PASSPHRASE, IDENTITY_DAMAGED, IDENTITY_MISSING
     */
    public static Identity openOrCreate(
            Path home, Passphrase passphrase, Clock clock, SecureRandom random, boolean homeHasData) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.echoppe.domain.Rejected with every mistyped group, or when another identity lives in that home */
    public static Identity recover(Path home, Passphrase passphrase, String sheet, Clock clock, SecureRandom random) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Did did() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] sign(byte[] message) {
        throw new UnsupportedOperationException();
    }

    /** What orders are sealed to now, as the shop profile publishes it. */
    public Did encryptionKey() {
        throw new UnsupportedOperationException();
    }

    /** Public half of the key that alone can name a successor. */
    public Did recoveryKey() {
        throw new UnsupportedOperationException();
    }

    /** 32 bytes, a copy. */
    public byte[] databaseKey() {
        throw new UnsupportedOperationException();
    }

    /** While the root secret is still in the keystore. */
    public Optional<RecoverySheet> recoverySheet() {
        throw new UnsupportedOperationException();
    }

    /** The root secret leaves the keystore; from now on it stands on paper alone. */
    public void recoverySheetPrinted() {}

    /** For this identity, with its own key as certificate. */
    public PeerTls peerTls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
