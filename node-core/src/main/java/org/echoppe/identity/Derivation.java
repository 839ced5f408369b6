package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * HKDF-SHA-256 (RFC 5869, no salt) from one secret to others, by fixed labels. What was derived once is derived again from a recovery
 * sheet years later, so no label ever changes.
 */
enum Derivation {
    IDENTITY_KEY("echoppe/1/identity key", KeyPairs.SEED_BYTES),
    RECOVERY_KEY("echoppe/1/recovery key", KeyPairs.SEED_BYTES),
    DATABASE_KEY("echoppe/1/database key", 32),
    /** From the root: where the chain of encryption keys begins. */
    ENCRYPTION_CHAIN("echoppe/1/encryption chain", 32),
    /** From a link of that chain: its key. */
    ENCRYPTION_KEY("echoppe/1/encryption key", KeyPairs.SEED_BYTES),
    /** From a link of that chain: the link after it. There is no way back, so a key that was destroyed stays so. */
    ENCRYPTION_NEXT("echoppe/1/encryption next", 32),
    /** From the database key: what protects web.p12. */
    WEB_KEYSTORE("echoppe/1/web keystore", 32),
    /** From the database key: what protects the keys of what is personal in the journal. */
    ORDER_KEYS("echoppe/1/order keys", 32),
    /** From the database key and a backup's salt: what the backup is sealed under. */
    BACKUP("echoppe/1/backup", 32);

    private final String label;
    private final int length;

    Derivation(String label, int length) {
        this.label = label;
        this.length = length;
    }

    byte[] from(byte[] secret) {
        try {
            var parameters = HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(label.getBytes(US_ASCII), length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
