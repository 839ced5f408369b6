package org.echoppe.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.jspecify.annotations.Nullable;

/** Addresses: our own, and those that merchants wrote, which are links only when nothing else hides in them. */
final class Links {
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final int MOST_DIGITS = 15;
    private static final int LEAST_DIGITS = 3;

    private Links() {}

    /** Without the language. */
    static String shop(Did did) {
        return "/shops/" + did;
    }

    /** Without the language. */
    static String listing(Did did, RecordKey rkey) {
        return shop(did) + "/" + rkey;
    }

    static String picture(Cid cid, int width) {
        return "/media/" + cid + "/" + width;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An http or https address with a host and without a user's name; null for anything else. */
    static @Nullable String web(String text) {
        try {
            var uri = new URI(text.strip());
            boolean fine = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            return fine ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A tel: address of the digits in the text; null when that is no telephone number. */
    static @Nullable String telephone(String text) {
        String international = text.strip().startsWith("+") ? "+" : "";
        String digits = text.replace("(0)", "").replaceAll("[\\s\\u00a0\\u202f./()+-]", "");
        boolean fine = digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.length() >= LEAST_DIGITS
                && digits.length() <= MOST_DIGITS;
        return fine ? "tel:" + international + digits : null;
    }

    /** A mailto: address; null when more than one plain address is in it. */
    static @Nullable String email(String text) {
        String address = text.strip();
        return EMAIL.matcher(address).matches() ? "mailto:" + address : null;
    }
}
