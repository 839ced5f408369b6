package org.echoppe.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Codes as they come out of a telephone: small in a large picture, turned, not sharp, noisy, light on dark. */
class QrReaderTest {
    private static final String TEXT =
            "https://192.168.1.20:8444#did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

    private final QrCode code = QrCode.of(TEXT);

    @Test
    void aCopyOfTheScreenIsRead() {
        assertThat(read(picture(1_280, 800, Color.WHITE, Color.BLACK, 3, 0))).contains(TEXT);
    }

    @Test
    void aLightCodeOnADarkScreenIsRead() {
        assertThat(read(picture(900, 700, new Color(0x141715), new Color(0xeceae3), 4, 0)))
                .contains(TEXT);
    }

    @Test
    void aPhotoThatIsTurnedNoisyAndNotSharpIsRead() {
        var photo = picture(2_000, 1_500, new Color(0xf1eee6), new Color(0x1f2421), 12, 0.2);
        assertThat(read(noisy(blurred(photo)))).contains(TEXT);
    }

    @Test
    void aPictureWithoutACodeAndOneOfNoiseHaveNone() {
        assertThat(read(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
        assertThat(read(noisy(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB))))
                .isEmpty();
        assertThat(QrReader.read(new int[1], 1, 1)).isEmpty();
    }

    @Test
    void aCodeOfWhichAPartIsMissingIsNone() {
        var half = picture(800, 600, Color.WHITE, Color.BLACK, 4, 0).getSubimage(0, 0, 400, 600);
        assertThat(read(half)).isEmpty();
    }

    private static Optional<String> read(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return QrReader.read(image.getRGB(0, 0, width, height, null, 0, width), width, height);
    }

    /** The code in the middle, so many pixels a module, turned by so many radians. */
    private BufferedImage picture(int width, int height, Color ground, Color ink, int module, double turn) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(ground);
        pen.fillRect(0, 0, width, height);
        pen.translate(width / 2, height / 2);
        pen.rotate(turn);
        pen.translate(-code.size() * module / 2, -code.size() * module / 2);
        pen.setColor(ink);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.dark(x, y)) {
                    pen.fillRect(x * module, y * module, module, module);
                }
            }
        }
        pen.dispose();
        return image;
    }

    private static BufferedImage blurred(BufferedImage image) {
        var weights = new float[49];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(7, 7, weights)).filter(image, null);
    }

    private static BufferedImage noisy(BufferedImage image) {
        var random = new Random(7);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = (image.getRGB(x, y) & 0xff) + random.nextInt(-60, 61);
                int seen = Math.clamp(grey, 0, 255);
                image.setRGB(x, y, seen << 16 | seen << 8 | seen);
            }
        }
        return image;
    }
}
