package org.echoppe.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private final Pictures pictures = new Pictures();

    @Test
    void aPictureIsShrunkToTheWidthAskedFor() throws IOException {
        byte[] jpeg = pictures.jpeg(png(1200, 900), 480).orElseThrow();
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(480);
        assertThat(image.getHeight()).isEqualTo(360);
    }

    @Test
    void aSmallPictureIsNotEnlarged() throws IOException {
        byte[] jpeg = pictures.jpeg(png(100, 80), 480).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(100);
    }

    @Test
    void aDecompressionBombIsRefusedByItsHeader() throws IOException {
        byte[] bomb = withSize(png(10, 10), 5_000, 5_000);
        assertThat(pictures.jpeg(bomb, 480)).isEmpty();
    }

    @Test
    void aLargePictureTakesLittleMemory() throws IOException {
        byte[] large = png(new BufferedImage(5_000, 3_900, BufferedImage.TYPE_BYTE_GRAY));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        byte[] jpeg = pictures.jpeg(large, 960).orElseThrow();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(48 << 20);
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(image.getHeight()).isBetween(748, 750);
    }

    @Test
    void whatIsNoPictureOrABrokenOneIsRefused() throws IOException {
        assertThat(pictures.jpeg("<svg onload=alert(1)>".getBytes(UTF_8), 480)).isEmpty();
        assertThat(pictures.jpeg(new byte[0], 480)).isEmpty();
        byte[] whole = png(200, 200);
        assertThat(pictures.jpeg(Arrays.copyOf(whole, 60), 480)).isEmpty();
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] mutated = whole.clone();
            mutated[8 + random.nextInt(mutated.length - 8)] ^= (byte) (1 + random.nextInt(255));
            pictures.jpeg(mutated, 480); // whatever comes of it, it is an answer and no exception
        }
    }

    @Test
    void whatAShopkeeperChoosesIsMadeReady() throws IOException {
        var ready = pictures.prepared(photo(3_000, 2_000, 6));
        // the camera was held on its side
        assertThat(new int[] {ready.width(), ready.height()}).containsExactly(1_067, 1_600);
        var image = ImageIO.read(new ByteArrayInputStream(ready.jpeg()));
        assertThat(image.getWidth()).isEqualTo(ready.width());
        assertThat(image.getHeight()).isEqualTo(ready.height());
        // the left of the file was red: upright, it is the top
        assertThat(image.getRGB(500, 50) & 0xff0000).isGreaterThan(0xc00000);
        assertThat(image.getRGB(500, 1_550) & 0xff0000).isLessThan(0x400000);
        assertThat(new String(ready.jpeg(), ISO_8859_1)).doesNotContain("Exif").doesNotContain("GPS 45.76");
    }

    @Test
    void everyWayToHoldACameraIsTurnedBack() {
        for (int orientation = 1; orientation <= 8; orientation++) {
            var marked = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
            var at = new int[][] {{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}, {0, 1}, {2, 1}, {2, 0}}[orientation - 1];
            marked.setRGB(at[0], at[1], 0xffffff);
            assertThat(Orientation.upright(marked, orientation).getRGB(0, 0) & 0xffffff)
                    .as("orientation %s", orientation)
                    .isEqualTo(0xffffff);
        }
    }

    @Test
    void evenNoiseFitsIntoABlob() throws IOException {
        var random = new Random(11);
        var noise = new BufferedImage(1_600, 1_600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 1_600; y++) {
            for (int x = 0; x < 1_600; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", bytes);
        var ready = pictures.prepared(bytes.toByteArray());
        assertThat(ready.jpeg().length).isLessThanOrEqualTo(Blobs.MAX_LENGTH);
        assertThat(ImageIO.read(new ByteArrayInputStream(ready.jpeg())).getWidth())
                .isEqualTo(ready.width());
    }

    @Test
    void webpIsRead() {
        // one pixel, lossless
        byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        assertThat(pictures.prepared(webp).width()).isEqualTo(1);
    }

    @Test
    void eachRefusalSaysWhy() throws IOException {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
        refused(heic, Fault.PICTURE_HEIC);
        refused("<svg onload=alert(1)>".getBytes(UTF_8), Fault.PICTURE_UNKNOWN);
        refused(new byte[0], Fault.PICTURE_UNKNOWN);
        refused(Arrays.copyOf(photo(200, 200, 1), 300), Fault.PICTURE_BROKEN);
        byte[] photo = photo(200, 200, 1);
        refused(Arrays.copyOf(photo, photo.length - 20), Fault.PICTURE_BROKEN);
        refused(withSize(png(10, 10), 60_000, 60_000), Fault.PICTURE_TOO_LARGE);
        refused(withSize(png(10, 10), 0, 10), Fault.PICTURE_BROKEN);
        refused(new byte[Pictures.MOST_BYTES + 1], Fault.FILE_TOO_LARGE);
        byte[] gif = png(10, 10);
        System.arraycopy("GIF89a".getBytes(UTF_8), 0, gif, 0, 6);
        refused(gif, null);
    }

    @Test
    void whatIsOnlyLookedAtIsHeldToTheSameBoundsAndStandsOnWhite() throws IOException {
        assertThat(pictures.opened(png(40, 30)).getRGB(3, 3)).isEqualTo(0xffffffff);
        var photo = pictures.opened(photo(4_000, 3_000, 1));
        assertThat(photo.getWidth() * photo.getHeight()).isLessThan(6_100_000);
        assertRefused(() -> pictures.opened(withSize(png(10, 10), 60_000, 60_000)), Fault.PICTURE_TOO_LARGE);
        assertRefused(() -> pictures.opened(new byte[Pictures.MOST_BYTES + 1]), Fault.FILE_TOO_LARGE);
        assertRefused(() -> pictures.opened("<svg onload=alert(1)>".getBytes(UTF_8)), Fault.PICTURE_UNKNOWN);
        var poster = new BufferedImage(5_000, 4_001, BufferedImage.TYPE_BYTE_GRAY);
        assertRefused(() -> pictures.opened(poster), Fault.PICTURE_TOO_LARGE);
    }

    private static void assertRefused(ThrowingCallable work, Fault why) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems().getFirst().fault())
                                .isEqualTo(why));
    }

    /** @param why null where any refusal or answer will do, as long as it is one */
    private void refused(byte[] bytes, @Nullable Fault why) {
        try {
            pictures.prepared(bytes);
            assertThat(why).isNull();
        } catch (Rejected e) {
            assertThat(why == null ? e.problems().getFirst().fault() : why)
                    .isEqualTo(e.problems().getFirst().fault());
        }
    }

    /** A JPEG as a camera writes it, red at its left, with the place where it was taken. */
    private static byte[] photo(int width, int height, int orientation) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        var tiff = ByteBuffer.allocate(64);
        tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put("GPS 45.76".getBytes(ISO_8859_1));
        var whole = ByteBuffer.allocate(plain.size() + 10 + tiff.capacity());
        whole.put(plain.toByteArray(), 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
        whole.put("Exif\0\0".getBytes(ISO_8859_1)).put(tiff.array());
        whole.put(plain.toByteArray(), 2, plain.size() - 2);
        return whole.array();
    }

    /** Width and height of the PNG header, then its checksum. */
    private static byte[] withSize(byte[] png, int width, int height) {
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private static byte[] png(int width, int height) throws IOException {
        return png(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
