package org.echoppe.peers;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.echoppe.domain.Did;

/**
 * How far this machine's clock is from those of the peers that answer now. Only the operator's own peers can say that it is
 * wrong, where there are two of them. Strangers can raise a doubt: a DID costs nothing, so three networks have to agree, and
 * nobody is kept from publishing by them.
 */
public final class PeerClocks {
    /** Further off than this, nothing is signed. */
    public static final Duration MOST = Duration.ofMinutes(5);

    /** A peer that answers is heard every few seconds. */
    private static final Duration AGE = Duration.ofMinutes(10);

    private record Voice(Duration ahead, boolean given, String network, Instant at) {}

    private final Map<Did, Voice> voices = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Runnable onChange = () -> {};

    public PeerClocks(Clock clock) {
        this.clock = clock;
    }

    /** Who is told, on the thread of the call, when a peer was heard or forgotten. */
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    /**
     * @param given whether the operator named this peer
     * @param from where it answered: of a network of strangers one voice counts, the latest
     */
    public void heard(Did did, Instant theirs, boolean given, InetAddress from) {
        var now = clock.instant();
        var network = AddressRule.network(from);
        if (!given) {
            voices.values().removeIf(voice -> !voice.given() && voice.network().equals(network));
        }
        voices.put(did, new Voice(Duration.between(now, theirs), given, network, now));
        onChange.run();
    }

    /** It does not answer any more, or is no peer. */
    public void forget(Did did) {
        voices.remove(did);
        onChange.run();
    }

    /** How far the median of the operator's own peers is ahead of this clock; empty with fewer than two of them. */
    public Optional<Duration> ahead() {
        var given = fresh().stream().filter(Voice::given).toList();
        return given.size() >= 2 ? Optional.of(median(given)) : Optional.empty();
    }

    public boolean isWrong() {
        return isFar(ahead());
    }

    /** Whether strangers say that this clock is wrong, and too few peers of the operator's can tell. */
    public boolean isDoubtful() {
        var all = fresh();
        return ahead().isEmpty() && all.size() >= 3 && isFar(Optional.of(median(all)));
    }

    private List<Voice> fresh() {
        var oldest = clock.instant().minus(AGE);
        return voices.values().stream()
                .filter(voice -> voice.at().isAfter(oldest))
                .toList();
    }

    private static boolean isFar(Optional<Duration> ahead) {
        return ahead.filter(by -> by.abs().compareTo(MOST) > 0).isPresent();
    }

    /** Of an even number, the one of the two in the middle that is nearer to this clock. */
    private static Duration median(Collection<Voice> heard) {
        var sorted = heard.stream().map(Voice::ahead).sorted().toList();
        var low = sorted.get((sorted.size() - 1) / 2);
        var high = sorted.get(sorted.size() / 2);
        return low.abs().compareTo(high.abs()) < 0 ? low : high;
    }
}
