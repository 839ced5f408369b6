package org.echoppe.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.jmdns.impl.JmDNSImpl;
import org.echoppe.discovery.LocalNetwork.Ear;
import org.echoppe.discovery.LocalNetwork.Word;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One multicast DNS socket at one card: hears others, and says a word about this node. */
final class Station implements ServiceListener {
    static final String TYPE = "_echoppe._tcp.local.";

    /** What the library remembers of others has no bound: after so many records, or so much time, it begins anew. */
    private static final int MOST_RECORDS = 5_000;

    private static final Duration LIFE = Duration.ofHours(1);

    /** The least time from packet to packet, in milliseconds: a network that shouts costs no more than fifty a second. */
    private static final long PACE = 20;

    /** Characters of the end of a key that tell it from all others on a network. */
    private static final int KEY_END = 12;

    private static final int TIME_DIGITS = 8;

    /** Bytes of a name that are said: a string in a TXT record has 255, its key included. */
    private static final int MOST_NAME = 120;

    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    private final InetAddress card;
    private final JmDNSImpl dns;
    private final String name;
    private final Ear ear;
    private final long opened = System.nanoTime();
    private @Nullable Word said;

    private Station(InetAddress card, JmDNSImpl dns, String name, Ear ear) {
        this.card = card;
        this.dns = dns;
        this.name = name;
        this.ear = ear;
    }

    /**
     * Opens it and listens from now on.
     *
     * @throws IOException where the card takes no multicast
     */
    static Station open(InetAddress card, Did self, Ear ear) throws IOException {
        // not this computer's own name: that is nobody's business, and asking the system for it can take long. And a
        // new one
        // each time: the goodbyes of a station before are still on their way
        var key = self.value();
        var name = key.substring(key.length() - KEY_END) + "-"
                + HexFormat.of().toHexDigits(System.nanoTime(), TIME_DIGITS);
        var station = new Station(card, new JmDNSImpl(card, "echoppe-" + name, PACE), name, ear);
        try {
            station.dns.addServiceListener(TYPE, station);
        } catch (RuntimeException e) {
            station.close();
            throw e;
        }
        return station;
    }

    InetAddress card() {
        return card;
    }

    boolean isSpent() {
        int records = dns.getCache().values().stream().mapToInt(List::size).sum();
        return records > MOST_RECORDS || System.nanoTime() - opened > LIFE.toNanos();
    }

    /** Takes seconds: the network is asked first whether the name is free. */
    void say(@Nullable Word own) throws IOException {
        if (Objects.equals(own, said)) {
            return;
        }
        if (said != null) {
            said = null;
            dns.unregisterAllServices();
        }
        if (own != null) {
            var text = Map.of("v", "1", "did", own.did().value(), "name", cut(own.name()));
            dns.registerService(ServiceInfo.create(TYPE, name, own.port(), 0, 0, text));
            said = own;
        }
    }

    private static String cut(String name) {
        var cut = name;
        while (cut.getBytes(UTF_8).length > MOST_NAME) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    /** Its address is asked for by the library itself. */
    @Override
    public void serviceAdded(ServiceEvent event) {}

    @Override
    public void serviceRemoved(ServiceEvent event) {
        ear.gone(card, event.getName());
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
        var info = event.getInfo();
        try {
            ear.heard(new Sighting(
                    card,
                    event.getName(),
                    info.getPropertyString("did"),
                    info.getPropertyString("name"),
                    info.getPort(),
                    List.of(info.getInetAddresses())));
        } catch (RuntimeException e) {
            LOG.debug("what was heard at {} makes no sense: {}", card, e.getMessage());
        }
    }

    /** Says goodbye, which takes seconds. */
    void close() {
        dns.removeServiceListener(TYPE, this);
        ear.lost(card);
        try {
            dns.close();
        } catch (RuntimeException e) {
            LOG.debug("multicast at {} did not end well: {}", card, e.getMessage());
        }
    }
}
