package org.echoppe.web;

import java.net.URI;
import java.util.Locale;
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
    private static final Pattern OPEN =
            Pattern.compile("(?i)(?!.*\\.(local|lan|home|internal|localhost)$)[a-z0-9.-]+\\.[a-z][a-z0-9-]+");

    /** Where the pages of that shop belong. */
    Origin home(Did did, ShopProfile profile, Did own) {
        var elsewhere = did.equals(own) ? null : published(profile.webUrl());
        return elsewhere == null ? this : elsewhere;
    }

    /** Null for none, and for an address that only a machine or a house knows. */
    private static @Nullable Origin published(String webUrl) {
        var named = named(webUrl);
        if (named == null) {
            return null;
        }
        String host = URI.create(named.text).getHost();
        return host != null && OPEN.matcher(host).matches() ? named : null;
    }

    /** The scheme and host of a web address, whatever stands behind them; null when it is none. */
    static @Nullable Origin named(String webUrl) {
        String checked = Links.web(webUrl);
        if (checked == null) {
            return null;
        }
        var uri = URI.create(checked);
        String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        return new Origin(
                (secure ? "https://" : "http://") + authority.replaceFirst(secure ? ":(443)?$" : ":(80)?$", ""));
    }

    String at(String path) {
        return text + path;
    }
}
