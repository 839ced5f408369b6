package org.echoppe.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerTlsTest {
    private final FakeSigner baker = FakeSigner.of(1);
    private final FakeSigner grocer = FakeSigner.of(2);
    private final List<PeerTls.Refusal> refusals = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Did blocked;
    private FakePeer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakePeer(FakePeer.tls(baker)
                .server(
                        did -> {
                            asked.incrementAndGet();
                            return did.equals(blocked);
                        },
                        refusals::add));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void twoNodesKnowEachOtherByTheirKeys() throws Exception {
        assertThat(get(FakePeer.tls(grocer).client(baker.did())))
                .isEqualTo(grocer.did().value());
    }

    @Test
    void anAddressWithoutADidTellsWhoItIsAndThenHasToStayTheSame() throws Exception {
        var learned = new ArrayList<Did>();
        var client = FakePeer.tls(grocer).clientLearning(learned::add);
        get(client);
        assertThat(learned).containsExactly(baker.did());
        try (var other = new FakePeer(FakePeer.tls(FakeSigner.of(3)).server(did -> false, refusals::add))) {
            assertThatThrownBy(() -> get(client, other)).hasRootCauseInstanceOf(PeerIsAnother.class);
        }
        assertThat(learned).hasSize(1);
    }

    @Test
    void aServerWithAnotherKeyGetsNoByteOfARequest() throws Exception {
        try (var liar = new Liar(context(FakeSigner.of(3).pair(), "SHA256withECDSA"))) {
            var client = FakePeer.tls(grocer).client(baker.did());
            var failure = catchThrowable(() -> get(client, liar.uri()));
            assertThat(failure).isInstanceOf(IOException.class).hasRootCauseInstanceOf(PeerIsAnother.class);
            assertThat(liar.heard()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotOnP256GetsNothingEither() throws Exception {
        try (var liar = new Liar(context(rsa(), "SHA256withRSA"))) {
            var client = FakePeer.tls(grocer).clientLearning(did -> {});
            assertThatThrownBy(() -> get(client, liar.uri())).hasRootCauseInstanceOf(PeerIsAnother.class);
            assertThat(liar.heard()).isEmpty();
        }
    }

    @Test
    void aCallerWithoutACertificateIsRefused() throws Exception {
        refused(context(null, ""));
        assertThat(refusals).isEmpty();
    }

    @Test
    void aCallerWithAnRsaKeyIsRefusedAndNoted() throws Exception {
        refused(context(rsa(), "SHA256withRSA"));
        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.reason()).isEqualTo(PeerTls.Reason.NOT_P256);
            assertThat(refusal.address()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void aCallerOnAnotherCurveIsRefusedAndNoted() throws Exception {
        refused(context(ec("secp384r1"), "SHA384withECDSA"));
        assertThat(refusals).extracting(PeerTls.Refusal::reason).containsOnly(PeerTls.Reason.NOT_P256);
    }

    @Test
    void aBlockedCallerIsRefusedAndNoted() throws Exception {
        blocked = grocer.did();
        refused(FakePeer.tls(grocer).client(baker.did()));
        assertThat(refusals).isNotEmpty().allSatisfy(refusal -> {
            assertThat(refusal.reason()).isEqualTo(PeerTls.Reason.BLOCKED);
            assertThat(refusal.did()).isEqualTo(grocer.did());
        });
    }

    @Test
    void tls12IsRefusedByTheServer() throws Exception {
        var old = new SSLParameters();
        old.setProtocols(new String[] {"TLSv1.2"});
        try (var client = HttpClient.newBuilder()
                .sslContext(context(grocer.pair(), "SHA256withECDSA"))
                .sslParameters(old)
                .build()) {
            assertThatThrownBy(() -> get(client, server.uri())).isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void tls12IsRefusedByTheClient() throws Exception {
        try (var liar = new Liar(context(baker.pair(), "SHA256withECDSA"), "TLSv1.2")) {
            var client = FakePeer.tls(grocer).client(baker.did());
            assertThatThrownBy(() -> get(client, liar.uri())).isInstanceOf(IOException.class);
            assertThat(liar.heard()).isEmpty();
        }
    }

    @Test
    void aResumedSessionStillSaysWhoCallsAlthoughTheHandshakeDoesNotAsk() throws Exception {
        var client = FakePeer.tls(grocer).client(baker.did());
        for (int i = 0; i < 3; i++) {
            assertThat(get(client)).isEqualTo(grocer.did().value());
        }
        assertThat(asked).as("full handshakes").hasValue(1);
    }

    @Test
    void thePeerCertificateNeverEnds() {
        var certificate = Certificates.peer(baker.pair(), Instant.now(), new SecureRandom());
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(PeerTls.didOf(certificate)).isEqualTo(baker.did());
    }

    /** The client tries a second time by itself, so what is noted may be noted twice. */
    private void refused(SSLContext context) throws Exception {
        assertThatThrownBy(() -> get(context)).isInstanceOf(IOException.class);
        assertThat(server.requests).hasValue(0);
    }

    private String get(SSLContext context) throws Exception {
        return get(context, server);
    }

    private static String get(SSLContext context, FakePeer from) throws Exception {
        return get(context, from.uri());
    }

    /** A client of its own each time, so that no connection is used again. */
    private static String get(SSLContext context, java.net.URI uri) throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            return get(client, uri);
        }
    }

    private static String get(HttpClient client, java.net.URI uri) throws Exception {
        var request = HttpRequest.newBuilder(uri).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).body();
    }

    /** An ordinary context that trusts everybody and shows this key, as a stranger's program might. */
    private static SSLContext context(@Nullable KeyPair pair, String algorithm) throws Exception {
        var context = SSLContext.getInstance("TLS");
        var trust = new KeyTrust() {
            @Override
            void check(X509Certificate certificate, String address) {}
        };
        KeyManager[] keys = {};
        if (pair != null) {
            var shown = new KeyWithCertificate(pair.getPrivate(), selfSigned(pair, algorithm));
            keys = new KeyManager[] {new ShownKey(() -> shown)};
        }
        context.init(keys, new TrustManager[] {trust}, null);
        return context;
    }

    private static X509Certificate selfSigned(KeyPair pair, String algorithm) throws Exception {
        var name = new X500Name("CN=stranger");
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.TEN, Date.from(Instant.EPOCH), Date.from(Certificates.NEVER), name, pair.getPublic());
        var signer = new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair rsa() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair ec(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    /** Accepts anybody, and keeps what it hears after the handshake. */
    private static final class Liar implements AutoCloseable {
        private final SSLServerSocket listening;
        private final CompletableFuture<String> heard = new CompletableFuture<>();

        Liar(SSLContext context, String... protocols) throws IOException {
            listening = (SSLServerSocket) context.getServerSocketFactory()
                    .createServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
            if (protocols.length > 0) {
                listening.setEnabledProtocols(protocols);
            }
            listening.setNeedClientAuth(true);
            Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            var text = new StringBuilder();
            try (var socket = (SSLSocket) listening.accept()) {
                for (int b = socket.getInputStream().read();
                        b >= 0;
                        b = socket.getInputStream().read()) {
                    text.append((char) b);
                }
            } catch (IOException e) {
                // The caller hung up, as it should.
            }
            heard.complete(text.toString());
        }

        String heard() throws Exception {
            return heard.get(10, TimeUnit.SECONDS);
        }

        java.net.URI uri() {
            return java.net.URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
