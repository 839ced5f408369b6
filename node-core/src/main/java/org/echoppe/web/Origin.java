package org.echoppe.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.records.ShopProfile;
import org.jspecify.annotations.Nullable;

/**
 * The scheme and host that a node is known by: {@code https://exemple.fr}. A copy of a shop stands on every node; so that
 * search engines list its goods once, each page names the one place where it belongs: the shop's own node if it says where
 * that is in the open Internet, else the node that was asked.
 */
record Origin(String text) {
    private static final int LONGEST_NAME = 253;
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:\\d{1,5})?");
    private static final Pattern OPEN =
            Pattern.compile("(?i)(?!.*\\.(local|lan|home|internal|localhost)$)[a-z0-9.-]+\\.[a-z][a-z0-9-]+");

    /** As the caller named this node. */
    static Origin of(Context ctx) {
        String host = ctx.host();
        // behind a reverse proxy; whoever lies here changes nothing but the answer to themselves
        boolean secure = ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
        String name = host != null && (isPlain(host) || HOST.matcher(host).matches()) ? host : "localhost";
        return new Origin((secure ? "https://" : "http://") + name);
    }

    /** Whether it is a name without anything else: most are, and every request names one. */
    private static boolean isPlain(String host) {
        for (int at = 0; at < host.length(); at++) {
            char c = host.charAt(at);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
            if (!plain) {
                return false;
            }
        }
        return !host.isEmpty() && host.length() <= LONGEST_NAME;
    }

    /** Where the pages of that shop belong. */
    Origin home(Did did, ShopProfile profile, Did own) {
        var elsewhere = did.equals(own) ? null : published(profile.webUrl());
        return elsewhere == null ? this : elsewhere;
    }

    /** Null for none, and for an address that only a machine or a house knows. */
    private static @Nullable Origin published(String webUrl) {
        String checked = Links.web(webUrl);
        if (checked == null) {
            return null;
        }
        String host = URI.create(checked).getHost();
        return host != null && OPEN.matcher(host).matches() ? new Origin(checked.replaceAll("/+$", "")) : null;
    }

    String at(String path) {
        return text + path;
    }
}
