package org.echoppe.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.echoppe.control.Call;
import org.echoppe.domain.Language;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command as a person types it, on a home of its own. */
class CommandsTest {
    private static final String GOODS = """
            gtin;nom;prix;stock
            3017620422003;Pâte à tartiner;4,35 €;12
            4006381333931;Crayon;1,20;0
            4006381333932;Crayon au mauvais code;1,20;5
            """;

    @TempDir
    Path folder;

    private final Surroundings around =
            new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "x".repeat(40)), Clock.systemUTC(), new SecureRandom());

    private HeardOutput heard = new HeardOutput();

    /** Nothing runs there, so each command opens the home, does its work to the end and closes it. */
    @Test
    void aHomeWhereNoNodeRunsIsOpenedForTheCommand() {
        done("shop", "init", "--name", "Épicerie du port", "--lang", "fr", "--currency", "EUR", "--vat", "5.5");
        assertThat(heard.text()).contains("Épicerie du port", "did:key:zDn");
        assertThat(exit("import", "goods.csv")).isIn(Exit.DONE, Exit.IN_PART);
        done("product", "set", "3017620422003", "--price", "4.55");
        done("product", "show", "3017620422003", "--json");
        assertThat(heard.json().get("price").get("amount").intValue()).isEqualTo(455);
        assertThat(heard.json().get("publish").stringValue()).isEqualTo("online");
        done("status", "--json");
        assertThat(heard.json().get("running").booleanValue()).isFalse();
        assertThat(heard.json().get("waiting").booleanValue()).isFalse();
    }

    @Test
    void aRunningNodeCarriesOutEveryCommand() {
        try (var running = RunningNode.start(onFreePorts(home()), around, () -> {})) {
            done("shop", "init", "--name", "Épicerie du port", "--currency", "EUR");
            assertThat(exit("shop", "init", "--name", "Encore", "--currency", "EUR"))
                    .isEqualTo(Exit.FAILED);
            importAndExport();
            oneProduct();
            theShop();
            done("status", "--json");
            assertThat(heard.json().get("running").booleanValue()).isTrue();
            assertThat(heard.json().get("web").stringValue())
                    .isEqualTo(running.places().web());
            done("status");
            done("journal");
            done("peer", "list", "--json");
            done("sync");
            done("id");
            assertThat(heard.text()).contains("█");
            assertThat(exit("node")).as("a second node").isEqualTo(Exit.FAILED);
            assertThat(exit("id", "recover", "A")).isEqualTo(Exit.FAILED);
        }
    }

    private void importAndExport() {
        assertThat(exit("import", "goods.csv", "--dry-run", "--json")).isIn(Exit.DONE, Exit.IN_PART);
        assertThat(heard.json().get("dryRun").booleanValue()).isTrue();
        done("product", "list", "--json");
        assertThat(heard.json().get("total").intValue()).isZero();

        assertThat(exit("import", "goods.csv", "--json")).isIn(Exit.DONE, Exit.IN_PART);
        int added = heard.json().get("added").intValue();
        assertThat(added).isGreaterThanOrEqualTo(2);
        assertThat(Files.exists(folder.resolve("goods.csv.errors.csv"))).isTrue();
        assertThat(heard.works).isNotEmpty();
        assertThat(exit("import", "goods.csv", "--json")).isIn(Exit.DONE, Exit.IN_PART);
        assertThat(heard.json().get("added").intValue()).isZero();
        assertThat(heard.json().get("changed").intValue()).isZero();

        done("export", "all.csv", "--json");
        assertThat(heard.json().get("products").intValue()).isEqualTo(added);
        done("export", "shop.car");
        assertThat(folder.resolve("shop.car")).isNotEmptyFile();
        assertThat(exit("export", "shop.doc")).isEqualTo(Exit.FAILED);
    }

    private void oneProduct() {
        done("product", "set", "3017620422003", "--price", "4.55", "--stock", "2", "--json");
        done("product", "show", "3017620422003", "--json");
        assertThat(heard.json().get("price").get("amount").intValue()).isEqualTo(455);
        assertThat(heard.json().get("price").get("currency").stringValue()).isEqualTo("EUR");
        assertThat(heard.json().get("private").get("stock").intValue()).isEqualTo(2);
        assertThat(exit("product", "set", "3017620422003", "--price", "abc")).isEqualTo(Exit.FAILED);
        assertThat(heard.asides()).contains("abc");
        done("product", "show", "3017620422003");
        assertThat(heard.text()).contains("Pâte à tartiner");
        done("product", "remove", "4006381333931");
        assertThat(exit("product", "show", "4006381333931")).isEqualTo(Exit.FAILED);
        done("product", "list", "--query", "tartiner");
        assertThat(heard.lines).hasSize(1);
    }

    private static void picture(Path file) {
        try {
            ImageIO.write(new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void theShop() {
        done("shop", "set", "phone=01 23 45 67 89", "locality=Brest");
        done("shop", "set", "delivery=29200, 292*: 3.50 min 20 free 50", "status=closed until 2027-01-02");
        picture(folder.resolve("sign.png"));
        done("shop", "sign", "sign.png");
        assertThat(exit("shop", "sign", "goods.csv")).isEqualTo(Exit.FAILED);
        assertThat(exit("shop", "set", "colour=red")).isEqualTo(Exit.FAILED);
        done("shop", "show", "--json");
        assertThat(heard.json().get("fields").get("locality").stringValue()).isEqualTo("Brest");
        assertThat(heard.json().get("fields").get("delivery").stringValue()).startsWith("29200, 292*: 3,50");
        assertThat(heard.json().get("profile").get("logo").get("mimeType").stringValue())
                .isEqualTo("image/jpeg");
        done("shop", "show");
        assertThat(heard.text()).contains("Brest");
    }

    @Test
    void theFieldsAreToldWithoutAHome() {
        done("import", "--fields", "--json");
        assertThat(heard.json().valueStream().map(field -> field.get("field").stringValue()))
                .contains("gtin", "price", "vat_rate");
        done("import", "--fields");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void theRecoverySheetBringsTheIdentityBack() {
        done("id", "--json");
        var did = heard.json().get("did").stringValue();
        done("id", "sheet", "--json");
        var groups = heard.json()
                .get("groups")
                .valueStream()
                .map(g -> g.stringValue())
                .toList();
        done("id", "sheet");
        assertThat(heard.text()).contains(groups.get(7));
        done("id", "sheet", "--printed");
        assertThat(exit("id", "sheet")).isEqualTo(Exit.FAILED);

        var typed = new ArrayList<>(List.of("id", "recover", "--json"));
        typed.addAll(groups);
        assertThat(exitAt(folder.resolve("other"), typed.toArray(String[]::new)))
                .isZero();
        assertThat(heard.json().get("did").stringValue()).isEqualTo(did);
        typed.set(3, "AAAAA");
        assertThat(exitAt(folder.resolve("third"), typed.toArray(String[]::new)))
                .isEqualTo(Exit.FAILED);
    }

    @Test
    void twoNodesKnowEachOtherByTheCommandLine() {
        try (var running = RunningNode.start(onFreePorts(folder.resolve("other")), around, () -> {});
                var _ = RunningNode.start(onFreePorts(home()), around, () -> {})) {
            var did = running.node().identity().did().value();
            done("peer", "add", running.places().peer(), "--json");
            assertThat(heard.json().get("did").stringValue()).isEqualTo(did);
            assertThat(heard.json().get("verified").booleanValue()).isFalse();
            done("peer", "add", running.places().peer(), "--did", did, "--json");
            assertThat(heard.json().get("verified").booleanValue()).isTrue();
            done("peer", "list");
            assertThat(heard.text()).contains(did);
            done("sync", "--json");
            assertThat(heard.json().get("peers").get(0).get("did").stringValue())
                    .isEqualTo(did);
            done("peer", "follow", did);
            done("peer", "pause", did);
            done("peer", "list", "--json");
            assertThat(heard.json().get("peers").get(0).get("followed").booleanValue())
                    .isTrue();
            assertThat(heard.json().get("peers").get(0).get("word").stringValue())
                    .isEqualTo("paused");
            done("peer", "pause", did, "--stop");
            done("peer", "block", running.places().peer(), "--reason", "essai");
            done("peer", "list", "--json");
            assertThat(heard.json().get("peers").get(0).get("word").stringValue())
                    .isEqualTo("blocked");
            done("peer", "remove", did);
        }
    }

    @BeforeEach
    void writeGoods() throws Exception {
        Files.writeString(folder.resolve("goods.csv"), GOODS);
    }

    private static NodeConfig onFreePorts(Path home) {
        return NodeConfig.load(home, Map.of(), Map.of("web-port", "0", "peer-port", "0"));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void done(String... arguments) {
        assertThat(exit(arguments))
                .as("%s: %s", List.of(arguments), heard.asides())
                .isZero();
    }

    private int exit(String... arguments) {
        return exitAt(home(), arguments);
    }

    private int exitAt(Path home, String... arguments) {
        heard = new HeardOutput();
        var all = new ArrayList<>(List.of(arguments));
        all.add("--home");
        all.add(home.toString());
        return new Cli(heard, around).run(new Call(all, folder, Language.FR, 100));
    }
}
