package org.echoppe.app.fx;

import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import org.echoppe.identity.QrCode;

/** A QR code as it looks: dark on white whatever the theme, for that is what readers expect. */
public final class Qr {
    private Qr() {}

    /**
     * @param side about so many pixels, quiet zone included; modules are whole pixels
     * @param words what a screen reader says of it
     */
    public static Canvas of(QrCode code, double side, String words) {
        int modules = code.size() + 2 * QrCode.QUIET;
        double module = Math.max(2, Math.floor(side / modules));
        var canvas = new Canvas(modules * module, modules * module);
        var pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setFill(Color.BLACK);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.dark(x, y)) {
                    pen.fillRect((x + QrCode.QUIET) * module, (y + QrCode.QUIET) * module, module, module);
                }
            }
        }
        canvas.setAccessibleText(words);
        return canvas;
    }
}
