package org.echoppe.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks. A forwarding header counts only from a proxy that the operator named, and only what that proxy itself saw. */
final class Caller {
    private static final Pattern PORT = Pattern.compile("^(\\[[^]]*]|[0-9.]+):\\d{1,5}$");

    private final Set<InetAddress> proxies;

    Caller(Set<InetAddress> proxies) {
        this.proxies = proxies;
    }

    InetAddress of(Context ctx) {
        var address = from(ctx.req());
        String forwarded = ctx.header("X-Forwarded-For");
        if (forwarded == null || !proxies.contains(address)) {
            return address;
        }
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && proxies.contains(address); i--) {
            var hop = read(hops[i].strip());
            if (hop == null) {
                // what stands left of it, the caller may have written
                return address;
            }
            address = hop;
        }
        return address;
    }

    /** Who is at the other end of the line. */
    static InetAddress from(HttpServletRequest request) {
        return Objects.requireNonNullElseGet(literal(request.getRemoteAddr()), InetAddress::getLoopbackAddress);
    }

    /** Null for what is no literal address; some proxies write the port behind it. */
    private static @Nullable InetAddress read(String text) {
        return literal(PORT.matcher(text).replaceFirst("$1"));
    }

    private static @Nullable InetAddress literal(String bare) {
        try {
            return InetAddress.ofLiteral(
                    bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
