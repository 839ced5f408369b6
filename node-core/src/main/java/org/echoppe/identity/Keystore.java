package org.echoppe.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A PKCS#12 file in memory, as the JDK reads and writes it: a private key with its certificate, and secrets by name. */
final class Keystore {
    /** The file is no PKCS#12, or a part of it is broken. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(Throwable cause) {
            super(cause);
        }
    }

    /** Not a single key opens. */
    static final class WrongPassword extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final Object PROPERTIES = new Object();
    /** What PKCS#12 calls a secret needs a known algorithm; ours are bytes. */
    private static final String SECRET = "AES";

    private final KeyStore entries;
    private final char[] password;

    private Keystore(KeyStore entries, char[] password) {
        this.entries = entries;
        this.password = password;
    }

    static Keystore empty(char[] password) {
        try {
            var entries = KeyStore.getInstance("PKCS12");
            entries.load(null, null);
            return new Keystore(entries, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no PKCS#12", e);
        }
    }

    static Keystore read(byte[] bytes, char[] password) throws Damaged, WrongPassword {
        try {
            return new Keystore(load(bytes, password), password);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw explain(bytes, password);
            }
            throw new Damaged(e);
        } catch (GeneralSecurityException e) {
            throw new Damaged(e);
        }
    }

    /** A wrong password and a flipped bit both fail the file's seal; when the password still opens any key, it was the bit. */
    private static WrongPassword explain(byte[] bytes, char[] password) throws Damaged {
        try {
            var unsealed = load(bytes, null);
            for (String name : Collections.list(unsealed.aliases())) {
                if (opens(unsealed, name, password)) {
                    throw new Damaged(new IOException("the seal does not fit"));
                }
            }
            return new WrongPassword();
        } catch (IOException | GeneralSecurityException e) {
            throw new Damaged(e);
        }
    }

    private static boolean opens(KeyStore entries, String name, char[] password) {
        try {
            return entries.getKey(name, password) != null;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static KeyStore load(byte[] bytes, char @org.jspecify.annotations.Nullable [] password)
            throws IOException, GeneralSecurityException {
        var entries = KeyStore.getInstance("PKCS12");
        try {
            entries.load(new ByteArrayInputStream(bytes), password);
        } catch (RuntimeException e) {
            // The JDK's reader of a mangled file throws what it stumbles over.
            throw new IOException(e);
        }
        return entries;
    }

    void put(String name, PrivateKey key, X509Certificate certificate) {
        try {
            entries.setKeyEntry(name, key, password, new Certificate[] {certificate});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(String name, byte[] secret) {
        try {
            var entry = new KeyStore.SecretKeyEntry(new SecretKeySpec(secret, SECRET));
            entries.setEntry(name, entry, new KeyStore.PasswordProtection(password));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean holds(String name) {
        try {
            return entries.containsAlias(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void remove(String name) {
        try {
            entries.deleteEntry(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<byte[]> secret(String name) throws Damaged {
        try {
            return entries.getKey(name, password) instanceof SecretKey key
                    ? Optional.ofNullable(key.getEncoded())
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Damaged(e);
        }
    }

    Optional<KeyWithCertificate> key(String name) throws Damaged {
        try {
            return entries.getKey(name, password) instanceof PrivateKey key
                            && entries.getCertificate(name) instanceof X509Certificate certificate
                    ? Optional.of(new KeyWithCertificate(key, certificate))
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new Damaged(e);
        }
    }

    /**
     * @param iterations of PBKDF2 for each entry and of the seal: what a guess costs. Certificates are public and stay in the clear.
     */
    byte[] toBytes(int iterations) {
        // The JDK takes these from properties of the whole process and from nowhere else.
        synchronized (PROPERTIES) {
            Security.setProperty("keystore.pkcs12.macIterationCount", Integer.toString(iterations));
            Security.setProperty("keystore.pkcs12.keyPbeIterationCount", Integer.toString(iterations));
            Security.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
            try {
                var bytes = new ByteArrayOutputStream();
                entries.store(bytes, password);
                return bytes.toByteArray();
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("this Java cannot write PKCS#12", e);
            }
        }
    }
}
