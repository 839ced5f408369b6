package org.echoppe.app.fx;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What matters, and at its right what goes with it; below it where the window is narrow or the text large. */
public final class Columns extends Pane {
    /** Widths in units of the text size. */
    private static final double ASIDE = 20;

    private static final double LEAST_MAIN = 28;
    private static final double GAP = 1.714;

    private final Region main;
    private final Region aside;

    public Columns(Region main, Region aside) {
        this.main = main;
        this.aside = aside;
        getChildren().addAll(main, aside);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double em(double units) {
        return units * Layout.textSize(this);
    }

    private boolean isWide(double width) {
        return width >= em(LEAST_MAIN + GAP + ASIDE);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return em(LEAST_MAIN + GAP + ASIDE);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? prefWidth(-1) : width;
        return isWide(room)
                ? Math.max(main.prefHeight(room - em(GAP + ASIDE)), aside.prefHeight(em(ASIDE)))
                : main.prefHeight(room) + em(GAP) + aside.prefHeight(room);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isWide(width)) {
            double left = width - em(GAP + ASIDE);
            main.resizeRelocate(0, 0, left, main.prefHeight(left));
            aside.resizeRelocate(left + em(GAP), 0, em(ASIDE), aside.prefHeight(em(ASIDE)));
        } else {
            double height = main.prefHeight(width);
            main.resizeRelocate(0, 0, width, height);
            aside.resizeRelocate(0, height + em(GAP), width, aside.prefHeight(width));
        }
    }
}
