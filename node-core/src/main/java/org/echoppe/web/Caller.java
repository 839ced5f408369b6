package org.echoppe.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/** Who asks. A forwarding header counts only from a proxy that the operator named, and only what that proxy itself saw. */
final class Caller {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final Set<InetAddress> proxies;

    Caller(Set<InetAddress> proxies) {
        this.proxies = proxies;
    }

    InetAddress of(Context ctx) {
        var address = read(ctx.req().getRemoteAddr(), InetAddress.getLoopbackAddress());
        String forwarded = ctx.header("X-Forwarded-For");
        if (forwarded == null || !proxies.contains(address)) {
            return address;
        }
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && proxies.contains(address); i--) {
            address = read(hops[i].strip(), address);
        }
        return address;
    }

    /** Only literal addresses: a name would be looked up. */
    private static InetAddress read(String text, InetAddress otherwise) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        try {
            return ADDRESS.matcher(bare).matches() ? InetAddress.getByName(bare) : otherwise;
        } catch (UnknownHostException e) {
            return otherwise;
        }
    }
}
