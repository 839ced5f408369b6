package org.echoppe.app;

import java.util.stream.Stream;
import org.echoppe.app.fx.Look;
import org.echoppe.domain.Language;

/** One of the three guises in which every screen is drawn; its name ends the names of the pictures. */
record Guise(String name, Look look) {
    static Stream<Guise> all() {
        return Stream.of(
                new Guise("fr-light", new Look(Language.FR, Look.Brightness.LIGHT, 100)),
                new Guise("en-dark", new Look(Language.EN, Look.Brightness.DARK, 100)),
                new Guise("fr-150", new Look(Language.FR, Look.Brightness.LIGHT, 150)));
    }

    boolean isFrench() {
        return look.language() == Language.FR;
    }

    @Override
    public String toString() {
        return name;
    }
}
