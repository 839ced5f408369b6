package org.echoppe.app;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.echoppe.app.fx.AmericanKeys;
import org.echoppe.app.fx.KeyBurst;
import org.echoppe.app.network.ScannedShopCode;
import org.echoppe.app.orders.ScannedReference;
import org.echoppe.app.products.BarcodeBurst;
import org.jspecify.annotations.Nullable;

/** Hears a barcode reader wherever the keyboard is, and leaves no trace of it in the field that was being typed in. */
final class ScanKeys {
    /** A field for a code, the product's own or that of a kind, keeps what is read into it. */
    private static final Pattern CODE_FIELD = Pattern.compile("field-(gtin|sku)|variant-\\d+-(gtin|sku)");

    private static final Set<KeyCode> BY_HAND = Set.of(KeyCode.ESCAPE, KeyCode.TAB, KeyCode.BACK_SPACE, KeyCode.DELETE);

    /** A text field before a burst began. */
    private record Before(TextInputControl field, String text, int anchor, int caret) {
        boolean isForCodes() {
            return field.getId() != null && CODE_FIELD.matcher(field.getId()).matches();
        }

        /** What was read stays as it came, but for what has to be read back. */
        void readBack(String code) {
            var typed = field.getText();
            if (AmericanKeys.areDigits(typed)) {
                field.setText(AmericanKeys.read(typed));
            } else if (!typed.contains(code)) {
                field.setText(code);
            }
        }

        void restore() {
            if (!text.equals(field.getText())) {
                field.setText(text);
                field.selectRange(anchor, caret);
            }
        }
    }

    private final BarcodeBurst burst = new BarcodeBurst();
    private final LongSupplier nanos;
    private final Consumer<String> read;
    private final Consumer<String> readSlip;
    private final Consumer<String> readShop;
    /** Whatever is typed, for codes of other signs than a product's. */
    private final KeyBurst text = new KeyBurst();

    private @Nullable Before before;
    private @Nullable Before beforeText;

    /**
     * Hears nothing before it is bound.
     *
     * @param nanos the time, as {@link System#nanoTime} counts it
     * @param read is told a product's code
     * @param readSlip is told an order's reference
     * @param readShop is told a shop's invitation or identity
     */
    ScanKeys(LongSupplier nanos, Consumer<String> read, Consumer<String> readSlip, Consumer<String> readShop) {
        this.nanos = nanos;
        this.read = read;
        this.readSlip = readSlip;
        this.readShop = readShop;
    }

    void bind(Node window) {
        window.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var dispatcher = window.getEventDispatcher();
        window.setEventDispatcher((event, tail) -> {
            var left = dispatcher.dispatchEvent(event, tail);
            if (event.getEventType() == KeyEvent.KEY_TYPED) {
                handled(nanos.getAsLong());
            }
            return left;
        });
    }

    private void handled(long now) {
        burst.handled(now);
        text.handled(now);
    }

    private void typed(KeyEvent event) {
        String key = event.getCharacter();
        boolean plain = key.length() == 1 && !event.isControlDown() && !event.isAltDown() && key.charAt(0) >= ' ';
        if (!plain) {
            return;
        }
        long now = nanos.getAsLong();
        if (burst.typed(key.charAt(0), now)) {
            before = before(event);
        }
        if (text.typed(key.charAt(0), now)) {
            beforeText = before(event);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            if (isOfAHand(event)) {
                forget();
            }
            return;
        }
        long now = nanos.getAsLong();
        var field = before;
        var typed = text.entered(now);
        var slip = ScannedReference.in(typed);
        var shop = ScannedShopCode.in(typed);
        var code = burst.entered(now, field != null && !field.isForCodes());
        if (code.isPresent() && field != null && field.isForCodes()) {
            event.consume();
            field.readBack(code.get());
        } else if (slip.isPresent()) {
            tell(event, readSlip, slip.get(), beforeText);
        } else if (shop.isPresent()) {
            tell(event, readShop, shop.get(), beforeText);
        } else if (code.isPresent()) {
            tell(event, read, code.get(), field);
        }
    }

    /** No reader presses such a key: what came before it and what comes after it are not one code. */
    private static boolean isOfAHand(KeyEvent event) {
        return event.isShortcutDown()
                || event.getCode().isNavigationKey()
                || event.getCode().isFunctionKey()
                || BY_HAND.contains(event.getCode());
    }

    private void forget() {
        burst.forget();
        text.forget();
    }

    private static void tell(KeyEvent event, Consumer<String> reader, String text, @Nullable Before field) {
        event.consume();
        if (field != null) {
            field.restore();
        }
        reader.accept(text);
    }

    private static @Nullable Before before(KeyEvent event) {
        Scene scene = event.getTarget() instanceof Node node ? node.getScene() : null;
        var owner = scene == null ? null : scene.getFocusOwner();
        var field = owner instanceof ComboBox<?> box && box.isEditable() ? box.getEditor() : owner;
        return field instanceof TextInputControl input
                ? new Before(
                        input,
                        input.getText() == null ? "" : input.getText(),
                        input.getAnchor(),
                        input.getCaretPosition())
                : null;
    }
}
