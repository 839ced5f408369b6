package org.echoppe.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
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
        byte[] bomb = png(10, 10);
        // width and height of the PNG header, then its checksum: 5,000 × 5,000 pixels
        ByteBuffer.wrap(bomb).putInt(16, 5_000).putInt(20, 5_000);
        var crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
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

    private static byte[] png(int width, int height) throws IOException {
        return png(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
