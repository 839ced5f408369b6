package org.echoppe.identity;

import java.util.List;
import org.echoppe.domain.Did;

/** What is printed and kept in a drawer: the root secret in groups that each find their own typing errors. */
public record RecoverySheet(Did did, List<String> groups) {
    public RecoverySheet {
        groups = List.copyOf(groups);
    }

    /** The groups with dashes between them: what is typed back, and what the QR code holds. */
    public String text() {
        return String.join("-", groups);
    }

    public QrCode qrCode() {
        return QrCode.of(text());
    }
}
