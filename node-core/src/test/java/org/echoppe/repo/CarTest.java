package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.echoppe.domain.Cid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarTest {
    private static final Block SMALL = Block.of(new byte[] {1, 2, 3});
    private static final Block EMPTY = Block.of(new byte[0]);
    private static final Block LARGE = Block.of(new byte[300_000]);

    @Test
    void blocksComeBackInTheirOrder() throws Exception {
        var reader = reader(car(SMALL, EMPTY, LARGE, SMALL));
        assertThat(reader.root()).isEqualTo(SMALL.cid());
        for (var block : List.of(SMALL, EMPTY, LARGE, SMALL)) {
            assertThat(reader.next()).isEqualTo(block);
        }
        assertThat(reader.next()).isNull();
    }

    @Test
    void picturesMayStandInACar() throws Exception {
        byte[] picture = {5};
        var block = new Block(Cid.of(Cid.Codec.RAW, picture), picture);
        assertThat(reader(car(block)).next()).isEqualTo(block);
    }

    @Test
    void everyCutIsSeen() throws Exception {
        byte[] car = car(SMALL, EMPTY);
        int whole = car(SMALL).length;
        int header = car().length;
        for (int length = 0; length < car.length; length++) {
            byte[] cut = Arrays.copyOf(car, length);
            if (length == header || length == whole) {
                continue; // ends between two blocks: only the tree can miss what is not there
            }
            assertReason(Reason.TRUNCATED, cut);
        }
    }

    @Test
    void aByteChangedInABlockOrItsCidIsSeen() throws Exception {
        byte[] car = car(SMALL);
        for (int i = car.length - 3 - 32; i < car.length; i++) {
            byte[] changed = car.clone();
            changed[i] ^= 1;
            assertReason(Reason.WRONG_HASH, changed);
        }
    }

    @Test
    void aBlockOfAForeignKindIsRefused() throws Exception {
        byte[] car = car(SMALL);
        for (int i = car.length - 3 - 36; i < car.length - 3 - 32; i++) {
            byte[] changed = car.clone();
            changed[i] ^= 1;
            assertReason(Reason.BROKEN_CAR, changed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00, BROKEN_CAR", // a length of nothing
        "8000, BROKEN_CAR", // longer than needed
        "ffffffff7f, TOO_LARGE",
        "05a1, TRUNCATED",
        "01a0, BROKEN_CAR",
        "0aa16776657273696f6e01, BROKEN_CAR", // no roots
        "11a265726f6f7473806776657273696f6e01, BROKEN_CAR", // none in it
        "11a265726f6f7473806776657273696f6e02, BROKEN_CAR", // version 2
        "0aa16776657273696f6eff, BROKEN_CAR",
        "ff7f, BROKEN_CAR"
    })
    void aHeaderThatIsNoneIsRefused(String hex, Reason reason) {
        assertReason(reason, HexFormat.of().parseHex(hex));
    }

    @Test
    void limitsHold() throws Exception {
        byte[] car = car(SMALL, LARGE);
        assertThat(count(new CarReader(new ByteArrayInputStream(car), 300_003, 2)))
                .isEqualTo(2);
        assertThatThrownBy(() -> count(new CarReader(new ByteArrayInputStream(car), 300_002, 2)))
                .hasMessageStartingWith("TOO_LARGE");
        assertThatThrownBy(() -> count(new CarReader(new ByteArrayInputStream(car), 300_003, 1)))
                .hasMessageStartingWith("TOO_LARGE");
        assertReason(Reason.TOO_LARGE, car(Block.of(new byte[Limits.BLOCK_BYTES + 1])));
    }

    private static void assertReason(Reason reason, byte[] car) {
        assertThatThrownBy(() -> count(reader(car)))
                .isInstanceOfSatisfying(
                        BadRepository.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static int count(CarReader reader) throws IOException, BadRepository {
        int count = 0;
        while (reader.next() != null) {
            count++;
        }
        return count;
    }

    private static CarReader reader(byte[] car) throws IOException, BadRepository {
        return new CarReader(new ByteArrayInputStream(car), Limits.FOLLOWED);
    }

    private static byte[] car(Block... blocks) throws IOException {
        var out = new ByteArrayOutputStream();
        var car = new CarWriter(out, SMALL.cid());
        for (var block : blocks) {
            car.write(block);
        }
        return out.toByteArray();
    }
}
