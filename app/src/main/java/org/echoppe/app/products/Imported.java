package org.echoppe.app.products;

/**
 * An import that was done.
 *
 * @param undo takes it back: what it added is withdrawn, what it changed is as it was
 */
public record Imported(ImportPreview preview, ProductEffect.Undoing undo) {
    /** How many products it made or changed. */
    int products() {
        return preview.count(ImportKind.ADDED) + preview.count(ImportKind.CHANGED);
    }
}
