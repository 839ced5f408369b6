package org.echoppe.orders.documents;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.orders.documents.Sheet.Text;

/** Rows under heads that every page repeats. */
final class Table implements AutoCloseable {
    private static final float GAP = 6;
    private static final float PADDING = 4;
    private static final Style HEAD = new Style(Style.Face.BOLD, 8, Style.Tone.MUTED);

    /** @param right whether its texts end at the same place, as figures do */
    record Column(String head, float width, boolean right) {}

    private final Sheet sheet;
    private final List<Column> columns;
    private final float left;

    /** @param left where the first column begins */
    Table(Sheet sheet, float left, List<Column> columns) {
        this.sheet = sheet;
        this.left = left;
        this.columns = columns;
        sheet.tags().open("Table");
        sheet.need(4 * HEAD.leading());
        heads(true);
    }

    /** One cell a column. */
    void row(List<List<Text>> cells) {
        var wrapped = new ArrayList<List<Line>>();
        for (int i = 0; i < columns.size(); i++) {
            wrapped.add(lines(cells.get(i), columns.get(i).width - GAP));
        }
        float height = (float) wrapped.stream().mapToDouble(Table::height).max().orElse(0) + 2 * PADDING;
        if (sheet.need(height)) {
            heads(false);
        }
        sheet.tags().open("TR");
        float across = left;
        for (int i = 0; i < columns.size(); i++) {
            sheet.tags().open("TD");
            cell(wrapped.get(i), across, columns.get(i));
            sheet.tags().close();
            across += columns.get(i).width;
        }
        sheet.tags().close();
        sheet.gap(height);
        sheet.canvas().rule(left, sheet.top(), across);
    }

    private record Line(String words, Style style) {}

    private List<Line> lines(List<Text> texts, float width) {
        var lines = new ArrayList<Line>();
        for (var text : texts) {
            new Wrapping(sheet.letters(), text.style(), width)
                    .lines(text.words())
                    .forEach(line -> lines.add(new Line(line, text.style())));
        }
        return lines;
    }

    private static double height(List<Line> lines) {
        return lines.stream().mapToDouble(line -> line.style.leading()).sum();
    }

    private void cell(List<Line> lines, float across, Column column) {
        float down = sheet.top() + PADDING;
        for (var line : lines) {
            sheet.canvas().text(line.words, place(line, across, column), down, line.style);
            down += line.style.leading();
        }
    }

    private float place(Line line, float across, Column column) {
        return column.right ? across + column.width - sheet.letters().width(line.words, line.style) : across;
    }

    /** On later pages the heads are there for the eye; a screen reader has heard them. */
    private void heads(boolean first) {
        float across = left;
        float height = 0;
        if (first) {
            sheet.tags().open("TR");
        }
        for (var column : columns) {
            var lines = lines(List.of(new Text(column.head, HEAD)), column.width - GAP);
            height = Math.max(height, (float) height(lines));
            if (first) {
                sheet.tags().open("TH");
                cell(lines, across, column);
                sheet.tags().close();
            } else {
                float down = sheet.top() + PADDING;
                for (var line : lines) {
                    sheet.canvas().aside(line.words, place(line, across, column), down, line.style);
                    down += line.style.leading();
                }
            }
            across += column.width;
        }
        if (first) {
            sheet.tags().close();
        }
        sheet.gap(height + 2 * PADDING);
        sheet.canvas().rule(left, sheet.top(), across);
    }

    @Override
    public void close() {
        sheet.tags().close();
    }
}
