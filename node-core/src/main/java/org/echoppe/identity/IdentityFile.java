package org.echoppe.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** {@code identity.p12}: the identity key, what is kept beside it, and the root secret until it stands on paper. */
record IdentityFile(Path path, Passphrase passphrase) {
    /** What opening it hands out; the root secret is read only when it is asked for. */
    record Contents(KeyWithCertificate key, KeptKeys kept) {
        Did did() {
            return PeerTls.didOf(key.certificate());
        }
    }

    private static final String IDENTITY = "identity";
    private static final String KEPT = "kept";
    private static final String ROOT = "root";

    boolean exists() {
        return Files.exists(path);
    }

    void create(byte[] root, boolean keepRoot, Clock clock, SecureRandom random) {
        var pair = RootSecret.identity(root);
        var keystore = Keystore.empty(passphrase.characters());
        keystore.put(IDENTITY, pair.getPrivate(), Certificates.peer(pair, clock.instant(), random));
        keystore.put(KEPT, KeptKeys.of(root).toBytes());
        if (keepRoot) {
            keystore.put(ROOT, root);
        }
        write(keystore);
    }

    /** @throws Rejected WRONG_PASSPHRASE, IDENTITY_DAMAGED, IDENTITY_MISSING */
    Contents read() {
        return contents(open());
    }

    Optional<byte[]> root() {
        try {
            return open().secret(ROOT);
        } catch (Keystore.Damaged e) {
            throw damaged(e);
        }
    }

    boolean holdsRoot() {
        return open().holds(ROOT);
    }

    void forgetRoot() {
        var keystore = open();
        contents(keystore);
        keystore.remove(ROOT);
        write(keystore);
    }

    /** In place of what was kept before. */
    void keep(KeptKeys kept) {
        var keystore = open();
        contents(keystore);
        keystore.put(KEPT, kept.toBytes());
        write(keystore);
    }

    /** Copies a file that is about to be replaced to the first free name. */
    void keepAside() {
        try {
            var aside = path.resolveSibling(path.getFileName() + ".old");
            for (int i = 2; Files.exists(aside); i++) {
                aside = path.resolveSibling(path.getFileName() + ".old" + i);
            }
            OwnerOnly.write(aside, Files.readAllBytes(path));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Keystore open() {
        try {
            return Keystore.read(Files.readAllBytes(path), passphrase.characters());
        } catch (NoSuchFileException e) {
            throw Rejected.because(Fault.IDENTITY_MISSING, path);
        } catch (IOException e) {
            throw because(Fault.FILE_UNREADABLE, e);
        } catch (Keystore.Damaged e) {
            throw damaged(e);
        } catch (Keystore.WrongPassword e) {
            throw because(Fault.WRONG_PASSPHRASE, e);
        }
    }

    /** Whatever is not exactly what {@link #create} wrote is somebody else's file, or a broken one. */
    private Contents contents(Keystore keystore) {
        try {
            var key = keystore.key(IDENTITY).orElseThrow(() -> new IllegalArgumentException("no identity key"));
            var kept = keystore.secret(KEPT).orElseThrow(() -> new IllegalArgumentException("no kept keys"));
            var contents = new Contents(key, KeptKeys.read(kept));
            if (!(key.key() instanceof ECPrivateKey secret)
                    || !KeyPairs.did(KeyPairs.ofScalar(secret.getS())).equals(contents.did())) {
                throw new IllegalArgumentException("the certificate is not the key's");
            }
            return contents;
        } catch (Keystore.Damaged | IllegalArgumentException | ArithmeticException e) {
            throw damaged(e);
        }
    }

    /** What cannot be read back does not replace what can. */
    private void write(Keystore keystore) {
        byte[] bytes = keystore.toBytes(passphrase.iterations());
        try {
            contents(Keystore.read(bytes, passphrase.characters()));
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            OwnerOnly.write(path, bytes);
        } catch (IOException e) {
            throw unwritable(e);
        } catch (Keystore.Damaged | Keystore.WrongPassword e) {
            throw new IllegalStateException("the keystore cannot be read back", e);
        }
    }

    private Rejected damaged(Exception cause) {
        return because(Fault.IDENTITY_DAMAGED, cause);
    }

    private Rejected unwritable(Exception cause) {
        return because(Fault.FILE_UNWRITABLE, cause);
    }

    private Rejected because(Fault fault, Exception cause) {
        var rejected = Rejected.because(fault, path);
        rejected.initCause(cause);
        return rejected;
    }
}
