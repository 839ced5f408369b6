package org.echoppe.peers;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns a node's addresses into the ones that are really dialled: resolved once, and only those that may be. */
final class Doors {
    private static final int MOST = 4;

    private Doors() {}

    /**
     * At most {@value #MOST} endpoints with an IP address for a host, best first: dialling these leaves a name no second
     * chance to stand for something else.
     *
     * @param given the operator or the own network gave the first of these
     * @throws PeerFailed when there is none
     */
    static List<Endpoint> of(List<Endpoint> endpoints, boolean given) throws PeerFailed {
        var doors = new ArrayList<Endpoint>();
        String why = "it has no address";
        for (var endpoint : endpoints) {
            boolean typed = given && endpoint.equals(endpoints.getFirst());
            try {
                var resolved = InetAddress.getAllByName(endpoint.host());
                var allowed = Arrays.stream(resolved).filter(address -> allowed(typed, endpoint, address));
                allowed.forEach(address -> doors.add(new Endpoint(address.getHostAddress(), endpoint.port())));
                why = endpoint + " is an address of a private network that nobody here gave";
            } catch (UnknownHostException e) {
                why = "no such host: " + endpoint.host();
            }
        }
        if (doors.isEmpty()) {
            throw new PeerFailed(PeerFailed.Kind.UNREACHABLE, why);
        }
        return doors.stream().limit(MOST).toList();
    }

    /** A private IP address written out was allowed when it was taken in (see discovery); a name is judged here. */
    private static boolean allowed(boolean typed, Endpoint endpoint, InetAddress address) {
        return AddressRule.isPublic(address) || typed || endpoint.literal().isPresent();
    }
}
