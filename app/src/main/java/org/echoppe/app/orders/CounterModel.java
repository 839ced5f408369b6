package org.echoppe.app.orders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.orders.desk.Till;
import org.echoppe.orders.documents.DocumentNumber;
import org.jspecify.annotations.Nullable;

/** A sale at the counter: goods are read or looked for by name, counted, paid, and there is a receipt. */
public final class CounterModel {
    /**
     * One line of the sale.
     *
     * @param quantity pieces, or thousandths of the measure's unit
     */
    public record Line(Till.Found goods, long quantity) {
        public Money total() {
            return goods.priceOf(quantity);
        }

        private boolean isOf(Till.Found other) {
            return goods.product().equals(other.product()) && goods.variant().equals(other.variant());
        }
    }

    /** The number on a receipt. */
    private static final Pattern RECEIPT = Pattern.compile("[Tt]\\d{4}-\\d{6,}");

    private final CounterDesk desk;
    private final Background background;
    private final Background.Lane lane;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Till.Found> found = FXCollections.observableArrayList();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Paid> paid = new SimpleObjectProperty<>(Paid.CASH);
    private final ReadOnlyObjectWrapper<@Nullable Money> total = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Till.@Nullable Sold> sold = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DocumentNumber> undone = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final StringProperty given = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Money> change = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Till.Made> made = FXCollections.observableArrayList();
    private String sale = newSale();
    private boolean selling;

    CounterModel(CounterDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
        this.lane = background.lane();
        words.addListener((property, before, now) -> look(now.strip()));
        given.addListener((property, before, now) -> reckonChange());
        total.addListener((property, before, now) -> reckonChange());
        paid.addListener((property, before, now) -> reckonChange());
    }

    /** What goes back over the counter; below nought where too little was given. */
    private void reckonChange() {
        var due = total.get();
        if (sold.get() == null) {
            change.set(
                    due == null || paid.get() != Paid.CASH
                            ? null
                            : Amounts.money(given.get(), due.currency())
                                    .map(money -> new Money(money.minorUnits() - due.minorUnits(), due.currency()))
                                    .orElse(null));
        }
    }

    /** Asks for the last sales, or the one whose receipt bears this number. */
    public void askMade(String number) {
        background.run(() -> desk.made(number), made::setAll, trouble::set);
    }

    private static String newSale() {
        return UUID.randomUUID().toString();
    }

    private void look(String asked) {
        if (RECEIPT.matcher(asked).matches()) {
            askMade(asked);
        }
        if (asked.isEmpty()) {
            found.clear();
            // what is still being looked for is not wanted any more
            lane.run(() -> true, done -> {}, why -> {});
        } else {
            lane.run(() -> desk.named(asked), found::setAll, trouble::set);
        }
    }

    /** A code was read: what it means goes into the sale, or is to be chosen. */
    public void scan(String code) {
        fresh();
        trouble.set(null);
        lane.run(
                () -> desk.find(code),
                meant -> {
                    words.set("");
                    switch (meant.size()) {
                        case 0 -> trouble.set(new Trouble.Refused(List.of(Problem.of("", Fault.NOT_FOUND, code))));
                        case 1 -> add(meant.getFirst());
                        default -> found.setAll(meant);
                    }
                },
                trouble::set);
    }

    /** Takes the first of what was found. */
    public void addFirst() {
        if (!found.isEmpty()) {
            add(found.getFirst());
        }
    }

    /** One more of it. */
    public void add(Till.Found goods) {
        fresh();
        trouble.set(null);
        words.set("");
        found.clear();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isOf(goods)) {
                count(i, lines.get(i).quantity() + step(goods));
                return;
            }
        }
        lines.add(new Line(goods, step(goods)));
        reckon();
    }

    /** A piece, or as much as the price is for. */
    private static long step(Till.Found goods) {
        return goods.loose().map(whole -> whole.quantity()).orElse(1L);
    }

    public void more(int line) {
        count(line, lines.get(line).quantity() + step(lines.get(line).goods()));
    }

    /** Below one there is none. */
    public void less(int line) {
        count(line, lines.get(line).quantity() - step(lines.get(line).goods()));
    }

    /** What was typed as the amount of a line; what is none changes nothing. */
    public void count(int line, String typed) {
        Amounts.read(typed, lines.get(line).goods().loose()).ifPresent(amount -> count(line, amount));
    }

    private void count(int line, long quantity) {
        if (quantity <= 0) {
            lines.remove(line);
        } else if (quantity != lines.get(line).quantity()) {
            lines.set(line, new Line(lines.get(line).goods(), quantity));
        }
        reckon();
    }

    private void reckon() {
        total.set(lines.stream().map(Line::total).reduce(Money::plus).orElse(null));
    }

    /** @param anyway also where fewer were counted: the goods lie on the counter */
    public void sell(boolean anyway) {
        if (lines.isEmpty() || selling || sold.get() != null) {
            return;
        }
        selling = true;
        trouble.set(null);
        var pieces = new ArrayList<Till.Piece>();
        lines.forEach(line -> pieces.add(Till.Piece.of(line.goods(), line.quantity())));
        var how = paid.get();
        background.run(
                () -> desk.sell(sale, pieces, how, anyway),
                done -> {
                    selling = false;
                    sold.set(done);
                    askMade("");
                },
                why -> {
                    selling = false;
                    trouble.set(why);
                });
    }

    /** Whether the last trouble was that fewer were counted than lie on the counter. */
    public static boolean isStock(@Nullable Trouble trouble) {
        return trouble instanceof Trouble.Refused(var problems)
                && problems.stream().allMatch(problem -> problem.fault() == Fault.STOCK_TOO_SMALL);
    }

    /** After a sale: the next one. */
    public void fresh() {
        if (sold.get() != null) {
            clear();
        }
    }

    /** Lets go of what was read so far. */
    public void clear() {
        sale = newSale();
        sold.set(null);
        undone.set(null);
        trouble.set(null);
        lines.clear();
        paid.set(Paid.CASH);
        given.set("");
        reckon();
        reckonChange();
    }

    /** @param open is given the receipt's address on the window's thread */
    public void print(Consumer<String> open) {
        print(sale, open);
    }

    /** Undoes the sale that was just made. */
    public void undo() {
        undo(sale);
    }

    /** Undoes any sale. */
    public void undo(String of) {
        trouble.set(null);
        background.run(
                () -> desk.undo(of),
                number -> {
                    if (of.equals(sale)) {
                        undone.set(number);
                    }
                    askMade("");
                },
                trouble::set);
    }

    /** @param open is given the credit note's address on the window's thread */
    public void printUndoing(String of, Consumer<String> open) {
        background.run(() -> desk.printUndoing(of), open, trouble::set);
    }

    /** The same of the sale that was just undone. */
    public void printUndoing(Consumer<String> open) {
        printUndoing(sale, open);
    }

    /** The receipt of any sale, as it was. */
    public void print(String of, Consumer<String> open) {
        background.run(() -> desk.print(of), open, trouble::set);
    }

    public void save(Path file) {
        var made = sale;
        background.run(
                () -> {
                    desk.save(made, file);
                    return true;
                },
                done -> {},
                trouble::set);
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public ObservableList<Till.Found> found() {
        return found;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /** What the customer handed over, as it was typed. */
    public StringProperty givenProperty() {
        return given;
    }

    /** Of {@link #givenProperty}: below nought where it is too little, null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Money> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** Sales that were made. */
    public ObservableList<Till.Made> made() {
        return made;
    }

    public ObjectProperty<Paid> paidProperty() {
        return paid;
    }

    /** Null while there is no line. */
    public ReadOnlyObjectProperty<@Nullable Money> totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Null before it is paid. */
    public ReadOnlyObjectProperty<Till.@Nullable Sold> soldProperty() {
        return sold.getReadOnlyProperty();
    }

    /** The credit note of the sale that was just made; null as long as it stands. */
    public ReadOnlyObjectProperty<@Nullable DocumentNumber> undoneProperty() {
        return undone.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
