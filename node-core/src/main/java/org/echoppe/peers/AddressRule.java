package org.echoppe.peers;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which resolved addresses may be dialled. What a stranger names must lie on the open Internet: otherwise a node record
 * would be a way to make this node knock at the doors of its own network.
 */
public final class AddressRule {
    private AddressRule() {}

    /** Whether it is an ordinary address of the Internet (IANA's special-purpose registries name the others). */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6(address.getAddress());
    }

    /**
     * Whether someone at the address {@code from} may name the address {@code named}: a public one always, one of a private
     * network only from inside it, one of this very machine only from this machine.
     */
    public static boolean mayName(@Nullable InetAddress from, InetAddress named) {
        if (isPublic(named)) {
            return true;
        }
        if (from == null || named.isAnyLocalAddress() || named.isMulticastAddress()) {
            return false;
        }
        return named.isLoopbackAddress()
                ? from.isLoopbackAddress()
                : from.isLoopbackAddress() || network(from).equals(network(named));
    }

    /** The /24 of IPv4, the /64 of IPv6: where a shop's own machines are. */
    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 8));
    }

    private static boolean isPublic4(byte[] ip) {
        int a = ip[0] & 0xff;
        int b = ip[1] & 0xff;
        int c = ip[2] & 0xff;
        boolean shared = a == 100 && b >= 64 && b < 128;
        boolean protocol = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean testing = a == 198 && (b == 18 || b == 19);
        boolean documentation = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
        boolean special = a == 0 || a >= 240 || shared || protocol || testing || documentation;
        return !special;
    }

    private static boolean isPublic6(byte[] ip) {
        int first = ((ip[0] & 0xff) << 8) | (ip[1] & 0xff);
        int second = ((ip[2] & 0xff) << 8) | (ip[3] & 0xff);
        if (first == 0x64 && second == 0xff9b) {
            return isPublicInside(ip, 12); // NAT64
        }
        if (first == 0x2002) {
            return isPublicInside(ip, 2); // 6to4
        }
        boolean teredoOrDocumentation = first == 0x2001 && (second == 0 || second == 0xdb8);
        return first >= 0x2000 && first < 0x4000 && !teredoOrDocumentation;
    }

    private static boolean isPublicInside(byte[] ip, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(ip, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
