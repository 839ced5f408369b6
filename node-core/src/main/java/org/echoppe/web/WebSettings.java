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
 * @param trustedProxies addresses of callers whose X-Forwarded-For is believed; nobody else's is
 */
public record WebSettings(
        InetAddress bind,
        int port,
        @Nullable SSLContext tls,
        @Nullable String fingerprint,
        Set<InetAddress> trustedProxies) {
    public WebSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }
}
