package org.echoppe.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A budget for each key, such as an address prefix: so much at once, refilled evenly. */
public final class RateLimits {
    /** Keys remembered at once, about 10 MB; the least recently seen is forgotten first. */
    public static final int MAX_KEYS = 50_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param burst tokens in a full bucket
     * @param refill how long an empty bucket takes to be full again
     */
    public RateLimits(long burst, Duration refill, Clock clock) {
        this(burst, refill, clock, MAX_KEYS);
    }

    RateLimits(long burst, Duration refill, Clock clock, int maxKeys) {
        var meter = new ForwardMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maxKeys)
                // A bucket that is full again says nothing.
                .expireAfterAccess(refill)
                .ticker(meter::currentTimeNanos)
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, refill))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    /** Zero when the cost was taken; else nothing was taken and this is how long to wait. */
    public Duration take(InetAddress from, long cost) {
        return take(AddressPrefix.of(from).text(), cost);
    }

    /** For budgets of something else than an address, such as a DID. */
    public Duration take(String key, long cost) {
        var probe = buckets.get(key).tryConsumeAndReturnRemaining(cost);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes the cost, or all that is left where that is less. */
    public void drain(InetAddress from, long cost) {
        buckets.get(AddressPrefix.of(from).text()).tryConsumeAsMuchAsPossible(cost);
    }

    public boolean allows(InetAddress from) {
        return take(from, 1).isZero();
    }

    /** Keys that hold a budget now. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** Time as it passes: a clock that is set back stops no budget from coming back, it only loses what it was set back by. */
    private static final class ForwardMeter implements TimeMeter {
        private final Clock clock;
        private Instant last;
        private long passed;

        ForwardMeter(Clock clock) {
            this.clock = clock;
            this.last = clock.instant();
        }

        @Override
        public synchronized long currentTimeNanos() {
            var now = clock.instant();
            passed += Math.max(0, ChronoUnit.NANOS.between(last, now));
            last = now;
            return passed;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
