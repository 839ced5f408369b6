package org.echoppe.web;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.echoppe.domain.Did;
import org.echoppe.domain.EnvelopeId;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.guard.ProofOfWork;
import org.echoppe.guard.RateLimits;
import org.jspecify.annotations.Nullable;

/**
 * How many sealed orders shoppers may leave. A network has its share, in number and size, whatever it does; when one shop or
 * all of them together get many at once, each caller first does a little work, so that who orders still gets through.
 */
public final class OrderLimits {
    private static final int SECRET = 32;
    private static final Duration REFILL = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String EVERYBODY = "all";

    /**
     * The numbers.
     *
     * @param ofNetwork envelopes at once from one address prefix, refilled in ten minutes
     * @param bytesOfNetwork the same in bytes
     * @param toShop envelopes to one shop in ten minutes without work
     * @param inAll envelopes a minute without work
     * @param bits of work, see {@link ProofOfWork}
     */
    public record Numbers(int ofNetwork, int bytesOfNetwork, int toShop, int inAll, int bits) {
        public static final Numbers USUAL = new Numbers(60, 3 << 20, 120, 120, ProofOfWork.USUAL_BITS);
    }

    private final RateLimits networks;
    private final RateLimits bytes;
    private final RateLimits shops;
    private final RateLimits all;
    private final ProofOfWork work;

    public OrderLimits(Numbers numbers, RandomGenerator random, Clock clock) {
        this.networks = new RateLimits(numbers.ofNetwork(), REFILL, clock);
        this.bytes = new RateLimits(numbers.bytesOfNetwork(), REFILL, clock);
        this.shops = new RateLimits(numbers.toShop(), REFILL, clock);
        this.all = new RateLimits(numbers.inAll(), MINUTE, clock);
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        this.work = new ProofOfWork(secret, numbers.bits(), clock);
    }

    /** Zero when a network may leave an envelope of this length; else how long it has to wait. */
    Duration take(InetAddress from, int length) {
        var network = AddressPrefix.of(from).text();
        var wait = networks.take(network, 1);
        return wait.isZero() ? bytes.take(network, length) : wait;
    }

    /** Whether there are so many that this one has to come with work, and does not. */
    boolean wantsWork(InetAddress from, Did shop, EnvelopeId id, @Nullable String done) {
        if (done != null && work.isDone(from, id.value(), done)) {
            return false;
        }
        return !shops.take(shop.value(), 1).isZero() || !all.take(EVERYBODY, 1).isZero();
    }

    ProofOfWork work() {
        return work;
    }
}
