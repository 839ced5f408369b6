package org.echoppe.guard;

import java.net.InetAddress;

/** The network that a budget or blame attaches to: /24 of an IPv4 address, /64 of an IPv6 one. */
@SuppressWarnings({"DoNotCallSuggester", "unused", "UnusedVariable"})
public record AddressPrefix(String text) {
    public static AddressPrefix of(InetAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return text;
    }
}
