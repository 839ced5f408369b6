package org.echoppe.node.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command with an option for each field of a shop or product: the fields say which, so there is one list of them. */
abstract class FieldsCommand extends NodeCommand {
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    /** What each field is called, by its key. */
    abstract Map<String, String> labels(Language language);

    void addOptions(CommandSpec command, Language language) {
        labels(language).forEach((key, label) -> {
            var option = OptionSpec.builder("--" + key.replace('_', '-'))
                    .type(String.class)
                    .paramLabel("…")
                    .description(label.replace("%", "%%"))
                    .build();
            options.put(key, option);
            command.addOption(option);
        });
    }

    /** What was given for a field; null when nothing was. */
    @Nullable
    String given(String key) {
        var option = options.get(key);
        return option == null ? null : option.getValue();
    }
}
