package org.echoppe.app.orders;

import java.time.Clock;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.echoppe.app.fx.Beside;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Mark;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** The orders screen as it looks: what waits, by what has to be done next, and one order or a sale beside it. */
public final class OrdersView {
    /** How often « il y a 3 min » is said anew. */
    private static final Duration BEAT = Duration.seconds(20);

    private final OrdersModel model;
    private final Texts texts;
    private final Texts ground;
    private final OrderWords words;
    private final Consumer<String> browse;
    private final ListView<OrderEntry> list;
    private final OrdersHead head;
    private final LongProperty beats = new SimpleLongProperty();
    private final VBox screen = Layout.styled(new VBox(), "screen");
    private final Beside frame = new Beside(screen);
    private @Nullable OrderSheet sheet;
    private boolean drawn;

    /** @param browse opens a document with the program that the system has for it */
    public OrdersView(OrdersModel model, Language language, Clock clock, Consumer<String> browse) {
        this.model = model;
        this.texts = Texts.of(OrdersView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.words = new OrderWords(texts, ground, clock);
        this.browse = browse;
        this.list = new ListView<>(model.shown());
        this.head = new OrdersHead(model, texts, this::focusList);
    }

    public Parent build() {
        if (!drawn) {
            drawn = true;
            draw();
        }
        return frame;
    }

    private void draw() {
        list.setId("orders");
        list.setAccessibleText(texts.say("orders.title"));
        list.setCellFactory(view -> new OrderCell(list, words, texts, beats, model::open));
        var none = Layout.words("", "muted");
        Listening.now(
                list,
                model.wordsProperty(),
                sought -> none.setText(texts.say(sought.isBlank() ? "orders.none" : "orders.noneFound")));
        list.setPlaceholder(none);
        list.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER -> openSelected();
                case ESCAPE -> model.close(); // the list keeps Esc to itself otherwise
                case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END -> Platform.runLater(this::follow);
                default -> {}
            }
        });
        model.shown().addListener(new WeakListChangeListener<>(CounterSheet.kept(frame, this::select)));
        var state =
                new StatePane(model.stateProperty(), ground, new VBox(head.chips(), list), this::empty, model::refresh);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(state, Priority.ALWAYS);
        screen.setId("orders-screen");
        screen.getChildren().setAll(head.build(), state);
        Listening.now(frame, model.besideProperty(), this::show);
        Listening.now(frame, model.order().askingProperty(), asking -> {
            if (asking == OrderModel.Asking.NOTHING && sheet != null) {
                focusList();
            }
        });
        frame.addEventFilter(KeyEvent.KEY_PRESSED, new OrderKeys(model, this::openSelected, this::act)::press);
        tick();
    }

    private void act(OrderAction action) {
        var open = sheet;
        if (open != null) {
            open.act(action);
        }
    }

    /** An order that is open beside the list makes way for the one that the arrows chose. */
    private void follow() {
        if (model.besideProperty().get() instanceof OrdersModel.Beside.Order) {
            openSelected();
        }
    }

    /** The row of the order that is open, wherever it has gone. */
    private void select() {
        if (model.besideProperty().get() instanceof OrdersModel.Beside.Order(var id)) {
            list.getSelectionModel().clearSelection();
            model.shown().stream()
                    .filter(order -> order.id().equals(id))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private void tick() {
        var beat = new Timeline(new KeyFrame(BEAT, event -> beats.set(beats.get() + 1)));
        beat.setCycleCount(Animation.INDEFINITE);
        frame.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                beat.stop();
            } else {
                beat.play();
            }
        });
    }

    private Node empty() {
        return StatePane.face(
                Mark.awning(6),
                Layout.words(texts.say("orders.empty"), "heading", "serif"),
                Layout.words(texts.say("orders.empty.lead"), "muted"));
    }

    private void openSelected() {
        var order = list.getSelectionModel().getSelectedItem();
        if (order != null) {
            model.open(order.id());
        }
    }

    private void show(OrdersModel.Beside beside) {
        boolean wasOpen = frame.isOpen();
        sheet = null;
        switch (beside) {
            case OrdersModel.Beside.Nothing() -> {
                frame.show(null);
                if (wasOpen) {
                    focusList();
                }
            }
            case OrdersModel.Beside.Order(var id) -> {
                var one = new OrderSheet(model, texts, ground, words, browse, this::focusList);
                sheet = one;
                frame.show(one.build(id));
                select();
            }
            case OrdersModel.Beside.Counter() -> {
                var counter = new CounterSheet(model, texts, ground, words, browse);
                frame.show(counter.build());
                counter.focus();
            }
        }
    }

    /** The keyboard into the list, at its first order where none was chosen. */
    public void focusList() {
        Platform.runLater(() -> {
            list.requestFocus();
            if (sheet == null && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
    }

    public void focusSearch() {
        head.focusSearch();
    }

    /** What a barcode reader read goes into the sale. */
    public void scanned(String code) {
        model.counter().scan(code);
    }
}
