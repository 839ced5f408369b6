package org.echoppe.app;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of goods for the guide, painted here so that nobody owns them. */
final class Bakes {
    private static final int SLICES = 8;

    private Bakes() {}

    /** A tart on a plate, cut in eight. */
    static byte[] tart() {
        var image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xd9e2dc));
        pen.fillRect(0, 0, 480, 360);
        disc(pen, 160, 0xf7f4ec);
        disc(pen, 140, 0xb9793a);
        disc(pen, 124, 0xf0c25c);
        for (int ring = 110; ring > 20; ring -= 24) {
            pen.setStroke(new BasicStroke(3));
            pen.setColor(new Color(0xd99a3c));
            pen.drawOval(240 - ring, 180 - ring, 2 * ring, 2 * ring);
        }
        pen.setStroke(new BasicStroke(4));
        pen.setColor(new Color(0xb9793a));
        for (int slice = 0; slice < SLICES / 2; slice++) {
            double angle = Math.PI * slice / (SLICES / 2.0);
            int x = (int) (138 * Math.cos(angle));
            int y = (int) (138 * Math.sin(angle));
            pen.drawLine(240 - x, 180 - y, 240 + x, 180 + y);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void disc(java.awt.Graphics2D pen, int radius, int colour) {
        pen.setColor(new Color(colour));
        pen.fillOval(240 - radius, 180 - radius, 2 * radius, 2 * radius);
    }
}
