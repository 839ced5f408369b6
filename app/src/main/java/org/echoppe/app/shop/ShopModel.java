package org.echoppe.app.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.FormModel;
import org.echoppe.app.fx.OffWindow;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.ScreenState;
import org.echoppe.app.fx.Trouble;
import org.echoppe.catalogue.ShopForm;
import org.echoppe.catalogue.VatRates;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.ShopStatus;
import org.jspecify.annotations.Nullable;

/** The shop's own details, who may see it, and its recovery sheet. */
public final class ShopModel {
    private final ShopDesk desk;
    private final Background background;
    private final FormModel form = new FormModel(ShopForm.fields());
    private final RowsModel closings = new RowsModel(form, "closing", ShopForm.CLOSING_COLUMNS, ShopForm.CLOSINGS);
    private final RowsModel zones = new RowsModel(form, "zone", ShopForm.ZONE_COLUMNS, ShopForm.ZONES);
    private final LegalModel legal = new LegalModel(form);
    private final ObservableList<String> vatRates = FXCollections.observableArrayList();
    private final DoorModel door;
    private final ReadOnlyObjectWrapper<List<Problem>> holidayProblems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(new ScreenState.Loading());
    private final ReadOnlyObjectWrapper<ShopDesk.@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sheetOpen = new ReadOnlyBooleanWrapper();
    private Language language = Language.FR;

    public ShopModel(ShopDesk desk, Background background, Clock clock) {
        this.desk = desk;
        this.background = background;
        this.door = new DoorModel(form, background, clock);
        form.text("country").addListener((property, before, now) -> findRates());
    }

    private void findRates() {
        var found = VatRates.of(form.text("country").get(), language);
        if (!found.equals(vatRates)) {
            var vat = form.text("vat");
            var typed = vat.get();
            vatRates.setAll(found);
            vat.set(typed); // the list takes what was chosen from it along when it goes
        }
    }

    /** Reads everything anew; what was typed and not saved stays. */
    public void refresh(Language language) {
        background.run(
                () -> desk.standing(language),
                now -> know(now, language),
                why -> state.set(new ScreenState.Failed(why)));
    }

    private void know(ShopDesk.Standing now, Language language) {
        this.language = language;
        if (!form.changedProperty().get()) {
            fill(now.fields());
        }
        findRates();
        door.know(now.status(), language);
        standing.set(now);
        state.set(new ScreenState.Full());
    }

    private void fill(Map<String, String> fields) {
        form.fill(fields);
        closings.filled();
        zones.filled();
    }

    public void save(Language language, Runnable saved) {
        var values = form.values();
        work(() -> desk.save(values), language, () -> {
            // as the node wrote it, where nobody typed on meanwhile
            if (form.values().equals(values)) {
                form.fill(values);
            }
            saved.run();
        });
    }

    /** Closes the shop for holidays, to the last day typed, on every page at once. {@code done} is given the way back. */
    public void close(Language language, Consumer<Runnable> done) {
        try {
            open(door.closed(), language, done);
        } catch (Rejected e) {
            holidayProblems.set(e.problems());
        }
    }

    public void reopen(Language language, Consumer<Runnable> done) {
        open(ShopStatus.OPEN, language, done);
    }

    private void open(ShopStatus status, Language language, Consumer<Runnable> done) {
        var before = door.status();
        holidayProblems.set(List.of());
        work(
                () -> desk.open(status),
                language,
                () -> done.accept(() -> work(() -> desk.open(before), language, () -> {})));
    }

    /** Hangs another sign, or none. {@code done} is given the way back. */
    public void hang(@Nullable PictureSource source, Language language, Consumer<Runnable> done) {
        var back = new AtomicReference<Runnable>(() -> {});
        work(
                () -> back.set(OffWindow.guard(Runnable.class, desk.hang(source))),
                language,
                () -> done.accept(
                        () -> work(() -> Objects.requireNonNull(back.get()).run(), language, () -> {})));
    }

    /** Takes a way to pay into the list of those in the shop, or out of it. */
    public void pay(String way, boolean taken) {
        var text = form.text("payments-in-shop");
        var ways = new ArrayList<>(Arrays.stream(text.get().split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.equalsIgnoreCase(way))
                .toList());
        if (taken) {
            ways.add(way);
        }
        text.set(String.join(", ", ways));
    }

    /** How many fields of a section are wrong. */
    public long mistakes(ShopSection section) {
        return form.problemsProperty().getValue().stream()
                .filter(problem -> section.holds(problem.field()))
                .count();
    }

    public void show(boolean visible, Language language) {
        work(() -> desk.show(visible), language, () -> {});
    }

    public void openSheet() {
        sheetOpen.set(true);
    }

    public void closeSheet() {
        sheetOpen.set(false);
    }

    public void saveSheet(Path file, Language language, Consumer<Path> saved) {
        work(() -> desk.saveRecoverySheet(file, language), language, () -> saved.accept(file));
    }

    /** After the shopkeeper said that the sheet lies in its drawer. */
    public void sheetKept(Language language) {
        work(desk::recoverySheetKept, language, this::closeSheet);
    }

    private void work(Runnable work, Language language, Runnable then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set(null);
        background.run(
                () -> {
                    work.run();
                    return desk.standing(language);
                },
                now -> {
                    busy.set(false);
                    then.run();
                    know(now, language);
                },
                why -> {
                    busy.set(false);
                    refused(why);
                });
    }

    private void refused(Trouble why) {
        if (why instanceof Trouble.Refused(var problems)) {
            form.show(problems);
        } else {
            trouble.set(why);
        }
    }

    public FormModel form() {
        return form;
    }

    /** A map on which one finds the own door by the address that stands here: opened in the browser, never asked by the program. */
    String map() {
        var address = Stream.of("street", "postal-code", "locality", "country")
                .map(field -> form.text(field).get().strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return "https://www.openstreetmap.org/search?query=" + URLEncoder.encode(address, UTF_8);
    }

    public RowsModel closings() {
        return closings;
    }

    public RowsModel zones() {
        return zones;
    }

    public LegalModel legal() {
        return legal;
    }

    /** Of the country that is typed. */
    ObservableList<String> vatRates() {
        return vatRates;
    }

    public DoorModel door() {
        return door;
    }

    /** What is wrong with the last day of the holidays. */
    public ReadOnlyObjectProperty<List<Problem>> holidayProblemsProperty() {
        return holidayProblems.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null until the node said it. */
    public ReadOnlyObjectProperty<ShopDesk.@Nullable Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sheetOpenProperty() {
        return sheetOpen.getReadOnlyProperty();
    }
}
