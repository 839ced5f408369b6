package org.echoppe.control;

import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.Language;

/**
 * A command as it was typed.
 *
 * @param directory where it was typed: relative file names are meant from there
 * @param width of the terminal, in characters
 */
public record Call(List<String> arguments, Path directory, Language language, int width) {
    public Call {
        arguments = List.copyOf(arguments);
    }
}
