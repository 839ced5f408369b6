package org.echoppe.identity;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.repo.P256;
import org.echoppe.repo.Signer;

/**
 * The keys of this node, opened from {@code identity.p12}: the identity key, which only ever signs, the current encryption key, the
 * database key, and until the recovery sheet is printed the root secret that all of them come from.
 */
public final class Identity implements Signer, AutoCloseable {
    public static final String FILE = "identity.p12";

    private final IdentityFile file;
    private final Clock clock;
    private final SecureRandom random;
    private final KeyWithCertificate key;
    private final Did did;
    private volatile KeptKeys kept;

    private Identity(IdentityFile file, IdentityFile.Contents contents, Clock clock, SecureRandom random) {
        this.file = file;
        this.clock = clock;
        this.random = random;
        this.key = contents.key();
        this.kept = contents.kept();
        this.did = contents.did();
    }

    /**
     * One process a home: who calls holds the home's lock.
     *
     * @param homeHasData then a missing keystore is refused, and never replaced by a new identity
     * @throws Rejected WRONG_PASSPHRASE, IDENTITY_DAMAGED, IDENTITY_MISSING
     */
    public static Identity openOrCreate(
            Path home, Passphrase passphrase, Clock clock, SecureRandom random, boolean homeHasData) {
        var file = new IdentityFile(home.resolve(FILE), passphrase);
        if (!file.exists()) {
            if (homeHasData) {
                throw Rejected.because(Fault.IDENTITY_MISSING, file.path());
            }
            byte[] root = RootSecret.random(random);
            file.create(root, true, clock, random);
            Arrays.fill(root, (byte) 0);
        }
        return new Identity(file, file.read(), clock, random);
    }

    /**
     * Puts the identity of a recovery sheet into a home, without its root secret, which stands on the sheet. A keystore that does not
     * open is kept beside it as {@code identity.p12.old}; one that does open and is this identity's is left alone.
     *
     * @param sheet the groups as typed, or the text of the QR code
     * @throws Rejected with every mistyped group; IDENTITY_IS_ANOTHER when the keystore there opens and is somebody else's
     */
    public static Identity recover(Path home, Passphrase passphrase, String sheet, Clock clock, SecureRandom random) {
        byte[] root = RecoverySheet.read(sheet);
        var file = new IdentityFile(home.resolve(FILE), passphrase);
        if (mustBeMade(file, RootSecret.did(root))) {
            file.create(root, false, clock, random);
        }
        Arrays.fill(root, (byte) 0);
        return new Identity(file, file.read(), clock, random);
    }

    private static boolean mustBeMade(IdentityFile file, Did wanted) {
        if (!file.exists()) {
            return true;
        }
        Did found;
        try {
            found = file.read().did();
        } catch (Rejected unusable) {
            file.keepAside();
            return true;
        }
        if (!found.equals(wanted)) {
            throw Rejected.because(Fault.IDENTITY_IS_ANOTHER, file.path());
        }
        return false;
    }

    @Override
    public Did did() {
        return did;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.key(), random);
            signature.update(message);
            return P256.lowS(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the identity key cannot sign", e);
        }
    }

    /** What orders are sealed to now, as the shop profile publishes it. */
    public Did encryptionKey() {
        return KeyPairs.did(kept.encryption().current());
    }

    /**
     * Opens what was sealed to {@link #encryptionKey}, now or not long ago.
     *
     * @return the signed word inside
     * @throws BadEnvelope when it was not sealed so, or to another key
     */
    public String open(String jwe) throws BadEnvelope {
        String kid = Sealing.kid(jwe);
        var key = kept.encryption().find(kid);
        if (key.isEmpty() && isNext(kid)) {
            // a keystore out of a backup may be older than what the shop has published: only this shop knows its next
            // keys
            key = kept.encryption().find(kid);
        }
        return Sealing.open(jwe, key.orElseThrow(() -> new BadEnvelope("sealed to another key")), kid);
    }

    private boolean isNext(String kid) {
        try {
            return moveOnTo(new Did(kid));
        } catch (IllegalArgumentException e) {
            // not the name of a key at all
            return false;
        }
    }

    /**
     * Makes this the current encryption key when it is one of the next in the chain.
     *
     * @return whether it is
     * @throws Rejected FILE_UNWRITABLE
     */
    public synchronized boolean moveOnTo(Did encryptionKey) {
        var newer = kept.encryption().upTo(encryptionKey, clock.instant());
        newer.ifPresent(this::keep);
        return newer.isPresent();
    }

    /**
     * Makes a new encryption key when the current one is old enough, and destroys those before it that nothing can be sealed to any
     * more. The new one is on the disk when this returns, and is to be published then.
     *
     * @return whether {@link #encryptionKey} is another one now
     * @throws Rejected FILE_UNWRITABLE
     */
    public synchronized boolean renewEncryption() {
        var before = kept.encryption();
        var now = before.at(clock.instant());
        if (!now.equals(before)) {
            keep(now);
        }
        return now.number() != before.number();
    }

    private void keep(EncryptionKeys newer) {
        var changed = kept.with(newer);
        file.keep(changed);
        kept = changed;
    }

    /** 32 bytes that one backup is sealed under: whoever can open the database, by passphrase or recovery sheet, can open it. */
    public byte[] backupKey(byte[] salt) {
        return Derivation.BACKUP.from(ByteBuffer.allocate(kept.databaseKey().length + salt.length)
                .put(kept.databaseKey())
                .put(salt)
                .array());
    }

    /** Public half of the key that alone can name a successor. */
    public Did recoveryKey() {
        return kept.recovery();
    }

    /** 32 bytes, a copy. */
    public byte[] databaseKey() {
        return kept.databaseKey().clone();
    }

    /** 32 bytes that protect the keys of what is personal in the journal. */
    public byte[] orderKeysKey() {
        return Derivation.ORDER_KEYS.from(kept.databaseKey());
    }

    /** Whether the recovery sheet can still be printed, and so still has to be. */
    public boolean holdsRoot() {
        return file.holdsRoot();
    }

    /** While the root secret is still in the keystore. */
    public Optional<RecoverySheet> recoverySheet() {
        return file.root().map(root -> RecoverySheet.of(did, root));
    }

    /** The root secret leaves the keystore; from now on it stands on paper alone. */
    public synchronized void recoverySheetPrinted() {
        file.forgetRoot();
    }

    /** With the identity key as certificate. */
    public PeerTls peerTls() {
        return new PeerTls(key, random);
    }

    /** Protects web.p12: as strong as a key, so nothing has to slow a guess down. */
    char[] webKeystorePassword() {
        return org.echoppe.domain.Base32.encode(Derivation.WEB_KEYSTORE.from(kept.databaseKey()))
                .toCharArray();
    }

    /** The database key leaves the memory. */
    @Override
    public void close() {
        Arrays.fill(kept.databaseKey(), (byte) 0);
    }
}
