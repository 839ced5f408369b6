package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.echoppe.records.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {
    @ParameterizedTest
    @CsvSource({
        "CENT, 120, 500, 126",
        "CENT, 435, 500, 457", // 456.75
        "CENT, 110, 500, 116", // 115.5: of two as near, the higher
        "CENT, 435, -250, 424", // 424.125
        "FIVE, 435, 500, 455",
        "FIVE, 450, 500, 475", // 472.5
        "TEN, 435, 500, 460",
        "NINE, 435, 500, 459",
        "NINE, 90, 0, 89",
        "NINE, 94, 0, 99", // as near to 89: the higher
        "NINE, 3, 500, 9",
        "CENT, 1, -9000, 0"
    })
    void aShareIsExactAndRoundedOnce(Ending ending, long amount, int points, long wanted) {
        assertThat(ending.nearest(amount * (10_000 + points), 10_000)).isEqualTo(wanted);
    }

    @Test
    void noAmountWithTheEndingIsNearer() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var endings = Ending.values();
            var ending = endings[random.nextInt(endings.length)];
            long amount = i % 2 == 0 ? random.nextLong(Price.MOST + 1) : random.nextLong(500);
            long points = 10_000 + random.nextLong(BulkChange.LEAST_PERCENT, BulkChange.MOST_PERCENT + 1);
            long step = ending == Ending.CENT ? 1 : ending == Ending.FIVE ? 5 : 10;
            long got = ending.nearest(amount * points, 10_000);
            assertThat(Math.floorMod(got, step)).isEqualTo(ending == Ending.NINE ? 9 : 0);
            assertThat(got).isNotNegative();
            var exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(points));
            var distance = exact.subtract(BigInteger.valueOf(got).multiply(BigInteger.valueOf(10_000)))
                    .abs();
            var half = BigInteger.valueOf(step * 5_000);
            // below the first nine there is no other to choose from
            assertThat(distance.compareTo(half) <= 0 || (ending == Ending.NINE && got == 9))
                    .isTrue();
        }
    }
}
