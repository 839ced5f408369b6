package org.echoppe.identity;

import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.echoppe.domain.Did;
import org.echoppe.repo.P256;
import org.jspecify.annotations.Nullable;

/**
 * Mutual TLS 1.3 between nodes, PROTOCOL §3. The contexts hand out engines (for Jetty and java.net.http) that are already told: TLS 1.3
 * only, x25519 and secp256r1 only, and on the server's side a client certificate demanded.
 */
public final class PeerTls {
    /**
     * Why a caller was refused in the handshake. One without any certificate is refused by TLS itself: only the server's own handshake
     * listener sees it.
     */
    public enum Reason {
        NOT_P256,
        BLOCKED
    }

    /**
     * @param did null when the certificate has none
     * @param address of the caller, or empty when the engine does not know it
     */
    public record Refusal(Reason reason, @Nullable Did did, String address) {}

    private final ShownKey key;
    private final SecureRandom random;

    PeerTls(KeyWithCertificate key, SecureRandom random) {
        this.key = new ShownKey(() -> key);
        this.random = random;
    }

    /**
     * @param blocked asked in every full handshake; a resumed session skips it, so each request is checked as well
     * @param journal told of every refusal, on the thread of the handshake
     */
    public SSLContext server(Predicate<Did> blocked, Consumer<Refusal> journal) {
        var trust = new KeyTrust() {
            @Override
            void check(X509Certificate certificate, String address) throws CertificateException {
                Did did;
                try {
                    did = didOf(certificate);
                } catch (IllegalArgumentException e) {
                    journal.accept(new Refusal(Reason.NOT_P256, null, address));
                    throw new CertificateException(e.getMessage(), e);
                }
                if (blocked.test(did)) {
                    journal.accept(new Refusal(Reason.BLOCKED, did, address));
                    throw new CertificateException("blocked");
                }
            }
        };
        return PeerContext.of(key, trust, true, random);
    }

    /** Any server but the expected one fails the handshake with {@link PeerIsAnother}, before a byte of a request is sent. */
    public SSLContext client(Did expected) {
        return client(new AtomicReference<>(expected), did -> {});
    }

    /**
     * For an address without a DID: the first handshake tells who answers, later ones must find the same.
     *
     * @param learned called once, on the thread of the handshake
     */
    public SSLContext clientLearning(Consumer<Did> learned) {
        return client(new AtomicReference<>(), learned);
    }

    private SSLContext client(AtomicReference<@Nullable Did> expected, Consumer<Did> learned) {
        var trust = new KeyTrust() {
            @Override
            void check(X509Certificate certificate, String address) throws CertificateException {
                Did found;
                try {
                    found = didOf(certificate);
                } catch (IllegalArgumentException e) {
                    throw new PeerIsAnother(expected.get(), null);
                }
                if (expected.compareAndSet(null, found)) {
                    learned.accept(found);
                }
                if (!found.equals(expected.get())) {
                    throw new PeerIsAnother(expected.get(), found);
                }
            }
        };
        return PeerContext.of(key, trust, false, random);
    }

    /** @throws IllegalArgumentException when its key is not on P-256 */
    public static Did didOf(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof ECPublicKey key) {
            return P256.did(key);
        }
        throw new IllegalArgumentException(
                "not a P-256 key but " + certificate.getPublicKey().getAlgorithm());
    }
}
