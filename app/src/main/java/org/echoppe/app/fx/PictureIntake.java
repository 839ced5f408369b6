package org.echoppe.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** The ways in which pictures come into the window: dropped, pasted or chosen. */
public final class PictureIntake {
    /** Those that can be read, and those that are refused with a sentence rather than not shown. */
    private static final List<String> ENDINGS = List.of("jpg", "jpeg", "png", "webp", "gif", "heic");

    private final Consumer<List<PictureSource>> taken;

    /** @param taken is given one or more */
    public PictureIntake(Consumer<List<PictureSource>> taken) {
        this.taken = taken;
    }

    /** What is dropped here is taken. */
    public void acceptAt(Node zone) {
        zone.setOnDragOver(event -> {
            if (isPicture(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        zone.setOnDragDropped(event -> {
            if (isPicture(event.getDragboard())) {
                event.setDropCompleted(take(event.getDragboard()));
                event.consume();
            }
        });
    }

    /** Ctrl+V anywhere in here takes what was copied, if it is a picture: words are for the field they are pasted in. */
    public void pasteAt(Node place) {
        place.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var board = Clipboard.getSystemClipboard();
            if (event.isShortcutDown()
                    && event.getCode() == KeyCode.V
                    && !(event.getTarget() instanceof TextInputControl && isWords(board))
                    && take(board)) {
                event.consume();
            }
        });
    }

    /** Spreadsheets and word processors lay a picture beside the words that were copied; file managers lay words beside files. */
    private static boolean isWords(Clipboard board) {
        return board.hasString() && !board.hasFiles();
    }

    /** Asks for one file or several. */
    public void choose(Node owner, String title, String kinds, boolean several) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        var patterns = ENDINGS.stream()
                .flatMap(ending -> Stream.of("*." + ending, "*." + ending.toUpperCase(Locale.ROOT)))
                .toList();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kinds, patterns));
        var window = owner.getScene().getWindow();
        if (several) {
            var chosen = chooser.showOpenMultipleDialog(window);
            if (chosen != null) {
                takeFiles(chosen);
            }
        } else {
            var chosen = chooser.showOpenDialog(window);
            if (chosen != null) {
                takeFiles(List.of(chosen));
            }
        }
    }

    /** A table dropped here is for the import. */
    private static boolean isPicture(Clipboard board) {
        return board.hasImage() || board.getFiles().stream().anyMatch(file -> !isTable(file.toPath()));
    }

    /** By its name: no picture, whatever is in it. */
    public static boolean isTable(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt|tab)");
    }

    private boolean take(Clipboard board) {
        if (board.hasFiles()) {
            takeFiles(board.getFiles());
            return true;
        }
        var image = board.hasImage() ? board.getImage() : null;
        if (image == null) {
            return false;
        }
        taken.accept(List.of(pixels(image)));
        return true;
    }

    private void takeFiles(List<File> files) {
        taken.accept(files.stream()
                .map(file -> (PictureSource) new PictureSource.File(file.toPath()))
                .toList());
    }

    private static PictureSource pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new PictureSource.Pixels(pixels, width, height);
    }
}
