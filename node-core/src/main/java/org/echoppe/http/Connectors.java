package org.echoppe.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.echoppe.http.PortSettings.ClientCertificate;
import org.echoppe.peers.Traffic;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.NetworkTrafficListener;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkTrafficServerConnector;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's side of a port: TLS 1.3 alone, HTTP/2 or HTTP/1.1 by ALPN. */
final class Connectors {
    private static final int STREAMS = 64;
    private static final int IDLE_MILLIS = 60_000;

    private Connectors() {}

    static ServerConnector of(
            Server server,
            HttpConfiguration http,
            PortSettings settings,
            Consumer<InetAddress> nameless,
            ConnectionWatch watch,
            Traffic traffic) {
        var connector = new NetworkTrafficServerConnector(
                server, null, null, null, 1, 1, factories(new HttpConfiguration(http), settings));
        connector.setNetworkTrafficListener(new Counter(traffic));
        connector.setHost(settings.address().getHostAddress());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(watch.listener());
        connector.addBean(new Nameless(nameless));
        return connector;
    }

    private static ConnectionFactory[] factories(HttpConfiguration http, PortSettings settings) {
        var http1 = new HttpConnectionFactory(http);
        var tls = settings.tls();
        if (tls == null) {
            return new ConnectionFactory[] {http1};
        }
        var secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false); // nodes are dialled by address, and their certificates name no host
        http.addCustomizer(secure);
        var http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(STREAMS);
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        var ssl = new SslConnectionFactory(new Tls13(tls, settings.certificate()), alpn.getProtocol());
        return new ConnectionFactory[] {ssl, alpn, http2, http1};
    }

    private record Counter(Traffic traffic) implements NetworkTrafficListener {
        @Override
        public void incoming(Socket socket, ByteBuffer bytes) {
            traffic.came(bytes.remaining());
        }

        @Override
        public void outgoing(Socket socket, ByteBuffer bytes) {
            traffic.went(bytes.remaining());
        }
    }

    /** Sees the callers that TLS itself turns away: those without a certificate. */
    private record Nameless(Consumer<InetAddress> seen) implements SslHandshakeListener {
        @Override
        public void handshakeFailed(Event event, Throwable why) {
            boolean empty = String.valueOf(why.getMessage()).contains("Empty client certificate chain");
            if (empty && event.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress from) {
                seen.accept(from.getAddress());
            }
        }
    }

    /** The context as Jetty wants it, without what TLS 1.3 no longer needs. */
    private static final class Tls13 extends SslContextFactory.Server {
        Tls13(SSLContext context, ClientCertificate certificate) {
            setSslContext(context);
            setIncludeProtocols("TLSv1.3");
            setNeedClientAuth(certificate == ClientCertificate.DEMANDED);
        }

        @Override
        public SSLParameters customize(SSLParameters parameters) {
            super.customize(parameters);
            parameters.setNamedGroups(
                    new String[] {"x25519", "secp256r1"}); // else the slow ffdhe groups are offered too
            return parameters;
        }
    }
}
