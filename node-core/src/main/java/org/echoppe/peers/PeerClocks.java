package org.echoppe.peers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.echoppe.domain.Did;

/**
 * How far this machine's clock is from those of the peers it calls. The operator's own peers count alone where there are two
 * of them; else it takes three voices, since a DID costs nothing and one liar must not keep a shop from publishing.
 */
public final class PeerClocks {
    /** Further off than this, nothing is signed. */
    public static final Duration MOST = Duration.ofMinutes(5);

    private record Voice(Duration ahead, boolean given) {}

    private final Map<Did, Voice> voices = new ConcurrentHashMap<>();
    private final Clock clock;

    public PeerClocks(Clock clock) {
        this.clock = clock;
    }

    /** @param given whether the operator named this peer */
    public void heard(Did did, Instant theirs, boolean given) {
        voices.put(did, new Voice(Duration.between(clock.instant(), theirs), given));
    }

    public void forget(Did did) {
        voices.remove(did);
    }

    /** How far the peers' median is ahead of this clock; empty when too few were heard. */
    public Optional<Duration> ahead() {
        var given = voices.values().stream().filter(Voice::given).toList();
        if (given.size() >= 2) {
            return Optional.of(median(given));
        }
        return voices.size() >= 3 ? Optional.of(median(voices.values())) : Optional.empty();
    }

    public boolean isWrong() {
        return ahead().filter(by -> by.abs().compareTo(MOST) > 0).isPresent();
    }

    /** Of an even number, the one of the two in the middle that is nearer to this clock. */
    private static Duration median(Collection<Voice> heard) {
        var sorted = heard.stream().map(Voice::ahead).sorted().toList();
        var low = sorted.get((sorted.size() - 1) / 2);
        var high = sorted.get(sorted.size() / 2);
        return low.abs().compareTo(high.abs()) < 0 ? low : high;
    }
}
