package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.echoppe.catalogue.ShopField;
import org.echoppe.domain.Did;
import org.echoppe.domain.RecordKey;
import org.echoppe.guard.AdjustableClock;
import org.echoppe.identity.BadEnvelope;
import org.echoppe.identity.PublicKey;
import org.echoppe.identity.Sealing;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At its daily round a node renews what orders are sealed to, and its next commit tells. */
class KeyRenewalTest {
    @TempDir
    Path home;

    private final AdjustableClock clock = new AdjustableClock();

    @Test
    void aShopPublishesItsNewKeyAndStillOpensWhatWasSealedToTheOldOne() throws Exception {
        Did first;
        Did second;
        try (var node = open()) {
            node.catalogue().shop().init(Map.of(ShopField.NAME, "Boulangerie", ShopField.CURRENCY, "EUR"));
            node.renewKeys();
            node.publisher().publishNow();
            first = published(node);
            assertThat(first).isEqualTo(node.identity().encryptionKey());
            clock.pass(Duration.ofDays(45));
            node.renewKeys();
            assertThat(node.publisher().isWaiting()).isTrue();
            node.publisher().publishNow();
            second = published(node);
            assertThat(second).isNotEqualTo(first).isEqualTo(node.identity().encryptionKey());
            clock.pass(Duration.ofDays(44));
            node.renewKeys();
            assertThat(node.publisher().isWaiting()).isFalse();
            assertThat(node.identity().open(sealed(first))).isEqualTo("a.b.c");
        }
        clock.pass(Duration.ofDays(17));
        try (var node = open()) {
            assertThat(node.identity().open(sealed(first)))
                    .as("nothing is destroyed before a round")
                    .isEqualTo("a.b.c");
            node.renewKeys();
            assertThatThrownBy(() -> node.identity().open(sealed(first))).isInstanceOf(BadEnvelope.class);
            assertThat(node.identity().open(sealed(second))).isEqualTo("a.b.c");
        }
    }

    private Node open() {
        var around = new Surroundings(Map.of(), clock, new SecureRandom());
        return Node.open(NodeConfig.load(home, Map.of(), Map.of("web-port", "0", "peer-port", "0")), around);
    }

    private static Did published(Node node) throws Exception {
        var key = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);
        var record = node.repositories().record(node.identity().did(), key).orElseThrow();
        return ShopProfile.of(DagCbor.record(record.bytes())).encryptionKey().orElseThrow();
    }

    private static String sealed(Did to) {
        return Sealing.seal("a.b.c", PublicKey.of(to), to.value());
    }
}
