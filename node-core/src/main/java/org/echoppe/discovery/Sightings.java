package org.echoppe.discovery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.peers.Endpoint;
import org.echoppe.records.Texts;
import org.jspecify.annotations.Nullable;

/** What was heard on the own network, held to bounds: a name is shown, an address dialled, both out of anybody's mouth. */
final class Sightings implements LocalNetwork.Ear {
    /** Voices that are remembered; a shopping centre has fewer. */
    static final int MOST = 50;
    /** Characters of a name that are shown. */
    static final int MOST_NAME = 60;
    /** Addresses of one shop: a computer has a cable and a radio. */
    static final int MOST_ENDPOINTS = 4;

    private static final int MOST_PORT = 65_535;

    private record Voice(InetAddress card, String instance) {}

    private final Map<Voice, Neighbour> heard = new LinkedHashMap<>();
    private final Did self;

    Sightings(Did self) {
        this.self = self;
    }

    @Override
    public synchronized void heard(Sighting sighting) {
        var voice = new Voice(sighting.card(), sighting.instance());
        var neighbour = checked(sighting);
        if (neighbour.isEmpty()) {
            heard.remove(voice);
        } else if (heard.containsKey(voice) || heard.size() < MOST) {
            heard.put(voice, neighbour.get());
        }
    }

    @Override
    public synchronized void gone(InetAddress card, String instance) {
        heard.remove(new Voice(card, instance));
    }

    @Override
    public synchronized void lost(InetAddress card) {
        heard.keySet().removeIf(voice -> voice.card().equals(card));
    }

    /** Each shop once, by name. */
    synchronized List<Neighbour> all() {
        var shops = new LinkedHashMap<Did, Neighbour>();
        heard.values().forEach(one -> shops.merge(one.did(), one, Sightings::joined));
        var sorted = new ArrayList<>(shops.values());
        sorted.sort(Comparator.comparing(Neighbour::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Neighbour::did));
        return sorted;
    }

    private static Neighbour joined(Neighbour one, Neighbour same) {
        var endpoints = Stream.concat(one.endpoints().stream(), same.endpoints().stream())
                .distinct()
                .limit(MOST_ENDPOINTS)
                .toList();
        return new Neighbour(one.did(), one.name(), endpoints);
    }

    private Optional<Neighbour> checked(Sighting sighting) {
        var endpoints = sighting.port() < 1 || sighting.port() > MOST_PORT
                ? List.<Endpoint>of()
                : sighting.addresses().stream()
                        .filter(address -> isNear(sighting.card(), address))
                        .map(address -> new Endpoint(written(address), sighting.port()))
                        .distinct()
                        .limit(MOST_ENDPOINTS)
                        .toList();
        return did(sighting.did())
                .filter(did -> !did.equals(self) && !endpoints.isEmpty())
                .map(did -> new Neighbour(did, name(sighting.name()), endpoints));
    }

    private static Optional<Did> did(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Did::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(@Nullable String text) {
        var clean = Texts.clean(text == null ? "" : text, false);
        return clean.codePointCount(0, clean.length()) <= MOST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MOST_NAME - 1)).strip() + "…";
    }

    /** Of this machine only what was heard on this machine; an IPv6 address that needs a card's name beside it leads nowhere. */
    private static boolean isNear(InetAddress card, InetAddress named) {
        boolean nowhere = named.isAnyLocalAddress()
                || named.isMulticastAddress()
                || (named instanceof Inet6Address && named.isLinkLocalAddress());
        return !nowhere && (!named.isLoopbackAddress() || card.isLoopbackAddress());
    }

    private static String written(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
