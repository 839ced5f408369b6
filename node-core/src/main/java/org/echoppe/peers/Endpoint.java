package org.echoppe.peers;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/**
 * The address of a peer port: a host and a port, reached by https alone.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 */
public record Endpoint(String host, int port) {
    /** What the peer port is unless the shopkeeper chooses another. */
    public static final int USUAL_PORT = 8444;

    private static final int MOST = 300;

    /** Reads what another node wrote: the full form, and nothing behind the port. */
    public static Optional<Endpoint> parse(String url) {
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            boolean plain = "https".equals(uri.getScheme())
                    && host != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && url.length() <= MOST;
            return plain && host != null
                    ? Optional.of(of(host, uri.getPort() < 0 ? 443 : uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads what a person typed: the scheme may be left out, and the usual port where the host is more than one word. A lone
     * word without a port is no address: it is a name, or a slip.
     *
     * @throws Rejected {@link Fault#NOT_AN_ADDRESS}
     */
    public static Endpoint typed(String text) {
        return parse(completed(text.strip())).orElseThrow(() -> Rejected.because(Fault.NOT_AN_ADDRESS, text));
    }

    private static String completed(String typed) {
        if (typed.contains("://")) {
            return typed;
        }
        if (typed.matches(".*:\\d+/?")) {
            return "https://" + typed;
        }
        var host = typed.replaceFirst("/$", "");
        boolean named = host.matches("localhost|\\[.*]|.*[^.]\\.[^.]+");
        return named ? "https://" + host + ":" + USUAL_PORT : "";
    }

    private static Endpoint of(String host, int port) {
        if (port == 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port");
        }
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Endpoint(bare.toLowerCase(Locale.ROOT), port);
    }

    /** The IP address, when the host is one written out and no name. */
    public Optional<InetAddress> literal() {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code https://host:port}. */
    public String url() {
        return "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return url();
    }
}
