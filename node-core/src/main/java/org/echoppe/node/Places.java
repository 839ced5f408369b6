package org.echoppe.node;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a running node is found.
 *
 * @param web what the shopkeeper opens in a browser
 * @param peer what another shopkeeper types to add this shop
 * @param peers all addresses that other nodes are told
 */
public record Places(String web, String peer, List<String> peers) {
    public Places {
        peers = List.copyOf(peers);
    }

    static Places of(NodeConfig config, int webPort, int peerPort) {
        var hosts = hosts(config.bind());
        String scheme = config.webHttp() ? "http://" : "https://";
        String web = config.publicWebUrl() == null ? scheme + hosts.getFirst() + ":" + webPort : config.publicWebUrl();
        List<String> peers = config.publicPeerUrl() == null
                ? hosts.stream().map(host -> "https://" + host + ":" + peerPort).toList()
                : List.of(config.publicPeerUrl());
        return new Places(web, peers.getFirst(), peers);
    }

    /** The hosts a certificate for this address should name. */
    static Set<String> names(InetAddress bind) {
        return hosts(bind).stream()
                .map(host -> host.replaceAll("[\\[\\]]", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address itself; for "any address" all of this computer that somebody else can reach. */
    private static List<String> hosts(InetAddress bind) {
        if (!bind.isAnyLocalAddress()) {
            return List.of(written(bind));
        }
        var hosts = new ArrayList<String>();
        try {
            for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                Collections.list(card.getInetAddresses()).stream()
                        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                        .map(Places::written)
                        .forEach(hosts::add);
            }
        } catch (SocketException e) {
            // a computer that does not say what it is called is still found at its own loopback
            return List.of("127.0.0.1");
        }
        hosts.sort((a, b) -> Boolean.compare(a.startsWith("["), b.startsWith("[")));
        return hosts.isEmpty() ? List.of("127.0.0.1") : List.copyOf(hosts);
    }

    private static String written(InetAddress address) {
        String text = address.getHostAddress().replaceAll("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
