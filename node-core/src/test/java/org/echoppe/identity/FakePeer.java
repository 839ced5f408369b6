package org.echoppe.identity;

import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A real HTTPS server over a context that nobody told anything else; answers with the caller's DID. */
final class FakePeer implements AutoCloseable {
    final AtomicInteger requests = new AtomicInteger();
    private final Server server = new Server();
    private final ServerConnector connector;

    FakePeer(SSLContext context) throws Exception {
        var ssl = new SslContextFactory.Server();
        ssl.setSslContext(context);
        var http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        var http1 = new HttpConnectionFactory(http);
        connector = new ServerConnector(server, 1, 1, new SslConnectionFactory(ssl, http1.getProtocol()), http1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                requests.incrementAndGet();
                Content.Sink.write(response, true, caller(request), callback);
                return true;
            }
        });
        server.start();
    }

    private static String caller(Request request) {
        var session = (EndPoint.SslSessionData) request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        X509Certificate[] chain = session.peerCertificates();
        return chain == null ? "nobody" : PeerTls.didOf(chain[0]).value();
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    static PeerTls tls(FakeSigner signer) {
        var random = new SecureRandom();
        var certificate = Certificates.peer(signer.pair(), Clock.systemUTC().instant(), random);
        return new PeerTls(new KeyWithCertificate(signer.pair().getPrivate(), certificate), random);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
