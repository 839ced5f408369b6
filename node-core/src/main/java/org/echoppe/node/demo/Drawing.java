package org.echoppe.node.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The simple pictures of the demo street's goods: flat shapes on warm paper, 800 × 600, each in a colour of its own. */
enum Drawing {
    CROISSANT {
        @Override
        void draw(Graphics2D pen, Color colour) {
            for (int step : new int[] {-3, 3, -2, 2, -1, 1, 0}) {
                double angle = Math.toRadians(step * 21);
                double size = 205 - Math.abs(step) * 30;
                var roll = new Ellipse2D.Double(-size * 0.4, -size * 0.62, size * 0.8, size * 1.24);
                var place =
                        AffineTransform.getTranslateInstance(400 + 265 * Math.sin(angle), 560 - 265 * Math.cos(angle));
                place.rotate(angle);
                fill(pen, place.createTransformedShape(roll), darker(colour, 1 - 0.07 * Math.abs(step)));
            }
        }
    },
    BAGUETTE {
        @Override
        void draw(Graphics2D pen, Color colour) {
            pen.rotate(-0.35, 400, 300);
            fill(pen, round(90, 235, 620, 130, 130), colour);
            pen.setStroke(new BasicStroke(16, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.setColor(lighter(colour, 0.55));
            for (int x = 190; x <= 570; x += 95) {
                pen.draw(new Arc2D.Double(x - 60, 255, 150, 90, 95, -75, Arc2D.OPEN));
            }
        }
    },
    LOAF {
        @Override
        void draw(Graphics2D pen, Color colour) {
            fill(pen, new Ellipse2D.Double(170, 160, 460, 320), colour);
            fill(pen, new Ellipse2D.Double(210, 185, 380, 230), lighter(colour, 0.18));
            pen.setStroke(new BasicStroke(18, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.setColor(lighter(colour, 0.7));
            for (int i = 0; i < 3; i++) {
                pen.draw(new Arc2D.Double(260 + i * 85, 215, 110, 180, 110, -70, Arc2D.OPEN));
                pen.draw(new Arc2D.Double(290 + i * 85, 205, 110, 180, 250, -60, Arc2D.OPEN));
            }
        }
    },
    TART {
        @Override
        void draw(Graphics2D pen, Color colour) {
            fill(pen, new Ellipse2D.Double(180, 110, 440, 400), new Color(0xC98F4A));
            fill(pen, new Ellipse2D.Double(215, 142, 370, 336), new Color(0xF0D9A8));
            for (int ring = 0; ring < 2; ring++) {
                int count = ring == 0 ? 12 : 6;
                double radius = ring == 0 ? 128 : 58;
                for (int i = 0; i < count; i++) {
                    double angle = Math.PI * 2 * i / count;
                    double x = 400 + radius * 1.08 * Math.cos(angle);
                    double y = 310 + radius * Math.sin(angle);
                    fill(pen, new Ellipse2D.Double(x - 33, y - 31, 66, 62), i % 2 == 0 ? colour : darker(colour, 0.88));
                    fill(pen, new Ellipse2D.Double(x - 16, y - 18, 16, 12), lighter(colour, 0.6));
                }
            }
        }
    },
    SANDWICH {
        @Override
        void draw(Graphics2D pen, Color colour) {
            pen.translate(0, 60);
            fill(pen, round(150, 350, 500, 85, 60), darker(new Color(0xD9A45B), 0.95));
            fill(pen, round(135, 318, 530, 44, 30), colour);
            fill(pen, round(150, 290, 500, 38, 20), new Color(0xF3D36B));
            var leaf = new Path2D.Double();
            leaf.moveTo(130, 292);
            for (int x = 130; x < 670; x += 60) {
                leaf.quadTo(x + 30, 330, x + 60, 290);
            }
            leaf.lineTo(660, 270);
            leaf.lineTo(140, 270);
            leaf.closePath();
            fill(pen, leaf, new Color(0x6FA04E));
            fill(pen, new Arc2D.Double(150, 150, 500, 250, 0, 180, Arc2D.CHORD), new Color(0xD9A45B));
            for (int i = 0; i < 9; i++) {
                fill(pen, new Ellipse2D.Double(235 + i * 38, 195 + (i % 3) * 20, 16, 9), new Color(0xF6E7C4));
            }
        }
    },
    BOOK {
        @Override
        void draw(Graphics2D pen, Color colour) {
            fill(pen, round(258, 96, 300, 420, 14), darker(colour, 0.72));
            fill(pen, new Rectangle2D.Double(262, 104, 288, 404), new Color(0xF7F2E4));
            fill(pen, round(242, 84, 300, 420, 14), colour);
            fill(pen, new Rectangle2D.Double(242, 84, 26, 420), darker(colour, 0.82));
            fill(pen, round(305, 150, 200, 16, 8), new Color(255, 255, 255, 225));
            fill(pen, round(335, 182, 140, 12, 6), new Color(255, 255, 255, 170));
            fill(pen, new Ellipse2D.Double(335, 260, 140, 140), lighter(colour, 0.38));
            fill(pen, new Arc2D.Double(335, 260, 140, 140, 200, 140, Arc2D.CHORD), lighter(colour, 0.7));
            fill(pen, round(365, 450, 80, 12, 6), new Color(255, 255, 255, 170));
        }
    },
    JAR {
        @Override
        void draw(Graphics2D pen, Color colour) {
            fill(pen, round(255, 170, 290, 340, 70), new Color(0xE9EDEA));
            fill(pen, round(272, 215, 256, 280, 56), colour);
            fill(pen, round(272, 215, 256, 60, 40), lighter(colour, 0.25));
            fill(pen, round(245, 105, 310, 78, 22), new Color(0xB83A22));
            pen.setColor(new Color(255, 255, 255, 70));
            for (int x = 265; x < 550; x += 44) {
                pen.fill(new Rectangle2D.Double(x, 105, 20, 78));
            }
            fill(pen, round(305, 315, 190, 120, 12), new Color(0xFBFAF7));
            fill(pen, round(330, 345, 140, 14, 7), new Color(0x5C625D));
            fill(pen, round(350, 378, 100, 10, 5), new Color(0xB9B4A6));
        }
    },
    BOTTLE {
        @Override
        void draw(Graphics2D pen, Color colour) {
            fill(pen, round(365, 50, 70, 200, 20), colour);
            fill(pen, round(315, 190, 170, 350, 60), colour);
            fill(pen, round(358, 45, 84, 66, 12), darker(colour, 0.6));
            fill(pen, round(315, 305, 170, 150, 4), new Color(0xF7F2E4));
            fill(pen, round(345, 335, 110, 14, 7), darker(colour, 0.7));
            fill(pen, new Ellipse2D.Double(378, 370, 44, 44), darker(colour, 0.9));
            fill(pen, round(335, 225, 18, 70, 9), new Color(255, 255, 255, 90));
        }
    },
    CHEESE {
        @Override
        void draw(Graphics2D pen, Color colour) {
            var top = new Path2D.Double();
            top.moveTo(150, 330);
            top.lineTo(560, 170);
            top.quadTo(650, 210, 650, 330);
            top.closePath();
            fill(pen, top, lighter(colour, 0.3));
            var side = new Area(new Rectangle2D.Double(150, 330, 500, 145));
            for (int[] hole : new int[][] {{230, 385, 70}, {370, 350, 50}, {455, 400, 84}, {590, 360, 44}}) {
                side.subtract(new Area(new Ellipse2D.Double(hole[0], hole[1], hole[2], hole[2] * 0.8)));
            }
            fill(pen, new Rectangle2D.Double(150, 330, 500, 145), darker(colour, 0.82));
            fill(pen, side, colour);
        }
    },
    FRUIT {
        @Override
        void draw(Graphics2D pen, Color colour) {
            var body = new Area(new Ellipse2D.Double(215, 185, 230, 310));
            body.add(new Area(new Ellipse2D.Double(355, 185, 230, 310)));
            fill(pen, body, colour);
            fill(pen, new Ellipse2D.Double(255, 235, 60, 100), lighter(colour, 0.35));
            pen.setStroke(new BasicStroke(16, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.setColor(new Color(0x6B4A2B));
            pen.draw(new Arc2D.Double(395, 110, 90, 190, 120, 60, Arc2D.OPEN));
            var leaf = new Path2D.Double();
            leaf.moveTo(415, 150);
            leaf.quadTo(480, 80, 560, 120);
            leaf.quadTo(500, 190, 415, 150);
            fill(pen, leaf, new Color(0x5B8F4B));
        }
    },
    CUP {
        @Override
        void draw(Graphics2D pen, Color colour) {
            pen.setStroke(new BasicStroke(34));
            pen.setColor(colour);
            pen.draw(new Arc2D.Double(500, 250, 150, 150, 90, -180, Arc2D.OPEN));
            var cup = new Path2D.Double();
            cup.moveTo(205, 220);
            cup.lineTo(575, 220);
            cup.quadTo(565, 470, 460, 470);
            cup.lineTo(320, 470);
            cup.quadTo(215, 470, 205, 220);
            fill(pen, cup, colour);
            fill(pen, new Ellipse2D.Double(205, 185, 370, 72), lighter(colour, 0.35));
            fill(pen, new Ellipse2D.Double(232, 198, 316, 48), new Color(0x5A3824));
            fill(pen, round(180, 480, 420, 26, 26), darker(colour, 0.8));
        }
    },
    BOX {
        @Override
        void draw(Graphics2D pen, Color colour) {
            fill(pen, round(250, 110, 300, 400, 16), colour);
            fill(pen, new Rectangle2D.Double(250, 110, 44, 400), darker(colour, 0.84));
            fill(pen, round(322, 165, 200, 110, 10), new Color(0xFBFAF7));
            fill(pen, round(350, 195, 144, 16, 8), darker(colour, 0.75));
            fill(pen, round(372, 230, 100, 11, 5), new Color(0xB9B4A6));
            for (int i = 0; i < 7; i++) {
                fill(pen, new Ellipse2D.Double(330 + (i % 3) * 64, 330 + (i / 3) * 52, 46, 30), lighter(colour, 0.5));
            }
        }
    };

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    abstract void draw(Graphics2D pen, Color colour);

    /** The finished picture. {@code colour} is that of the goods; the ground is a tint of it. */
    BufferedImage paint(Color colour) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        fill(pen, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), lighter(colour, 0.84));
        fill(pen, new Rectangle2D.Double(0, 440, WIDTH, 160), lighter(colour, 0.74));
        fill(pen, new Ellipse2D.Double(180, 478, 440, 56), new Color(60, 50, 30, 34));
        draw(pen, colour);
        pen.dispose();
        return image;
    }

    private static void fill(Graphics2D pen, Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    private static Shape round(double x, double y, double width, double height, double arc) {
        return new RoundRectangle2D.Double(x, y, width, height, arc, arc);
    }

    private static Color lighter(Color colour, double towardsPaper) {
        return mix(colour, new Color(0xFFFBF2), towardsPaper);
    }

    private static Color darker(Color colour, double keep) {
        return mix(colour, new Color(0x1F1812), 1 - keep);
    }

    private static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + (to.getRed() - from.getRed()) * share),
                (int) Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                (int) Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }
}
