package org.echoppe.web;

import java.net.InetAddress;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the web port listens.
 *
 * @param port 0 for any free one
 * @param tls null for plain HTTP, on loopback only: a preview, or behind a reverse proxy
 * @param fingerprint of a self-made certificate, which browsers warn of; null when they trust the one in use
 * @param trustedProxies addresses of callers whose X-Forwarded-For, X-Forwarded-Proto and Host are believed; nobody else's are
 * @param names hosts that this node is known by, beside loopback and the address that was called
 * @param publicUrl where the operator says that shoppers find it; null when nothing was said
 * @param keeperNotice who keeps this node, as they say it; empty where they do not
 */
public record WebSettings(
        InetAddress bind,
        int port,
        @Nullable SSLContext tls,
        @Nullable String fingerprint,
        Set<InetAddress> trustedProxies,
        Set<String> names,
        @Nullable String publicUrl,
        String keeperNotice) {
    public WebSettings {
        trustedProxies = Set.copyOf(trustedProxies);
        names = Set.copyOf(names);
    }

    /** Known by nothing but the address it listens on. */
    public WebSettings(
            InetAddress bind,
            int port,
            @Nullable SSLContext tls,
            @Nullable String fingerprint,
            Set<InetAddress> trustedProxies) {
        this(bind, port, tls, fingerprint, trustedProxies, Set.of(), null, "");
    }
}
