package org.echoppe.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** The operator's certificate chain and key as PEM files, as certbot writes them. */
record PemWebKey(Path certificates, Path key) implements WebKeySource {
    @Override
    public KeyWithCertificate current() {
        try {
            var chain = chain();
            var privateKey = privateKey();
            if (chain.isEmpty() || !belong(privateKey, chain.getFirst().getPublicKey())) {
                throw unusable();
            }
            return new KeyWithCertificate(privateKey, chain);
        } catch (IOException | GeneralSecurityException e) {
            var unusable = unusable();
            unusable.initCause(e);
            throw unusable;
        }
    }

    private List<X509Certificate> chain() throws IOException, GeneralSecurityException {
        var chain = new ArrayList<X509Certificate>();
        for (var object : objects(certificates)) {
            if (object instanceof X509CertificateHolder holder) {
                chain.add(new JcaX509CertificateConverter().getCertificate(holder));
            }
        }
        return chain;
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        for (var object : objects(key)) {
            if (object instanceof PrivateKeyInfo info) {
                return privateKey(info);
            }
            if (object instanceof PEMKeyPair pair) {
                return privateKey(pair.getPrivateKeyInfo());
            }
        }
        throw unusable();
    }

    /** By the JDK's own factories, for its TLS takes the JDK's keys. */
    private static PrivateKey privateKey(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(info.getEncoded());
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // Of another kind: the next one.
            }
        }
        throw new GeneralSecurityException("a key of an unknown kind");
    }

    private static List<Object> objects(Path file) throws IOException {
        var objects = new ArrayList<Object>();
        try (var parser = new PEMParser(Files.newBufferedReader(file))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
        }
        return objects;
    }

    private static boolean belong(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        var algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "EdDSA";
        };
        byte[] message = {1, 2, 3};
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(message);
        return signature.verify(signed);
    }

    private Rejected unusable() {
        return Rejected.because(Fault.CERTIFICATE_UNUSABLE, certificates, key);
    }
}
