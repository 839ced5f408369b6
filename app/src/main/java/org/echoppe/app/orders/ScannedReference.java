package org.echoppe.app.orders;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echoppe.app.fx.AmericanKeys;

/** What a barcode reader typed that read the code on a slip, which is an order's reference. */
public final class ScannedReference {
    private static final Pattern REFERENCE = Pattern.compile("[A-Z2-7]{3}-[A-Z2-7]{3}");

    private ScannedReference() {}

    /** The reference in one burst of a reader; empty where it read something else. */
    public static Optional<String> in(String burst) {
        return Stream.of(burst, AmericanKeys.read(burst))
                .filter(read -> REFERENCE.matcher(read).matches())
                .findFirst();
    }
}
