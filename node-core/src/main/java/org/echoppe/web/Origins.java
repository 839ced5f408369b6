package org.echoppe.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which names this node answers: the one its operator published, those of its certificate, its own addresses, and what a
 * trusted proxy says. Whoever makes up another one gets the usual one back, so that made-up names multiply nothing that is kept
 * and tell no search engine where these pages are.
 */
final class Origins {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:\\d{1,5})?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<InetAddress> proxies;
    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final @Nullable Origin published;

    Origins(WebSettings settings) {
        proxies = settings.trustedProxies();
        settings.names().stream().map(Origins::literal).forEach(names::add);
        published = settings.publicUrl() == null ? null : Origin.named(settings.publicUrl());
    }

    Origin of(Context ctx) {
        var request = ctx.req();
        boolean proxied = proxies.contains(Caller.from(request));
        // whoever else says so would change what others are told
        boolean secure = request.isSecure() || (proxied && "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto")));
        String scheme = secure ? "https://" : "http://";
        String host = ctx.host() == null ? "" : ctx.host().toLowerCase(Locale.ROOT);
        var asked = new Origin(scheme + host);
        if (asked.equals(published) || (proxied ? isBelieved(host) : isOwn(host, request))) {
            return asked;
        }
        return published != null
                ? published
                : new Origin(scheme + literal(request.getLocalAddr()) + ":" + request.getLocalPort());
    }

    /** A proxy says what a caller said, unless the operator has said it. */
    private boolean isBelieved(String host) {
        return published == null && HOST.matcher(host).matches();
    }

    private boolean isOwn(String host, HttpServletRequest request) {
        int colon = host.lastIndexOf(':');
        boolean ported = colon > host.lastIndexOf(']');
        String name = ported ? host.substring(0, colon) : host;
        if (ported && !host.substring(colon + 1).equals(Integer.toString(request.getLocalPort()))) {
            return false;
        }
        return names.contains(name) || literal(request.getLocalAddr()).equals(name);
    }

    /** As it stands in an address: in brackets with a colon in it, without the zone. */
    private static String literal(String name) {
        int zone = name.indexOf('%');
        String bare = (zone < 0 ? name : name.substring(0, zone)).toLowerCase(Locale.ROOT);
        if (bare.indexOf(':') < 0 || bare.startsWith("[")) {
            return bare;
        }
        try {
            var written = InetAddress.ofLiteral(bare).getHostAddress().replaceAll("%.*", "");
            return written.equals("0:0:0:0:0:0:0:1") ? "[::1]" : "[" + written + "]";
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }
}
