package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a node gives memory back. */
class HeapAtRestTest {
    private static final long MEGABYTE = 1 << 20;

    private long used = 100 * MEGABYTE;
    private int collections;
    private final HeapAtRest heap = new HeapAtRest(() -> used, () -> {
        collections++;
        used = 40 * MEGABYTE;
    });

    @Test
    void whoWorksIsLeftAlone() {
        for (int i = 0; i < 10; i++) {
            used += 10 * MEGABYTE;
            heap.look();
        }
        used = 50 * MEGABYTE; // collected by itself
        heap.look();
        assertThat(collections).isZero();
    }

    @Test
    void whoRestsIsCollectedOnceUntilItHasWorkedAgain() {
        for (int i = 0; i < 10; i++) {
            used += MEGABYTE;
            heap.look();
        }
        assertThat(collections).isOne();
        used += 30 * MEGABYTE;
        heap.look();
        assertThat(collections).isOne();
        heap.look();
        assertThat(collections).isEqualTo(2);
    }
}
