package org.echoppe.app;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of new orders outside the window: by a chime, and by the system's tray where there is one. */
final class Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final int SIDE = 64;

    private final Runnable showWindow;
    private @Nullable TrayIcon icon;

    /** @param showWindow what a click on the tray's message does */
    Bell(Runnable showWindow) {
        this.showWindow = showWindow;
    }

    /** Takes a second: not on the window's thread. What this computer can't do is left out. */
    synchronized void ring(String words, boolean aloud) {
        try {
            tray(words);
        } catch (AWTException | RuntimeException | LinkageError e) {
            LOG.debug("no tray to tell in", e);
        }
        if (aloud) {
            Chime.play();
        }
    }

    private void tray(String words) throws AWTException {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return;
        }
        var shown = icon;
        if (shown == null) {
            shown = new TrayIcon(awning(), "Échoppe");
            shown.setImageAutoSize(true);
            shown.addActionListener(event -> showWindow.run());
            SystemTray.getSystemTray().add(shown);
            icon = shown;
        }
        shown.displayMessage("Échoppe", words, TrayIcon.MessageType.INFO);
    }

    /** The mark, as {@link org.echoppe.app.fx.Mark} draws it for the window. */
    private static BufferedImage awning() {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int stripe = 0; stripe < 5; stripe++) {
            pen.setColor(stripe % 2 == 0 ? new Color(0xb83a22) : Color.WHITE);
            pen.fillRect(2 + stripe * 12, 8, 12, 28);
            pen.fillOval(2 + stripe * 12, 30, 12, 12);
        }
        pen.setColor(new Color(0x1f6f54));
        pen.fillRect(2, 50, 60, 6);
        pen.dispose();
        return image;
    }
}
