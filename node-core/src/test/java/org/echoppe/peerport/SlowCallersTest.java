package org.echoppe.peerport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.repo.TestSigner;
import org.echoppe.store.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is slow keeps nobody else waiting. */
class SlowCallersTest {
    private static final Cid COMMIT = Cid.of(new byte[] {1});

    private static String network(String address) {
        return AddressPrefix.of(InetAddress.ofLiteral(address)).text();
    }

    private static Head head() {
        var rev = Tid.of(1_700_000_000_000_000L, 1);
        return new Head(new TestSigner().did(), rev, COMMIT, COMMIT, 1, 1, false, Instant.EPOCH, null);
    }

    @Test
    void aNetworkHasOnePlaceAndTheNextOneHasItsOwn() {
        var places = new PushPlaces(3);
        assertThat(places.enter(network("93.184.216.1"), Duration.ZERO)).isTrue();
        assertThat(places.enter(network("93.184.216.2"), Duration.ZERO)).isFalse();
        assertThat(places.enter(network("93.184.217.1"), Duration.ZERO)).isTrue();
        assertThat(places.enter(network("93.184.218.1"), Duration.ZERO)).isTrue();
        assertThat(places.enter(network("93.184.219.1"), Duration.ZERO))
                .as("all taken")
                .isFalse();
        places.leave(network("93.184.216.1"));
        assertThat(places.enter(network("93.184.216.2"), Duration.ZERO)).isTrue();
    }

    @Test
    void whoWaitsGetsThePlaceThatIsLeft() throws Exception {
        var places = new PushPlaces(1);
        var network = network("127.0.0.1");
        assertThat(places.enter(network, Duration.ZERO)).isTrue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> places.enter(network, Duration.ofSeconds(30)));
            places.leave(network);
            assertThat(second.get(30, SECONDS)).isTrue();
        }
    }

    /** Each read takes a second. */
    private static Hurried aSecondARead(InputStream body) {
        var now = new long[1];
        return new Hurried(body, () -> now[0] += Duration.ofMillis(500).toNanos());
    }

    @Test
    void aDribbledBodyIsGivenUpAndAFairOneIsRead() throws Exception {
        var dribbled = aSecondARead(new ByteArrayInputStream(new byte[1_000]));
        assertThatThrownBy(() -> {
                    while (dribbled.read() >= 0) {}
                })
                .isInstanceOf(Hurried.TooSlow.class);
        var fair = aSecondARead(new ByteArrayInputStream(new byte[2_000_000]));
        byte[] piece = new byte[Hurried.LEAST];
        long total = 0;
        for (int got = fair.read(piece, 0, piece.length); got >= 0; got = fair.read(piece, 0, piece.length)) {
            total += got;
        }
        assertThat(total).isEqualTo(2_000_000);
    }

    @Test
    void aLargeRepositoryBeingWrittenKeepsNobodyFromTheOthers(@TempDir Path spool) throws Exception {
        var large = head();
        var small = head();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var files = new CarFiles(
                        (did, out) -> {
                            out.write(1);
                            if (did.equals(large.did())) {
                                begun.countDown();
                                awaited(goOn);
                            }
                            return COMMIT;
                        },
                        spool)) {
            var first = threads.submit(() -> files.open(large));
            awaited(begun);
            try {
                var other = threads.submit(() -> files.open(small)).get(20, SECONDS);
                other.gzip().close();
            } finally {
                goOn.countDown();
            }
            first.get(20, SECONDS).gzip().close();
        }
        assertThat(spool).isEmptyDirectory();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
