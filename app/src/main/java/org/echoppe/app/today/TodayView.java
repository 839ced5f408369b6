package org.echoppe.app.today;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.echoppe.app.fx.ActionRow;
import org.echoppe.app.fx.Columns;
import org.echoppe.app.fx.Copy;
import org.echoppe.app.fx.Icons;
import org.echoppe.app.fx.Layout;
import org.echoppe.app.fx.Listening;
import org.echoppe.app.fx.Notices;
import org.echoppe.app.fx.Qr;
import org.echoppe.app.fx.StatePane;
import org.echoppe.app.fx.Texts;
import org.echoppe.domain.Language;
import org.echoppe.identity.QrCode;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Step;
import org.echoppe.today.Task;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The first screen as it looks: what needs doing, the first week, the shop window's address. */
public final class TodayView {
    private static final Duration BEAT = Duration.seconds(20);
    private static final double QR_SIDE = 12;

    private final TodayModel model;
    private final Notices notices;
    private final Texts texts;
    private final Texts ground;
    private final Clock clock;
    private final Consumer<Place> go;
    private final Consumer<String> browse;
    private final TaskWords words;

    /**
     * @param go brings up a place
     * @param browse opens an address in the browser
     */
    public TodayView(
            TodayModel model,
            Notices notices,
            Language language,
            Clock clock,
            Consumer<Place> go,
            Consumer<String> browse) {
        this.model = model;
        this.notices = notices;
        this.texts = Texts.of(TodayView.class, language);
        this.ground = Texts.of(StatePane.class, language);
        this.clock = clock;
        this.go = go;
        this.browse = browse;
        this.words = new TaskWords(texts, ground, clock);
    }

    public Parent build() {
        var todo = Layout.styled(new VBox(), "gap-l");
        var aside = Layout.styled(new VBox(), "gap-l");
        var scroll = new ScrollPane(new Columns(todo, aside));
        scroll.setFitToWidth(true);
        var screen = Layout.styled(
                new VBox(
                        head(),
                        new StatePane(
                                model.stateProperty(),
                                ground,
                                scroll,
                                VBox::new,
                                () -> model.refresh(texts.language()))),
                "screen");
        screen.setId("today");
        VBox.setVgrow(screen.getChildren().getLast(), Priority.ALWAYS);
        Listening.now(screen, model.reportProperty(), report -> {
            if (report != null) {
                draw(screen, todo, aside, report);
            }
        });
        tick(screen);
        return screen;
    }

    /** Drawn anew when something changed; the keyboard stays with the line it was at, or goes to the first. */
    private void draw(Node screen, VBox todo, VBox aside, TodayDesk.Report report) {
        var owner = screen.getScene() == null ? null : screen.getScene().getFocusOwner();
        var before = owner == null || owner.getId() == null ? "" : owner.getId();
        boolean here = isIn(owner, todo) || isIn(owner, aside);
        todo.getChildren().setAll(tasks(report));
        if (!report.firstWeek().isOver()) {
            todo.getChildren().add(firstWeek(report.firstWeek()));
        }
        aside.getChildren().setAll(storefront(report));
        Stream.of(todo, aside)
                .flatMap(column -> column.lookupAll("*").stream())
                .filter(node -> before.equals(node.getId()))
                .findFirst()
                .or(() -> here ? first(todo) : Optional.empty())
                .ifPresent(Layout::focus);
    }

    private static boolean isIn(@Nullable Node node, Node column) {
        return node != null && (node.equals(column) || isIn(node.getParent(), column));
    }

    /** What can be pressed there, uppermost. */
    private static Optional<Node> first(VBox column) {
        return column.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst();
    }

    private void tick(Node screen) {
        var beat = new Timeline(new KeyFrame(BEAT, event -> model.refresh(texts.language())));
        beat.setCycleCount(Animation.INDEFINITE);
        screen.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                beat.stop();
            } else {
                model.refresh(texts.language());
                beat.play();
            }
        });
    }

    private Node head() {
        var title = Layout.styled(new Label(texts.say("today.title")), "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var day = DateTimeFormatter.ofPattern(texts.say("today.date"), texts.locale())
                .format(ZonedDateTime.now(clock));
        var head = Layout.styled(new HBox(title, Layout.styled(new Label(day), "muted")), "screen-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private Node tasks(TodayDesk.Report report) {
        if (report.tasks().isEmpty()) {
            return nothing();
        }
        var list = Layout.styled(new VBox(), "action-rows");
        list.setId("tasks");
        for (var task : report.tasks()) {
            var row = new ActionRow(icon(task), words.say(task), () -> go.accept(TodayModel.place(task)));
            row.setId("task-" + task.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            list.getChildren().add(row);
        }
        return list;
    }

    private static Node icon(Task task) {
        return Icons.of(TaskWords.icon(task), task.isUrgent() ? "wrong" : "go");
    }

    private Node nothing() {
        var calm = Layout.styled(
                new VBox(
                        Icons.of(Feather.CHECK_CIRCLE, "go", "big-icon"),
                        Layout.words(texts.say("today.nothing"), "heading", "serif"),
                        Layout.words(texts.say("today.nothing.lead"), "muted")),
                "empty",
                "calm");
        calm.setId("nothing");
        return calm;
    }

    private Node firstWeek(FirstWeek.Progress progress) {
        var title = Layout.words(texts.say("week.title"), "strong");
        var count = Layout.styled(
                new Label(texts.say("week.progress", progress.done().size(), Step.values().length)), "muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var steps = new VBox();
        for (var step : Step.values()) {
            steps.getChildren().add(step(step, progress.done().contains(step)));
        }
        var dismiss = Layout.styled(new Button(texts.say("week.dismiss")), "flat");
        dismiss.setId("dismiss-week");
        dismiss.setOnAction(event -> model.dismissFirstWeek(
                texts.language(), back -> notices.offer(texts.say("week.dismissed"), ground.say("notice.undo"), back)));
        var week = Layout.styled(
                new VBox(new HBox(title, Layout.space(), count), steps, new HBox(Layout.space(), dismiss)), "card");
        week.setId("first-week");
        return week;
    }

    private Node step(Step step, boolean done) {
        var sentence = texts.say("step." + step.name().toLowerCase(Locale.ROOT));
        if (!done) {
            var row = new ActionRow(Icons.of(Feather.CIRCLE), sentence, () -> go.accept(TodayModel.place(step)));
            row.setId("step-" + step.name().toLowerCase(Locale.ROOT));
            return row;
        }
        var line = Layout.words(sentence, "muted", "step-done");
        line.setGraphic(Icons.of(Feather.CHECK_CIRCLE, "go"));
        line.setAccessibleText(texts.say("step.done", sentence));
        return line;
    }

    private Node storefront(TodayDesk.Report report) {
        var card = Layout.styled(new VBox(Layout.words(texts.say("front.title"), "strong")), "card");
        card.setId("storefront");
        if (report.address().isEmpty()) {
            card.getChildren().add(Layout.words(texts.say("front.closed"), "muted"));
            return card;
        }
        var address = Layout.words(report.address(), "mono", "small");
        address.setAccessibleText(texts.say("front.address") + " " + report.address());
        var open = new Button(texts.say("front.open"), Icons.of(Feather.EXTERNAL_LINK));
        open.setId("open-front");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> browse.accept(report.address()));
        var copy = new Copy(texts.say("front.copy"), texts.say("front.copied"), report.address());
        card.getChildren()
                .addAll(
                        Layout.words(texts.say(report.visible() ? "front.visible" : "front.hidden"), "muted"),
                        Qr.of(QrCode.of(report.address()), QR_SIDE * Layout.textSize(card), texts.say("front.qr")),
                        address,
                        Layout.styled(new FlowPane(open, copy), "buttons"));
        return card;
    }
}
