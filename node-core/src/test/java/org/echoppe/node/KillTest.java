package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.echoppe.domain.Did;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at any moment: the home opens, what was acknowledged is there, and nothing is there by half. */
class KillTest {
    private static final int PRODUCTS = 1_500;

    @TempDir
    Path folder;

    @Test
    void anImportThatIsKilledIsWhollyThereOrWhollyAbsent() throws Exception {
        killImports(5);
    }

    @Test
    void aSyncThatIsKilledIsWhollyThereOrWhollyAbsent() throws Exception {
        killSyncs(5);
    }

    @Test
    @Tag("slow")
    void twentyKilledImports() throws Exception {
        killImports(20);
    }

    @Test
    @Tag("slow")
    void twentyKilledSyncs() throws Exception {
        killSyncs(20);
    }

    private void killImports(int times) throws Exception {
        var random = new Random(42);
        Path file = goods(folder.resolve("goods.csv"));
        for (int round = 0; round < times; round++) {
            Path home = shop("import" + round);
            boolean acknowledged = round % 3 == 0;
            try (var node = NodeProcess.start(home)) {
                var importing = NodeProcess.spawn(
                        List.of("import", file.toString(), "--key", "sku", "--home", home.toString()), true);
                importing.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                if (acknowledged) {
                    assertThat(importing.waitFor()).isZero();
                } else if (importing.waitFor(random.nextInt(200, 2_500), TimeUnit.MILLISECONDS)) {
                    acknowledged = importing.exitValue() == 0;
                }
                node.kill();
                importing.destroyForcibly().waitFor();
            }
            int there = products(home);
            assertThat(there).as("round %d", round).isIn(acknowledged ? List.of(PRODUCTS) : List.of(0, PRODUCTS));
            assertThat(exported(home)).as("round %d", round).isEqualTo(there);
        }
    }

    private void killSyncs(int times) throws Exception {
        var random = new Random(43);
        Path seller = shop("seller");
        var imported = NodeProcess.run(
                seller, "import", goods(folder.resolve("goods.csv")).toString(), "--key", "sku");
        assertThat(imported.exit()).as(imported.err()).isZero();
        try (var selling = NodeProcess.start(seller)) {
            for (int round = 0; round < times; round++) {
                Path home = folder.resolve("mirror" + round);
                boolean acknowledged = round % 3 == 0;
                try (var node = NodeProcess.start(home)) {
                    var added = NodeProcess.run(home, "peer", "add", selling.peer(), "--did", selling.did());
                    assertThat(added.exit()).as(added.err()).isZero();
                    if (acknowledged) {
                        await().atMost(Duration.ofSeconds(20)).until(() -> listings(node) == PRODUCTS);
                    } else {
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(1, 400));
                    }
                    node.kill();
                }
                try (var node = NodeProcess.start(home)) {
                    assertThat(listings(node))
                            .as("round %d", round)
                            .isIn(acknowledged ? List.of(PRODUCTS) : List.of(0, PRODUCTS));
                    await().atMost(Duration.ofSeconds(30)).until(() -> listings(node) == PRODUCTS);
                }
            }
        }
    }

    private Path shop(String name) {
        Path home = folder.resolve(name);
        var result = NodeProcess.run(home, "shop", "init", "--name", "Boutique", "--lang", "fr", "--currency", "EUR");
        assertThat(result.exit()).as(result.err()).isZero();
        return home;
    }

    private static Path goods(Path file) throws IOException {
        var text = new StringBuilder("sku,name,price,stock\n");
        for (int i = 0; i < PRODUCTS; i++) {
            text.append("S")
                    .append(i)
                    .append(",Article numéro ")
                    .append(i)
                    .append(",")
                    .append(1 + i % 90)
                    .append(".50,5\n");
        }
        return Files.writeString(file, text);
    }

    private static int products(Path home) {
        var result = NodeProcess.run(home, "product", "list", "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        return result.json().get("total").asInt();
    }

    private static int listings(NodeProcess node) {
        return new Browser()
                .json(node.web() + "/api/v1/listings?size=1")
                .get("total")
                .asInt();
    }

    /** How many products the signed repository holds, proven by reading it as a stranger would. */
    private static int exported(Path home) throws Exception {
        Path car = home.resolveSibling(home.getFileName() + ".car");
        var result = NodeProcess.run(home, "export", car.toString());
        assertThat(result.exit()).as(result.err()).isZero();
        var did =
                new Did(NodeProcess.run(home, "id", "--json").json().get("did").stringValue());
        try (var input = Files.newInputStream(car);
                var snapshot = Snapshot.read(input, did, home, Limits.FOLLOWED)) {
            int[] count = {-1}; // the profile is no product
            snapshot.forEachRecord((key, block) -> count[0]++);
            return count[0];
        }
    }
}
