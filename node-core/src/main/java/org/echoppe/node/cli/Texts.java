package org.echoppe.node.cli;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.echoppe.domain.Language;

/** The sentences of the command line in one language. */
record Texts(Language language) {
    String get(String key, Object... arguments) {
        var pattern = ResourceBundle.getBundle("org.echoppe.node.cli.texts", language.locale())
                .getString(key);
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** What help says; read by picocli under its own keys. */
    ResourceBundle help() {
        return ResourceBundle.getBundle("org.echoppe.node.cli.help", language.locale());
    }
}
