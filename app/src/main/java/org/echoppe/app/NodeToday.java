package org.echoppe.app;

import org.echoppe.app.today.TodayDesk;
import org.echoppe.domain.Language;

/** What there is to do in the running node. */
record NodeToday(RunningShop shop) implements TodayDesk {
    @Override
    public Report report(Language language) {
        return shop.ask(node -> new Report(
                node.today().tasks(),
                node.today().progress(),
                NodeShop.page(node, language),
                !node.config().bind().isLoopbackAddress()));
    }

    @Override
    public void dismissFirstWeek() {
        shop.ask(node -> {
            node.today().firstWeek().dismiss();
            return node;
        });
    }

    @Override
    public void recallFirstWeek() {
        shop.ask(node -> {
            node.today().firstWeek().recall();
            return node;
        });
    }
}
