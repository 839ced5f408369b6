package org.echoppe.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.control.Call;
import org.echoppe.domain.Language;
import org.echoppe.node.Node;
import org.echoppe.node.NodeConfig;
import org.echoppe.node.Surroundings;
import org.echoppe.orders.documents.Printed;
import org.echoppe.orders.wire.FakeShopper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code echoppe order …} as a person types it, on a home that is opened once. */
class OrderCommandsTest {
    @TempDir
    Path home;

    private final Surroundings around =
            new Surroundings(Map.of("ECHOPPE_PASSPHRASE", "x".repeat(40)), Clock.systemUTC(), new SecureRandom());
    private HeardOutput heard = new HeardOutput();

    @Test
    void anOrderIsLedToItsEndFromTheCommandLine() {
        try (var node = Node.open(NodeConfig.load(home, Map.of(), Map.of()), around)) {
            var dispatch = new Dispatch(node, true);
            done(dispatch, "shop", "init", "--name", "Épicerie", "--currency", "EUR", "--country", "FR");
            done(dispatch, "shop", "set", "delivery=690*: 3,00", "orders-auto=non", "orders-keep-days=60");
            done(dispatch, "shop", "show", "--json");
            assertThat(heard.json().path("fields").path("orders-keep-days").stringValue())
                    .isEqualTo("60");
            done(dispatch, "order", "list");
            assertThat(heard.text()).contains("Aucune commande n’attend");

            var first = order(node);
            done(dispatch, "order", "list", "--json");
            assertThat(heard.json().path("orders")).hasSize(1);
            assertThat(heard.text()).as("no person in a list for programs").doesNotContain("Martin");
            done(dispatch, "order", "show", first.toLowerCase(Locale.ROOT));
            assertThat(heard.text()).contains(first, "Agnès Martin", "3 rue Mercière", "Confiture", "7,35");
            assertThat(exit(dispatch, "order", "invoice", first, "f.pdf")).isEqualTo(Exit.FAILED);
            assertThat(heard.asides()).contains("pas encore de facture");
            done(dispatch, "order", "accept", first, "--message", "À demain");
            assertThat(heard.text()).isEqualTo("Commande " + first + "\u00a0: acceptée.");
            assertThat(exit(dispatch, "order", "accept", first)).isEqualTo(Exit.FAILED);
            assertThat(exit(dispatch, "order", "accept", first, "--pieces", "1,2"))
                    .isEqualTo(Exit.FAILED);
            assertThat(heard.asides()).contains("chacune des 1 lignes");
            done(dispatch, "order", "say", first, "Nous arrivons");
            done(dispatch, "order", "slip", first, "bon.pdf");
            assertThat(text("bon.pdf")).contains(first, "Agnès Martin");
            done(dispatch, "order", "ship", first, "--json");
            assertThat(heard.json().path("state").stringValue()).isEqualTo("shipped");
            done(dispatch, "order", "complete", first);
            done(dispatch, "order", "show", first, "--json");
            var invoice = heard.json().path("invoice").stringValue();
            assertThat(invoice).matches("F\\d{4}-000001");
            done(dispatch, "order", "invoice", invoice, "f.pdf");
            assertThat(text("f.pdf")).contains("Facture " + invoice);
            done(dispatch, "order", "refund", first, "--lines", "1", "--reason", "Bocal cassé");
            done(dispatch, "order", "invoice", invoice.replace('F', 'A'), "a.pdf");
            assertThat(text("a.pdf")).contains("Avoir", "Bocal cassé");

            var second = order(node);
            done(dispatch, "order", "decline", second, "--reason", "Rupture");
            var third = order(node);
            done(dispatch, "order", "export", "06 12 34 56 78", "agnes", "--json");
            assertThat(heard.json().path("orders").intValue()).isEqualTo(3);
            assertThat(home.resolve("agnes").resolve("orders.json")).isNotEmptyFile();
            assertThat(exit(dispatch, "order", "erase", "06 12 34 56 78")).isEqualTo(Exit.IN_PART);
            assertThat(heard.text()).contains("Commandes effacées\u00a0: 2", invoice);
            assertThat(heard.asides()).contains(third);
            done(dispatch, "order", "show", first);
            assertThat(heard.text()).contains("effacé").doesNotContain("Martin");
            assertThat(exit(dispatch, "order", "erase", "07 00 00 00 00")).isEqualTo(Exit.FAILED);
            done(dispatch, "order", "list", "--all", "--json");
            assertThat(heard.json().path("orders")).hasSize(3);
            assertThat(exit(dispatch, "order", "list", "--state", "lost")).isEqualTo(Exit.FAILED);
            assertThat(exit(dispatch, "order", "decline", third)).isEqualTo(Exit.WRONG_USAGE);
        }
    }

    /** @return its reference */
    private String order(Node node) {
        if (node.catalogue().find("CONF").isEmpty()) {
            var draft = ProductDraft.EMPTY
                    .with(ProductField.NAME, "Confiture")
                    .with(ProductField.PRICE, "4,35")
                    .with(ProductField.SKU, "CONF");
            node.catalogue().add(draft);
            var _ = node.publisher().publishNow();
        }
        var shopper = new FakeShopper();
        var jam = node.catalogue().find("CONF").orElseThrow();
        var did = node.identity().did();
        var order = shopper.order(
                did,
                FakeShopper.profile(node.repositories(), did),
                List.of(new FakeShopper.Wish(jam.key(), jam.publishedCid().orElseThrow(), "", 1)),
                735,
                Instant.now());
        order.putObject("fulfilment")
                .put("kind", "delivery")
                .putObject("address")
                .put("street", "3 rue Mercière")
                .put("postalCode", "69002")
                .put("locality", "Lyon")
                .put("country", "FR");
        node.orders().receive(shopper.envelope(order, node.identity().encryptionKey()), Optional.empty());
        return node.orders().find(shopper.id()).orElseThrow().reference();
    }

    private String text(String file) {
        try {
            return new Printed(Files.readAllBytes(home.resolve(file))).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void done(Dispatch dispatch, String... arguments) {
        assertThat(exit(dispatch, arguments))
                .as("%s: %s", List.of(arguments), heard.asides())
                .isEqualTo(Exit.DONE);
    }

    private int exit(Dispatch dispatch, String... arguments) {
        heard = new HeardOutput();
        return dispatch.run(new Call(new ArrayList<>(List.of(arguments)), home, Language.FR, 100), heard);
    }
}
