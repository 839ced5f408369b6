package org.echoppe.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Self-signed X.509 certificates over P-256 keys. */
final class Certificates {
    /** RFC 5280 §4.1.2.5: a certificate that has no good end. */
    static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final int SERIAL_BITS = 127;

    private Certificates() {}

    /** Whose key is all that a peer looks at. */
    static X509Certificate peer(KeyPair pair, Instant now, SecureRandom random) {
        try {
            var builder = builder("Echoppe", pair, now, NEVER, random)
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }));
            return signed(builder, pair, random);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param hosts names and literal addresses, each a subject alternative name */
    static X509Certificate web(KeyPair pair, Collection<String> hosts, Instant now, Instant end, SecureRandom random) {
        var names = hosts.stream().map(Certificates::name).toArray(GeneralName[]::new);
        try {
            var builder = builder("Echoppe web", pair, now, end, random)
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            return signed(builder, pair, random);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralName name(String host) {
        return new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    static boolean isAddress(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static X509v3CertificateBuilder builder(
            String name, KeyPair pair, Instant now, Instant end, SecureRandom random) throws CertIOException {
        var subject = new X500Name("CN=" + name);
        // A day of grace for clocks that differ.
        var begin = Date.from(now.minusSeconds(86_400));
        var serial = new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
        return new JcaX509v3CertificateBuilder(subject, serial, begin, Date.from(end), subject, pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair pair, SecureRandom random) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .setSecureRandom(random)
                    .build(pair.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("this Java cannot sign a certificate", e);
        }
    }
}
