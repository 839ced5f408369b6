package org.echoppe.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final AdjustableClock clock = new AdjustableClock();
    private final RateLimits limits = new RateLimits(10, Duration.ofSeconds(10), clock);

    @Test
    void aBudgetIsSpentAndComesBack() {
        var caller = InetAddress.ofLiteral("203.0.113.7");
        assertThat(limits.take(caller, 10)).isZero();
        assertThat(limits.take(caller, 3)).isEqualTo(Duration.ofSeconds(3));
        clock.pass(Duration.ofSeconds(3));
        assertThat(limits.take(caller, 3)).isZero();
        assertThat(limits.allows(caller)).isFalse();
    }

    @Test
    void anotherAddressOfTheSameNetworkHasNoBudgetOfItsOwn() {
        limits.take(InetAddress.ofLiteral("203.0.113.7"), 10);
        limits.take(InetAddress.ofLiteral("2001:db8:1:2::7"), 10);
        assertThat(limits.allows(InetAddress.ofLiteral("203.0.113.200"))).isFalse();
        assertThat(limits.allows(InetAddress.ofLiteral("2001:db8:1:2:ffff::1"))).isFalse();
        assertThat(limits.allows(InetAddress.ofLiteral("203.0.114.7"))).isTrue();
        assertThat(limits.allows(InetAddress.ofLiteral("2001:db8:1:3::7"))).isTrue();
        assertThat(AddressPrefix.of(InetAddress.ofLiteral("203.0.113.7"))).hasToString("203.0.113.0/24");
        assertThat(AddressPrefix.of(InetAddress.ofLiteral("2001:db8:1:2::7"))).hasToString("2001:db8:1:2:0:0:0:0/64");
    }

    @Test
    void aClockThatIsSetBackLetsTheBudgetComeBackAllTheSame() {
        assertThat(limits.take("caller", 10)).isZero();
        clock.pass(Duration.ofHours(-2));
        assertThat(limits.take("caller", 3)).isEqualTo(Duration.ofSeconds(3));
        clock.pass(Duration.ofSeconds(3));
        assertThat(limits.take("caller", 3)).isZero();
    }

    @Test
    void theNumberOfKeysIsBounded() {
        var small = new RateLimits(10, Duration.ofSeconds(10), clock, 100);
        for (int i = 0; i < 5_000; i++) {
            small.take("key " + i, 1);
        }
        assertThat(small.size()).isLessThanOrEqualTo(100);
        clock.pass(Duration.ofSeconds(11));
        assertThat(small.size()).isZero();
    }
}
