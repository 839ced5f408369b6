package org.echoppe.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.records.Closing;

/** The days on which a shop is closed, as rows of its form: first day, last day (empty: the same), reason. */
final class ClosingFields {
    /** As many as a profile holds, PROTOCOL §2. */
    static final int MOST = 100;

    static final Rows FROM = new Rows("closing", "from", MOST);
    static final Rows TO = new Rows("closing", "to", MOST);
    static final Rows REASON = new Rows("closing", "reason", MOST);

    private ClosingFields() {}

    static void write(List<Closing> closings, Language language, Map<String, String> form) {
        for (int i = 0; i < closings.size() && i < MOST; i++) {
            var closing = closings.get(i);
            form.put(FROM.of(i + 1), DateText.format(closing.from(), language));
            form.put(TO.of(i + 1), closing.to().equals(closing.from()) ? "" : DateText.format(closing.to(), language));
            form.put(REASON.of(i + 1), closing.reason());
        }
    }

    static List<Closing> read(Map<String, String> form, List<Problem> problems) {
        var closings = new ArrayList<Closing>();
        for (int row = 1; row <= MOST; row++) {
            if (Rows.isFilled(form, row, FROM, TO, REASON)) {
                read(form, row, problems, closings);
            }
        }
        return closings;
    }

    private static void read(Map<String, String> form, int row, List<Problem> problems, List<Closing> closings) {
        String first = FROM.in(form, row);
        String last = TO.in(form, row);
        var from = DateText.parse(first);
        var to = last.isEmpty() ? from : DateText.parse(last);
        if (first.isEmpty()) {
            problems.add(Problem.of(FROM.of(row), Fault.REQUIRED));
        } else if (from.isEmpty()) {
            problems.add(Problem.of(FROM.of(row), Fault.NOT_A_DATE, first));
        }
        if (!last.isEmpty() && to.isEmpty()) {
            problems.add(Problem.of(TO.of(row), Fault.NOT_A_DATE, last));
        }
        if (from.isPresent() && to.isPresent()) {
            if (to.get().isBefore(from.get())) {
                problems.add(Problem.of(TO.of(row), Fault.ENDS_BEFORE_IT_BEGINS));
            } else {
                closings.add(new Closing(from.get(), to.get(), REASON.in(form, row)));
            }
        }
    }
}
