package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.echoppe.catalogue.ImportProgress;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Did;
import org.echoppe.repo.Limits;
import org.echoppe.repo.Snapshot;
import org.echoppe.search.ListingQuery;
import org.echoppe.store.Head;
import org.echoppe.store.ProductQuery;
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
        killImports(3);
    }

    @Test
    void aSyncThatIsKilledIsWhollyThereOrWhollyAbsent() throws Exception {
        killSyncs(3);
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
        Path file = goods();
        for (int round = 0; round < times; round++) {
            Path home = folder.resolve("import" + round);
            try (var node = open(home)) {
                node.catalogue().shop().init(shop());
            }
            boolean acknowledged = round % 3 == 0;
            var importing = NodeProcess.spawn(
                    List.of("import", file.toString(), "--key", "sku", "--home", home.toString()), true);
            if (acknowledged) {
                importing.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                assertThat(importing.waitFor()).isZero();
            } else if (importing.waitFor(random.nextInt(700, 3_500), TimeUnit.MILLISECONDS)) {
                acknowledged = importing.exitValue() == 0;
            }
            importing.destroyForcibly().waitFor();
            try (var node = open(home)) {
                int there = node.catalogue().list(ProductQuery.all(0, 1)).total();
                assertThat(there).as("round %d", round).isIn(acknowledged ? List.of(PRODUCTS) : List.of(0, PRODUCTS));
                node.publisher().publishNow();
                assertThat(published(node)).as("round %d", round).isEqualTo(there);
            }
        }
    }

    private void killSyncs(int times) throws Exception {
        var random = new Random(43);
        try (var seller = open(folder.resolve("seller"))) {
            seller.catalogue().shop().init(shop());
            var importer = seller.importer();
            var sheet = importer.open(goods());
            importer.accept(
                    importer.plan(sheet, importer.guess(sheet), ProductKey.SKU, ImportProgress.NONE),
                    ImportProgress.NONE);
            seller.publisher().publishNow();
            String address = seller.start().peer();
            var did = seller.identity().did();
            for (int round = 0; round < times; round++) {
                Path home = folder.resolve("mirror" + round);
                try (var node = open(home)) {
                    node.peers().add(address, did);
                }
                boolean acknowledged = round % 3 == 0;
                try (var node = NodeProcess.start(home)) {
                    if (acknowledged) {
                        await().atMost(Duration.ofSeconds(60)).until(() -> listings(node) == PRODUCTS);
                    } else {
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(1, 700));
                    }
                    node.kill();
                }
                try (var node = open(home)) {
                    // before it can ask anybody: what the disk kept, which the index is built from
                    int there = node.repositories().head(did).map(Head::records).orElse(0);
                    assertThat(there)
                            .as("round %d", round)
                            .isIn(acknowledged ? List.of(PRODUCTS + 1) : List.of(0, PRODUCTS + 1));
                    node.start();
                    await().atMost(Duration.ofSeconds(60)).until(() -> found(node) == PRODUCTS);
                }
            }
        }
    }

    private static Node open(Path home) {
        var options = Map.of("web-port", "0", "peer-port", "0");
        return Node.open(NodeConfig.load(home, Map.of(), options), Surroundings.real());
    }

    private static Map<ShopField, String> shop() {
        return Map.of(ShopField.NAME, "Boutique", ShopField.LANG, "fr", ShopField.CURRENCY, "EUR");
    }

    private Path goods() throws IOException {
        var text = new StringBuilder("sku,name,price,stock\n");
        for (int i = 0; i < PRODUCTS; i++) {
            text.append("S%d,Article numéro %d,%d.50,5\n".formatted(i, i, 1 + i % 90));
        }
        return Files.writeString(folder.resolve("goods.csv"), text);
    }

    private static int listings(NodeProcess node) {
        return new Browser()
                .json(node.web() + "/api/v1/listings?size=1")
                .get("total")
                .asInt();
    }

    private static long found(Node node) {
        return node.listings().search(ListingQuery.of("article")).total();
    }

    /** How many products the signed repository holds, proven by reading it as a stranger would. */
    private int published(Node node) throws Exception {
        Path car = folder.resolve("shop.car");
        node.exportCar(car);
        Did did = node.identity().did();
        try (var input = Files.newInputStream(car);
                var snapshot = Snapshot.read(input, did, folder, Limits.FOLLOWED)) {
            int[] count = {-1}; // the profile is no product
            snapshot.forEachRecord((_, _, _) -> count[0]++);
            return count[0];
        }
    }
}
