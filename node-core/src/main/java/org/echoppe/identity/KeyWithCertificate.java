package org.echoppe.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What one end of a TLS connection shows and proves.
 *
 * @param chain its own certificate first
 */
record KeyWithCertificate(PrivateKey key, List<X509Certificate> chain) {
    KeyWithCertificate {
        chain = List.copyOf(chain);
    }

    KeyWithCertificate(PrivateKey key, X509Certificate certificate) {
        this(key, List.of(certificate));
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }
}
