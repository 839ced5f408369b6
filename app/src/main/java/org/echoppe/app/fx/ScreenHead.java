package org.echoppe.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The head of a screen: its title at the left, what one can do at the right. Where the window is too narrow for both, or the
 * text large, what one can do stands in lines below the title.
 */
public final class ScreenHead extends Pane {
    /** Between two of them, in units of the text size. */
    private static final double GAP = 0.714;

    private final Region title;
    private final List<Region> tools;

    /** @param tools in their order; one whose greatest width is more than its least takes what is left */
    public ScreenHead(Region title, Region... tools) {
        this.title = title;
        this.tools = List.of(tools);
        getStyleClass().add("screen-head");
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().add(title);
        getChildren().addAll(tools);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(all());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        var lines = lines(width < 0 ? Double.MAX_VALUE : width);
        double height = gap() * (lines.size() - 1);
        for (var line : lines) {
            height += height(line);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        double top = 0;
        var lines = lines(getWidth());
        for (var line : lines) {
            double height = height(line);
            double room = getWidth() - width(line);
            double left = 0;
            for (var part : line) {
                double width = part.minWidth(-1);
                if (!part.equals(title)) {
                    double more = Math.clamp(part.maxWidth(-1) - width, 0, Math.max(0, room));
                    room -= more;
                    width += more;
                }
                part.resizeRelocate(
                        snapPositionX(left), snapPositionY(top + (height - part.prefHeight(width)) / 2),
                        snapSizeX(width), snapSizeY(part.prefHeight(width)));
                left += width + gap();
            }
            if (lines.size() == 1 && room > 0) {
                for (var tool : tools) {
                    tool.setLayoutX(snapPositionX(tool.getLayoutX() + room));
                }
            }
            top += height + gap();
        }
    }

    private List<List<Region>> lines(double width) {
        if (width(all()) <= width) {
            return List.of(all());
        }
        var lines = new ArrayList<List<Region>>();
        lines.add(List.of(title));
        var line = new ArrayList<Region>();
        for (var tool : tools) {
            line.add(tool);
            if (line.size() > 1 && width(line) > width) {
                line.removeLast();
                lines.add(List.copyOf(line));
                line.clear();
                line.add(tool);
            }
        }
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
        return lines;
    }

    private List<Region> all() {
        var all = new ArrayList<Region>();
        all.add(title);
        all.addAll(tools);
        return all;
    }

    private double width(List<Region> line) {
        return line.stream().mapToDouble(part -> part.minWidth(-1)).sum() + gap() * (line.size() - 1);
    }

    private static double height(List<Region> line) {
        return line.stream().mapToDouble(part -> part.prefHeight(-1)).max().orElse(0);
    }

    private double gap() {
        return GAP * Layout.textSize(this);
    }
}
