package org.echoppe.identity;

import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/**
 * Mutual TLS 1.3 between nodes. The contexts hand out engines (Jetty, java.net.http) that are already told: TLS 1.3 only, x25519 and
 * secp256r1 only, and on the server's side a client certificate demanded.
 */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public final class PeerTls {
    /** Why a caller was refused in the handshake. A caller without any certificate is refused by TLS itself: Jetty's SslHandshakeListener sees it. */
    public enum Reason {
        NOT_P256,
        MALFORMED,
        BLOCKED
    }

    /**
     * @param did null when there was no readable one
     * @param address of the caller, or empty when the engine does not know it
     */
    public record Refusal(Reason reason, @Nullable Did did, String address) {}

    PeerTls() {}

    /** @param blocked asked in every full handshake; a resumed session skips it, so requests are checked as well */
    public SSLContext server(Predicate<Did> blocked, Consumer<Refusal> journal) {
        throw new UnsupportedOperationException();
    }

    /** Any server but the expected one fails the handshake with {@link PeerIsAnother}, before a byte of a request is sent. */
    public SSLContext client(Did expected) {
        throw new UnsupportedOperationException();
    }

    /** For an address without a DID: the first handshake tells who answers, later ones must find the same. */
    public SSLContext clientLearning(Consumer<Did> learned) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException when its key is not on P-256 */
    public static Did didOf(X509Certificate certificate) {
        throw new UnsupportedOperationException();
    }
}
