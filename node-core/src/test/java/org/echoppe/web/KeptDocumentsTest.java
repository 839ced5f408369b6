package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.echoppe.domain.Cid;
import org.junit.jupiter.api.Test;

class KeptDocumentsTest {
    private static final Cid OURS = Cid.of(Cid.Codec.RAW, new byte[] {1});
    private static final Cid OTHERS = Cid.of(Cid.Codec.RAW, new byte[] {2});

    private final Set<Cid> held = new HashSet<>();
    private final KeptDocuments<String> documents = new KeptDocuments<>(held::size, held::contains);
    private int made;

    private byte document(String key) {
        return documents.of(key, seen -> new byte[] {(byte) (++made * 10 + (seen.holds(OURS) ? 1 : 0))})[0];
    }

    @Test
    void aDocumentIsMadeAnewForItsOwnPicturesAndForNobodyElses() {
        assertThat(document("a")).isEqualTo((byte) 10);
        assertThat(document("a")).isEqualTo((byte) 10);
        held.add(OTHERS);
        assertThat(document("a")).as("another shop's has come").isEqualTo((byte) 10);
        held.add(OURS);
        assertThat(document("a")).isEqualTo((byte) 21);
        assertThat(document("a")).isEqualTo((byte) 21);
        assertThat(document("b")).as("another document").isEqualTo((byte) 31);
    }

    @Test
    void whoeverAsksForADocumentInTheMakingWaitsForIt() throws InterruptedException {
        var making = new AtomicInteger();
        var done = new Semaphore(0);
        Runnable asking = () -> documents.of("a", _ -> {
            making.incrementAndGet();
            done.acquireUninterruptibly();
            return new byte[1];
        });
        var threads =
                List.of(Thread.ofPlatform().start(asking), Thread.ofPlatform().start(asking));
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        done.release(2);
        for (var thread : threads) {
            thread.join();
        }
        assertThat(making).hasValue(1);
    }
}
