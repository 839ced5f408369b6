package org.echoppe.orders.documents;

import java.util.List;

/** A document that grows from top to bottom and begins a new page where the old one is full. */
final class Sheet {
    private static final float FOOT = 22;

    private final Canvas canvas;
    private final Letters letters;
    private final Tags tags;
    private final Paper paper;
    private final Extent extent;
    private final PageHead head;
    private int page;
    private float top;

    /**
     * How long the document gets, known when it is laid out for the second time.
     *
     * @param pages 0 the first time
     * @param height of a page, in points
     */
    record Extent(int pages, float height) {}

    /** What every page but the first begins with, and every page ends with. */
    interface PageHead {
        /** Small text at the top of later pages. */
        String later();

        String foot(int page, int pages);
    }

    Sheet(Canvas canvas, Letters letters, Tags tags, Paper paper, Extent extent, PageHead head) {
        this.canvas = canvas;
        this.letters = letters;
        this.tags = tags;
        this.paper = paper;
        this.extent = extent;
        this.head = head;
        newPage();
    }

    Canvas canvas() {
        return canvas;
    }

    Tags tags() {
        return tags;
    }

    Letters letters() {
        return letters;
    }

    float left() {
        return paper.margin();
    }

    float right() {
        return paper.width() - paper.margin();
    }

    float width() {
        return right() - left();
    }

    float top() {
        return top;
    }

    /** Goes on from there; never up. */
    void goTo(float place) {
        top = Math.max(top, place);
    }

    void gap(float points) {
        top += points;
    }

    /**
     * Leaves room for that much on this page, else begins the next.
     *
     * @return whether it began one
     */
    boolean need(float height) {
        if (top + height <= bottom()) {
            return false;
        }
        newPage();
        return true;
    }

    private float bottom() {
        return extent.height - paper.margin() - (paper == Paper.A4 ? FOOT : 0);
    }

    /** What was used, once all is drawn. */
    Extent extent() {
        return new Extent(page, paper == Paper.ROLL && page == 1 ? top + paper.margin() : extent.height);
    }

    private void newPage() {
        canvas.newPage(extent.height);
        page++;
        top = paper.margin();
        if (paper == Paper.A4) {
            var small = Style.muted(8);
            String foot = letters.printable(head.foot(page, extent.pages), small.face());
            float across = right() - letters.width(foot, small);
            canvas.aside(foot, across, extent.height - paper.margin() - small.leading(), small);
        }
        if (page > 1) {
            var small = Style.muted(9);
            new Wrapping(letters, small, width())
                    .lines(head.later()).stream().limit(1).forEach(line -> canvas.aside(line, left(), top, small));
            top += small.leading() + 6;
        }
    }

    /** A paragraph across the page. */
    void text(String tag, String text, Style style) {
        text(tag, text, style, left(), width());
    }

    /** A paragraph in a column; it may run over to the next page. */
    void text(String tag, String text, Style style, float left, float width) {
        tags.open(tag);
        for (String line : new Wrapping(letters, style, width).lines(text)) {
            need(style.leading());
            canvas.text(line, left, top, style);
            top += style.leading();
        }
        tags.close();
    }

    /** A paragraph, each line in the middle. */
    void centred(String tag, String text, Style style) {
        tags.open(tag);
        for (String line : new Wrapping(letters, style, width()).lines(text)) {
            need(style.leading());
            canvas.text(line, left() + (width() - letters.width(line, style)) / 2, top, style);
            top += style.leading();
        }
        tags.close();
    }

    /** Two texts on one line, at its ends: a word and its amount. The first is wrapped where both do not fit. */
    void ends(String word, String amount, Style style) {
        ends(word, amount, style, left());
    }

    /** The same in the right part of the page. */
    void ends(String word, String amount, Style style, float left) {
        String end = letters.printable(amount, style.face());
        float across = letters.width(end, style);
        var lines = new Wrapping(letters, style, right() - left - across - 8).lines(word);
        need(style.leading() * lines.size());
        tags.open("P");
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(lines.get(i), left, top, style);
            if (i == lines.size() - 1) {
                canvas.text(end, right() - across, top, style);
            }
            top += style.leading();
        }
        tags.close();
    }

    /**
     * A block of short paragraphs beside others.
     *
     * @return where it ends; the sheet itself stays where it is
     */
    float block(String tag, List<Text> texts, float left, float from, float width) {
        float place = from;
        for (var text : texts) {
            tags.open(tag);
            for (String line : new Wrapping(letters, text.style(), width).lines(text.words())) {
                canvas.text(line, left, place, text.style());
                place += text.style().leading();
            }
            tags.close();
        }
        return place;
    }

    void rule() {
        canvas.rule(left(), top, right());
    }

    /** Words and how they look. */
    record Text(String words, Style style) {}
}
