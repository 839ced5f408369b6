package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.echoppe.identity.Identity;
import org.echoppe.identity.Passphrase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How calls end when this node ends. */
class HttpPeerClientTest {
    @TempDir
    Path home;

    private final Reachability reachability = new Reachability(Clock.systemUTC());

    @Test
    void closingEndsCallsAtOnceAndBlamesNoPeer() throws Exception {
        try (var silent = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
                var identity = Identity.openOrCreate(
                        home, new Passphrase("épreuve"), Clock.systemUTC(), new SecureRandom(), false)) {
            var client = new HttpPeerClient(identity.peerTls(), reachability, home);
            var endpoint = Endpoint.typed("https://127.0.0.1:" + silent.getLocalPort());
            var peer = new PeerAddress(identity.did(), List.of(endpoint), true);

            var known = failureOf(() -> client.node(peer));
            var unknown = failureOf(() -> client.whoIs(endpoint));
            silent.accept();
            silent.accept();
            client.close();
            assertThat(known.ends()).isInstanceOf(PeerFailed.class);
            assertThat(unknown.ends()).isInstanceOf(PeerFailed.class);

            assertThat(catchThrowable(() -> client.node(peer))).isInstanceOf(PeerFailed.class);
            assertThat(reachability.of(identity.did()).failures()).isZero();
        }
    }

    /** A call under way. */
    private record Calling(Thread thread, AtomicReference<@Nullable Throwable> failure) {
        @Nullable
        Throwable ends() throws InterruptedException {
            assertThat(thread.join(Duration.ofSeconds(3)))
                    .as("sooner than by its own deadline")
                    .isTrue();
            return failure.get();
        }
    }

    private static Calling failureOf(ThrowingCallable call) {
        var failure = new AtomicReference<@Nullable Throwable>();
        return new Calling(Thread.ofVirtual().start(() -> failure.set(catchThrowable(call))), failure);
    }
}
