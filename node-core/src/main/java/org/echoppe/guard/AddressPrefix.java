package org.echoppe.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network that a budget or blame attaches to, for single addresses are free to take: /24 of an IPv4 address, /64 of an IPv6 one. */
public record AddressPrefix(String text) {
    public static AddressPrefix of(InetAddress address) {
        int kept = address instanceof Inet6Address ? 8 : 3;
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        try {
            return new AddressPrefix(InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * 8);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the length did not change", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
