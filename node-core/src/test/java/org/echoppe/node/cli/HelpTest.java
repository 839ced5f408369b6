package org.echoppe.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Language;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class HelpTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandOptionAndArgumentIsExplained(Language language) {
        var unexplained = new ArrayList<String>();
        collect(Parsed.commandLine(new Echoppe(), new Texts(language), 100), unexplained);
        assertThat(unexplained).isEmpty();
    }

    private static void collect(CommandLine line, List<String> unexplained) {
        var spec = line.getCommandSpec();
        if (spec.usageMessage().description().length == 0) {
            unexplained.add(spec.qualifiedName());
        }
        spec.options().stream()
                .filter(option -> option.description().length == 0)
                .forEach(option -> unexplained.add(spec.qualifiedName() + " " + option.longestName()));
        spec.positionalParameters().stream()
                .filter(parameter -> parameter.description().length == 0)
                .forEach(parameter -> unexplained.add(spec.qualifiedName() + " " + parameter.paramLabel()));
        line.getSubcommands().values().forEach(sub -> collect(sub, unexplained));
    }

    @Test
    void helpIsGivenInTheLanguageOfThePerson() {
        assertThat(said(Language.FR, "import", "--help"))
                .contains("Usage", "Importe et publie", "dossier de la boutique");
        assertThat(said(Language.EN, "import", "--help"))
                .contains("Usage", "Imports and publishes", "folder of the shop");
        assertThat(said(Language.FR, "shop", "init", "--help")).contains("--name", "--postal-code");
        assertThat(said(Language.FR, "product", "set", "--help")).contains("--price", "--vat-rate");
        assertThat(said(Language.EN, "--help")).contains("product", "demo", "backup", "restore");
    }

    @Test
    void wrongUsageIsSaidAndHasItsOwnExitCode() {
        for (var wrong : List.of(
                List.of("nonsense"),
                List.of("product"),
                List.of("peer", "add"),
                List.of("status", "--frobnicate"),
                List.of("journal", "--count", "many"),
                List.of("status", "--home"))) {
            var heard = new HeardOutput();
            assertThat(run(Language.FR, heard, wrong)).as("%s", wrong).isEqualTo(Exit.WRONG_USAGE);
            assertThat(heard.remarks).as("%s", wrong).isNotEmpty();
            assertThat(heard.lines).isEmpty();
        }
    }

    @Test
    void theLanguageComesFromThePersonsSettings() {
        assertThat(Main.language(java.util.Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Language.EN);
        assertThat(Main.language(java.util.Map.of("LANG", "fr_CA"))).isEqualTo(Language.FR);
        assertThat(Main.language(java.util.Map.of("LANG", "en_GB", "LC_ALL", "fr_FR")))
                .isEqualTo(Language.FR);
        assertThat(Main.language(java.util.Map.of("LANG", "C.UTF-8"))).isEqualTo(Language.FR);
    }

    private static String said(Language language, String... arguments) {
        var heard = new HeardOutput();
        assertThat(run(language, heard, List.of(arguments))).isZero();
        return heard.text();
    }

    private static int run(Language language, HeardOutput heard, List<String> arguments) {
        var call = new org.echoppe.control.Call(arguments, java.nio.file.Path.of("/"), language, 100);
        return new Cli(heard, Surroundings.real()).run(call);
    }
}
