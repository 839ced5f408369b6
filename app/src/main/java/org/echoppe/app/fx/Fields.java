package org.echoppe.app.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Draws a form's fields: the word above, the input, and below it a hint or what is wrong. The words of field {@code x} are
 * {@code field.x} and, where there is one, {@code field.x.hint}; those of {@code x-2-y}, in a list, are {@code field.x-y}.
 */
public final class Fields {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FormModel form;
    private final Texts texts;
    private final Map<String, Control> inputs = new LinkedHashMap<>();
    /** What is wrong with the whole. */
    private @Nullable Node whole;

    public Fields(FormModel form, Texts texts) {
        this.form = form;
        this.texts = texts;
    }

    public VBox line(String field) {
        return text(field, new TextField());
    }

    /** The same in a text field that somebody goes on with. */
    public VBox line(String field, TextField input) {
        return text(field, input);
    }

    public VBox area(String field, int rows) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        leaveWithTab(area);
        return text(field, area);
    }

    /** One of a few values; the word of value {@code v} of field {@code x} is {@code field.x.v}. */
    public VBox choice(String field, List<String> values) {
        return choice(field, values, value -> word("field." + field + "." + value, value));
    }

    /** One of a few values, each with its words. */
    public VBox choice(String field, List<String> values, UnaryOperator<String> words) {
        var box = Choices.of(values, words);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(form.text(field));
        return field(field, box);
    }

    /** A text field with likely values in a list. */
    public VBox suggestion(String field, List<String> values) {
        var box = new ComboBox<String>();
        box.setEditable(true);
        if (values instanceof ObservableList<String> growing) {
            box.setItems(growing);
        } else {
            box.getItems().setAll(values);
        }
        box.setMaxWidth(Double.MAX_VALUE);
        box.getEditor().textProperty().bindBidirectional(form.text(field));
        box.getEditor().setAccessibleText(texts.say(key(field)));
        box.setPromptText(word(key(field) + ".example", ""));
        return field(field, box);
    }

    /** Yes or no; the word stands beside the box. */
    public VBox check(String field) {
        var box = new CheckBox(texts.say("field." + field));
        box.setWrapText(true);
        box.setId("field-" + field);
        var text = form.text(field);
        box.setOnAction(event -> text.set(box.isSelected() ? "1" : "0"));
        Listening.now(box, text, now -> box.setSelected(now.equals("1")));
        inputs.put(field, box);
        var hint = Layout.words(word("field." + field + ".hint", ""), "muted", "small");
        present(hint, !hint.getText().isEmpty());
        return Layout.styled(new VBox(box, hint), "field");
    }

    /** Several fields side by side, sharing the width. */
    public static GridPane row(VBox... fields) {
        var row = new GridPane();
        row.getStyleClass().add("field-row");
        for (int i = 0; i < fields.length; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / fields.length);
            row.getColumnConstraints().add(column);
        }
        row.addRow(0, fields);
        return row;
    }

    /** What is wrong with the whole rather than with one field; takes no room while nothing is. */
    public Node above() {
        var notice = Layout.words("", "notice", "wrong");
        notice.setMaxWidth(Double.MAX_VALUE);
        Listening.now(notice, form.problemsProperty(), problems -> say(notice, form.homeless()));
        whole = notice;
        return notice;
    }

    /** Puts the keyboard into the first field that is wrong; where none is, what is wrong with the whole is scrolled to. */
    public void focusFirstWrong() {
        inputs.entrySet().stream()
                .filter(e -> !form.problems(e.getKey()).isEmpty())
                .findFirst()
                .ifPresentOrElse(
                        e -> {
                            unfold(e.getValue());
                            e.getValue().requestFocus();
                            Platform.runLater(() -> Layout.reveal(e.getValue()));
                        },
                        this::revealWhole);
    }

    private void revealWhole() {
        if (whole != null && !form.homeless().isEmpty()) {
            Layout.revealSoon(whole);
        }
    }

    /** What is folded away cannot be seen, and cannot have the keyboard. */
    public static void unfold(Node node) {
        for (var above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof TitledPane group) {
                group.setExpanded(true);
            }
        }
    }

    public void focus(String field) {
        var input = inputs.get(field);
        if (input != null) {
            Layout.focus(input);
        }
    }

    private VBox text(String field, TextInputControl input) {
        input.textProperty().bindBidirectional(form.text(field));
        input.setPromptText(word(key(field) + ".example", ""));
        return field(field, input);
    }

    private VBox field(String field, Control input) {
        input.setId("field-" + field);
        inputs.put(field, input);
        var label = new Label(texts.say(key(field)));
        label.setLabelFor(input);
        label.setWrapText(true);
        var hint = Layout.words(word(key(field) + ".hint", ""), "muted", "small");
        var problem = Layout.words("", "problem", "small");
        problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        var box = new VBox(label, input, hint, problem);
        box.getStyleClass().add("field");
        Listening.now(box, form.problemsProperty(), problems -> {
            var mine = form.problems(field);
            say(problem, mine);
            if (!mine.isEmpty()) {
                unfold(box);
            }
            present(hint, mine.isEmpty() && !hint.getText().isEmpty());
            input.pseudoClassStateChanged(WRONG, !mine.isEmpty());
            input.setAccessibleHelp(mine.isEmpty() ? hint.getText() : problem.getText());
        });
        return box;
    }

    /** A list has the same words in every row. */
    private static String key(String field) {
        return "field." + field.replaceAll("-\\d+-", "-");
    }

    private void say(Label label, List<Problem> problems) {
        label.setText(problems.isEmpty() ? "" : new Rejected(problems).sentences(texts.language()));
        present(label, !problems.isEmpty());
    }

    /** Shown and taking room, or neither. */
    public static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    private String word(String key, String otherwise) {
        return texts.maybe(key).orElse(otherwise);
    }

    /** In a text area Tab would write a tab; here it goes on to the next field, as everywhere. */
    private static void leaveWithTab(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
    }
}
