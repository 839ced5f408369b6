package org.echoppe.node.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.echoppe.identity.Passphrase;

/** What opens a backup. */
public sealed interface Key {
    /** The passphrase of the home that it comes into. */
    record OfHome() implements Key {}

    /** @param groups of the recovery sheet, as they were typed */
    record Sheet(String groups) implements Key {}

    /** @param text the passphrase of the shop on its old computer; it opens the shop here, too, from now on */
    record Phrase(String text) implements Key {
        /** Not the phrase: it must not reach a log. */
        @Override
        public String toString() {
            return "Phrase";
        }

        Map<String, String> in(Map<String, String> environment) {
            var with = new HashMap<>(environment);
            with.put(Passphrase.VARIABLE, text.strip());
            return Map.copyOf(with);
        }

        /** For the starts to come, where the environment names none. */
        void keep(Path home, Map<String, String> environment) {
            if (environment.getOrDefault(Passphrase.VARIABLE, "").isEmpty()) {
                Passphrase.keep(home, text.strip());
            }
        }
    }
}
