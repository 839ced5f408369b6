package org.echoppe.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echoppe.domain.Language;

/** How much of each line of an order, as it is typed. */
final class LineAmounts {
    private final List<StringProperty> typed = new ArrayList<>();

    /** All that could be given. */
    void all(OrderDetail order, Language language) {
        typed.clear();
        for (var line : order.lines()) {
            typed.add(new SimpleStringProperty(Amounts.typed(line.accepted(), line.measure(), language.locale())));
        }
    }

    /** Nothing of any line yet. */
    void none(OrderDetail order, Runnable changed) {
        typed.clear();
        for (int i = 0; i < order.lines().size(); i++) {
            var amount = new SimpleStringProperty("0");
            amount.addListener((property, before, now) -> changed.run());
            typed.add(amount);
        }
    }

    /** Empty where one is no amount, or more than there may be. */
    Optional<List<Long>> read(OrderDetail order, ToLongFunction<OrderDetail.Line> most) {
        var all = new ArrayList<Long>();
        for (int i = 0; i < Math.min(typed.size(), order.lines().size()); i++) {
            var line = order.lines().get(i);
            var amount = Amounts.read(typed.get(i).get(), line.measure());
            if (amount.isEmpty() || amount.getAsLong() > most.applyAsLong(line)) {
                return Optional.empty();
            }
            all.add(amount.getAsLong());
        }
        return Optional.of(all);
    }

    List<StringProperty> typed() {
        return typed;
    }
}
