package org.echoppe.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import org.echoppe.domain.Sha256;
import org.junit.jupiter.api.Test;

class ProofOfWorkTest {
    private static final int BITS = 10;
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.7");

    private final AdjustableClock clock = new AdjustableClock();
    private final ProofOfWork work = new ProofOfWork(new byte[32], BITS, clock);

    /** As a browser does it, from the words of PROTOCOL §5 alone. */
    private static String solve(String salt, String what) {
        for (long n = 0; ; n++) {
            byte[] hash = Sha256.of((salt + ":" + what + ":" + n).getBytes(US_ASCII));
            if (new BigInteger(1, hash).shiftRight(256 - BITS).signum() == 0) {
                return Long.toString(n);
            }
        }
    }

    @Test
    void workIsForOneThingOfOneNetworkAndForAWhile() {
        var salt = work.salt(HERE);
        var number = solve(salt, "envelope");
        assertThat(work.isDone(HERE, "envelope", number)).isTrue();
        assertThat(work.isDone(InetAddress.ofLiteral("192.0.2.99"), "envelope", number))
                .as("the same /24")
                .isTrue();
        assertThat(work.isDone(InetAddress.ofLiteral("198.51.100.7"), "envelope", number))
                .isFalse();
        assertThat(work.isDone(HERE, "another", number)).isFalse();
        assertThat(work.isDone(HERE, "envelope", number + "0")).isFalse();
        clock.pass(Duration.ofMinutes(10));
        assertThat(work.salt(HERE)).isNotEqualTo(salt);
        assertThat(work.isDone(HERE, "envelope", number)).isTrue();
        clock.pass(Duration.ofMinutes(10));
        assertThat(work.isDone(HERE, "envelope", number)).isFalse();
    }

    @Test
    void whatIsNoNumberIsNoWork() {
        for (var number : new String[] {"", "-1", "01", "1e3", "١", "9".repeat(20), "x".repeat(10_000)}) {
            assertThat(work.isDone(HERE, "envelope", number)).as(number).isFalse();
        }
    }
}
