package org.echoppe.identity;

import java.security.cert.CertificateException;
import org.echoppe.domain.Did;

/** The server's key is not that of the DID that was dialled: a cause of the SSLHandshakeException that the caller sees. */
public final class PeerIsAnother extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient Did found;

    PeerIsAnother(Did expected, Did found) {
        super("expected " + expected + ", found " + found);
        this.found = found;
    }

    public Did found() {
        return found;
    }
}
