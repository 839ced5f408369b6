package org.echoppe.orders.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.orders.documents.Sheet.PageHead;

/** The legal texts that were accepted with an order, on A4. */
final class TermsPaper {
    private static final Style SMALL = Style.muted(8.5f);
    private static final Style BODY = Style.plain(9.5f);

    private final AcceptedTerms terms;
    private final Texts texts;
    private final String title;

    TermsPaper(AcceptedTerms terms) {
        this.terms = terms;
        this.texts = Texts.of(terms.profile());
        this.title = texts.say("terms.title", terms.order());
    }

    byte[] print() {
        var head = new PageHead() {
            @Override
            public String later() {
                return terms.profile().name() + " · " + title;
            }

            @Override
            public String foot(int page, int pages) {
                return texts.say("page", page, pages);
            }
        };
        return new Press(Paper.A4, texts, title + " · " + terms.profile().name(), terms.ordered(), terms.zone())
                .print(head, this::write);
    }

    private void write(Sheet sheet) {
        sheet.text("P", terms.profile().name(), Style.title(14));
        sheet.gap(8);
        sheet.text("H1", title, Style.title(18));
        var at = terms.ordered();
        sheet.text("P", texts.say("terms.ordered", texts.date(at, terms.zone()), texts.time(at, terms.zone())), BODY);
        sheet.gap(4);
        sheet.text("P", texts.say("terms.what", terms.cid()), SMALL);
        var said = said();
        if (said.isEmpty()) {
            sheet.gap(12);
            sheet.text("P", texts.say("terms.none"), BODY);
        }
        said.forEach((name, text) -> {
            sheet.gap(14);
            sheet.text("H2", texts.say("terms." + name), Style.bold(12));
            sheet.gap(3);
            text.lines().forEach(line -> {
                if (line.isBlank()) {
                    sheet.gap(5);
                } else {
                    sheet.text("P", line, BODY);
                }
            });
        });
    }

    private Map<String, String> said() {
        var legal = terms.profile().legal();
        var said = new LinkedHashMap<String, String>();
        said.put("terms", legal.terms());
        said.put("withdrawal", legal.withdrawal());
        said.put("mediator", legal.mediator());
        said.put("notice", legal.notice());
        said.put("privacy", legal.privacy());
        said.values().removeIf(String::isBlank);
        return said;
    }
}
