package org.echoppe.orders.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefundTest {
    private static final List<Long> BOOKS = List.of(890L, 1_250L);

    @Test
    void theWholeOrderGoesBackWithWhatBringingItCost() {
        assertThat(Refund.of(BOOKS, Set.of(0, 1), Set.of(), 300).total()).isEqualTo(2_440);
    }

    @Test
    void aPartGoesBackWithoutIt() {
        assertThat(Refund.of(BOOKS, Set.of(1), Set.of(), 300)).isEqualTo(new Refund(1_250, 0));
    }

    @Test
    void theLastPartBringsItAlong() {
        assertThat(Refund.of(BOOKS, Set.of(0), Set.of(1), 300)).isEqualTo(new Refund(890, 300));
    }

    @Test
    void nothingIsPaidBackTwice() {
        assertThat(Refund.of(BOOKS, Set.of(0, 1), Set.of(0, 1), 300)).isEqualTo(new Refund(0, 0));
    }

    @Test
    void whatWasNeverAcceptedKeepsNothingBack() {
        assertThat(Refund.of(List.of(890L, 0L), Set.of(0), Set.of(), 300)).isEqualTo(new Refund(890, 300));
    }

    @Test
    void inWhateverStepsAllTogetherIsWhatWasPaid() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            var totals = random.longs(1 + random.nextInt(6), 1, 5_000).boxed().toList();
            var before = new HashSet<Integer>();
            long back = 0;
            var lines = Stream.iterate(0, line -> line + 1).limit(totals.size()).toList();
            while (before.size() < totals.size()) {
                var now = new HashSet<Integer>();
                lines.stream().filter(_ -> random.nextBoolean()).forEach(now::add);
                back += Refund.of(totals, now, before, 300).total();
                before.addAll(now);
            }
            assertThat(back)
                    .isEqualTo(totals.stream().mapToLong(Long::longValue).sum() + 300);
        }
    }
}
