package org.echoppe.app.fx;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A bar that is as high as what it holds, where there is room for it; where there is less, one scrolls in it. */
public final class ScrolledBar extends ScrollPane {
    private final Region held;

    public ScrolledBar(Region held) {
        super(held);
        this.held = held;
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return held.prefHeight(width) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), getMaxHeight() < 0 ? Double.MAX_VALUE : getMaxHeight());
    }
}
