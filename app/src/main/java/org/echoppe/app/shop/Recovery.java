package org.echoppe.app.shop;

import org.echoppe.identity.RecoverySheet;
import org.jspecify.annotations.Nullable;

/** Whether the recovery sheet still waits to be put in a drawer: it does as long as this computer keeps the secret. */
public record Recovery(@Nullable RecoverySheet sheet) {
    public boolean waits() {
        return sheet != null;
    }
}
