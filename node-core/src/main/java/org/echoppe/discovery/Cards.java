package org.echoppe.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The own addresses at whose networks shops look for each other: IPv4 addresses of private networks, on cards that others
 * share. A server's public address is none, nor is a tunnel to somewhere else.
 */
record Cards(InetAddress bind) implements Supplier<Set<InetAddress>> {
    static Supplier<Set<InetAddress>> of(InetAddress bind) {
        return new Cards(bind);
    }

    /** As they are now; empty where there is no network. */
    @Override
    public Set<InetAddress> get() {
        try (var cards = NetworkInterface.networkInterfaces()) {
            return cards.filter(Cards::isShared)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && (address.isSiteLocalAddress() || address.isLinkLocalAddress()))
                    .filter(address -> listensEverywhere() || address.equals(bind))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }

    /** One that nobody else can call looks around all the same. */
    private boolean listensEverywhere() {
        return bind.isAnyLocalAddress() || bind.isLoopbackAddress();
    }

    private static boolean isShared(NetworkInterface card) {
        try {
            return card.isUp() && card.supportsMulticast() && !card.isLoopback() && !card.isPointToPoint();
        } catch (SocketException e) {
            return false; // pulled out at this moment
        }
    }
}
