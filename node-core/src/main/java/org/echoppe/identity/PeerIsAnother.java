package org.echoppe.identity;

import java.security.cert.CertificateException;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/** The server's key is not that of the DID that was dialled: a cause of the SSLHandshakeException that the caller sees. */
public final class PeerIsAnother extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Did found;

    PeerIsAnother(@Nullable Did expected, @Nullable Did found) {
        super("expected " + expected + ", found " + found);
        this.found = found;
    }

    /** Empty when the server's key is on no P-256. */
    public Optional<Did> found() {
        return Optional.ofNullable(found);
    }
}
