package org.echoppe.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echoppe.NodeScripts;
import org.junit.jupiter.api.Test;

/** checkout.js is made anew of its sources and of what npm has, and compared byte for byte with the one that is committed. */
class CheckoutBundleTest {
    @Test
    void whatSealsOrdersIsMadeOfItsSourcesAndOfNothingElse() throws IOException {
        var main = Path.of(System.getProperty("echoppe.root", "..")).resolve("node-core/src/main");
        var committed = main.resolve("resources/org/echoppe/web/static/checkout.js");
        var scripts = NodeScripts.installed("checkout");
        var made = scripts.folder().resolve("checkout.js");
        var record = scripts.run("build.mjs", main.resolve("js"), made);
        Files.writeString(scripts.folder().resolve("checkout.json"), record);
        var advice = "copy checkout.js from %s to %s, and checkout.json to %s"
                .formatted(scripts.folder().toAbsolutePath(), committed.getParent(), main.resolve("js"));
        assertThat(Files.mismatch(made, committed)).as(advice).isEqualTo(-1);
        assertThat(Files.readString(main.resolve("js/checkout.json")).strip())
                .as(advice)
                .isEqualTo(record.strip());
        assertThat(Files.readString(committed, UTF_8))
                .as("the licence of what is not ours")
                .contains("The MIT License", "Filip Skokan", "THE SOFTWARE IS PROVIDED");
    }
}
