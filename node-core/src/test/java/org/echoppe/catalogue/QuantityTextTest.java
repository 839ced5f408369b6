package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.echoppe.records.Measure;
import org.echoppe.records.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 g | 500 | KG",
                "1 Quart (946 ml) | 946 | L",
                "1,5 litre | 1500 | L",
                "1,5 Liter | 1500 | L",
                "2 x 65 g | 130 | KG",
                "2x250g | 500 | KG",
                "2 x 8,5 g | 17 | KG",
                "6 x 20 cl | 1200 | L",
                "1/2 l | 500 | L",
                "1/2, 225 g | 225 | KG",
                "0.500 kg | 500 | KG",
                "235 gr | 235 | KG",
                "220.0g | 220 | KG",
                "16.9 fl oz, 500 mL | 500 | L",
                "6 cubes-66g/2,3oz | 66 | KG",
                "200g ? | 200 | KG",
                "3 pièces | 3000 | PIECE",
                "1,75 L | 1750 | L",
                "425 g brut, 390 g net | 390 | KG",
                "12 m | 12000 | M",
                "2,5 m² | 2500 | M2"
            })
    void aQuantityIsReadAsThePackageSaysIt(String text, long quantity, Unit unit) {
        assertThat(QuantityText.parse(text)).contains(new Measure(quantity, unit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PN : 170 g / PNE : 100 g | 100",
                "670 g (380 g net égoutté) | 380",
                "190 g (égoutté : 115 g) | 115",
                "poids brut 190 g égoutté 110 g | 110",
                "545 g (neto), 310 g (escurrido), 580 ml | 310",
                "780 g / 480 g escurrido | 480",
                "1600 g / 1700 ml / 850 g égoutté | 850",
                "200g net égoutté | 200"
            })
    void theDrainedWeightIsWhatThePricePerKiloIsToldFor(String text, long grams) {
        assertThat(QuantityText.parse(text)).contains(new Measure(grams, Unit.KG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6",
                "354",
                "beaucoup",
                "950 ?",
                "680 ?, 720 ??",
                "1129 oz",
                "670/350 g",
                "280 neto, 135 escurrido, 314 ml",
                "0 g",
                "5 gallons"
            })
    void whatCannotBeReadIsNotGuessedAt(String text) {
        assertThat(QuantityText.parse(text)).isEmpty();
    }

    @Test
    void everyMeasureIsReadBackFromItsText() {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var unit = List.of(Unit.values()).get(random.nextInt(Unit.values().length));
            var measure = new Measure(random.nextLong(1, 1L << random.nextInt(1, 30)), unit);
            assertThat(QuantityText.parse(QuantityText.format(measure)))
                    .as(QuantityText.format(measure))
                    .contains(measure);
        }
    }
}
