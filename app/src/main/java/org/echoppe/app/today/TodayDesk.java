package org.echoppe.app.today;

import java.util.List;
import org.echoppe.domain.Language;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Task;

/** What the first screen asks of the node. Every call may take its time: through Background only. */
public interface TodayDesk {
    /**
     * How things stand.
     *
     * @param tasks most pressing first
     * @param address of the shop's page; empty while the ports are closed
     * @param visible whether other computers can reach it
     */
    record Report(List<Task> tasks, FirstWeek.Progress firstWeek, String address, boolean visible) {
        public Report {
            tasks = List.copyOf(tasks);
        }
    }

    /** @param language of the page whose address is given */
    Report report(Language language);

    /** The checklist of the first week is not shown again. */
    void dismissFirstWeek();

    /** It is, after all. */
    void recallFirstWeek();
}
