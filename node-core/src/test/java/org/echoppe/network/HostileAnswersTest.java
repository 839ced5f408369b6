package org.echoppe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.echoppe.domain.Cid;
import org.echoppe.guard.SecurityKind;
import org.echoppe.peers.PeerFailed;
import org.echoppe.repo.Block;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.repo.TestSigner;
import org.echoppe.repo.ThinDiff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A peer answers with everything but the truth: nothing changes, and the journal says who it was and why. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileAnswersTest {
    private TestNode node;
    private FakeNode liar;
    private SignedShop held;
    private Instant begun = Instant.EPOCH;

    @BeforeAll
    void open(@TempDir Path homes) {
        node = TestNode.open(homes.resolve("node"));
        liar = new FakeNode(homes.resolve("liar"));
    }

    @AfterAll
    void close() {
        liar.close();
        node.close();
    }

    /** A shop that is held in good order before the lie about it is told. */
    @BeforeEach
    void hold() {
        begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        held = SignedShop.of(new TestSigner(), 20, SignedShop.minutes(-10));
        liar.offers(held.commit(), ctx -> ctx.result(held.car()));
        assertThat(node.replicator.syncWith(liar.address()).stored()).isEqualTo(1);
    }

    private void staysAsItWas(SecurityKind kind, String why) {
        var before = node.head(held.commit().did()).orElseThrow();
        var result = node.replicator.syncWith(liar.address());
        assertThat(result.newer()).isEqualTo(1);
        assertThat(result.stored()).isZero();
        assertThat(node.head(held.commit().did())).contains(before);
        assertThat(node.store
                        .record(held.commit().did(), Goods.key(0))
                        .orElseThrow()
                        .bytes())
                .isEqualTo(Goods.product(0, 435));
        var journal = node.journal(kind);
        // told once, be it of this call or of one that the node made by itself a moment before
        assertThat(journal.getFirst().at()).isAfterOrEqualTo(begun);
        assertThat(journal.getFirst().who()).isEqualTo(liar.did().value());
        assertThat(journal.getFirst().why()).contains(why);
    }

    private SignedShop next() {
        return held.next(SignedShop.minutes(-1), 3, 999);
    }

    private static Map<Cid, byte[]> flipped(Map<Cid, byte[]> records) {
        var copy = new HashMap<>(records);
        var cid = copy.keySet().iterator().next();
        byte[] bytes = copy.get(cid).clone();
        bytes[bytes.length / 2] ^= 1;
        copy.put(cid, bytes);
        return copy;
    }

    @Test
    void aFlippedByte() {
        var next = next();
        liar.offers(next.commit(), ctx -> ctx.result(next.car(flipped(next.records()))));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "WRONG_HASH");
    }

    @Test
    void aMissingRecord() {
        var next = next();
        var some = new HashMap<>(next.records());
        next.update().changes().values().stream()
                .findFirst()
                .flatMap(b -> b)
                .map(Block::cid)
                .ifPresent(some::remove);
        liar.offers(next.commit(), ctx -> ctx.result(next.car(some)));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "MISSING_BLOCK");
    }

    @Test
    void anotherKeysSignature() throws Exception {
        var next = next();
        var good = next.commit();
        var other = Commit.sign(new TestSigner(), good.data(), good.rev(), good.prev());
        var forged = new Commit(good.did(), good.data(), good.rev(), good.prev(), other.sig());
        var out = new ByteArrayOutputStream();
        var car = new CarWriter(out, forged.cid());
        car.write(forged.block());
        next.update().tree().forEachNode(car::write);
        for (var record : next.records().entrySet()) {
            car.write(record.getKey(), record.getValue());
        }
        liar.offers(forged, ctx -> ctx.result(out.toByteArray()));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "BAD_SIGNATURE");
    }

    @Test
    void anotherMerchantsRepository() {
        var next = next();
        var foreign = SignedShop.of(5);
        liar.offers(next.commit(), ctx -> ctx.result(foreign.car()));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "WRONG_DID");
    }

    @Test
    void aTreeThatIsNone() throws Exception {
        var record = Block.of(Goods.product(1, 1));
        var commit = Commit.sign(
                held.signer(),
                record.cid(),
                SignedShop.minutes(-1),
                held.commit().cid());
        var out = new ByteArrayOutputStream();
        var car = new CarWriter(out, commit.cid());
        car.write(commit.block());
        car.write(record);
        liar.offers(commit, ctx -> ctx.result(out.toByteArray()));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "WRONG_SHAPE");
    }

    @Test
    void changesThatDoNotGiveTheRoot() throws Exception {
        var next = next();
        var changes = new TreeMap<>(next.diff().changes());
        var records = new HashMap<>(next.diff().records());
        changes.remove(changes.firstKey()).ifPresent(records::remove);
        var wrong = new ThinDiff(next.commit(), changes, records);
        liar.offersChanges(next.commit(), ctx -> ctx.result(wrong.encode()));
        var before = node.head(held.commit().did());
        assertThat(node.replicator.syncWith(liar.address()).stored()).isZero();
        assertThat(node.head(held.commit().did())).isEqualTo(before);
        assertThat(liar.asked.getLast()).as("the whole is asked for").doesNotContain("changes");
    }

    @Test
    void changesWithAForeignRecord() throws Exception {
        var next = next();
        var changes = new TreeMap<>(next.diff().changes());
        var other = Block.of(Goods.product(4711, 1));
        changes.put(changes.firstKey(), Optional.of(other.cid()));
        var wrong = new ThinDiff(next.commit(), changes, flipped(next.diff().records()));
        liar.offersChanges(next.commit(), ctx -> ctx.result(wrong.encode()));
        var before = node.head(held.commit().did());
        assertThat(node.replicator.syncWith(liar.address()).stored()).isZero();
        assertThat(node.head(held.commit().did())).isEqualTo(before);
    }

    @Test
    void changesThatAreNoise() {
        liar.offersChanges(next().commit(), ctx -> ctx.result(new byte[] {1, 2, 3}));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "WRONG_SHAPE");
    }

    @Test
    void aHugeDeclaredLength() {
        liar.offers(next().commit(), ctx -> {
            ctx.res().setContentLengthLong(1L << 40);
            // until the caller hangs up: an answer that ends early would be another fault
            while (true) {
                ctx.res().getOutputStream().write(new byte[1 << 16]);
            }
        });
        staysAsItWas(SecurityKind.ANSWER_REFUSED, "1099511627776 bytes");
    }

    @Test
    void aBlockThatSaysToBeHuge() throws Exception {
        var next = next();
        var out = new ByteArrayOutputStream();
        var unused = new CarWriter(out, next.commit().cid());
        assertThat(unused).isNotNull();
        out.write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f});
        liar.offers(next.commit(), ctx -> ctx.result(out.toByteArray()));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "TOO_LARGE");
    }

    @Test
    void aGzipBomb() {
        var next = next();
        liar.offers(next.commit(), ctx -> {
            ctx.header("Content-Encoding", "gzip");
            try (var gzip = new GZIPOutputStream(ctx.res().getOutputStream())) {
                padding(gzip, next, 400);
            }
        });
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "TOO_LARGE");
    }

    @Test
    void anEndlessStream() {
        var next = next();
        liar.offers(next.commit(), ctx -> padding(ctx.res().getOutputStream(), next, Integer.MAX_VALUE));
        staysAsItWas(SecurityKind.REPOSITORY_REFUSED, "TOO_LARGE");
    }

    /** A good beginning, then blocks that nothing reaches. */
    private static void padding(OutputStream out, SignedShop shop, int times) throws IOException {
        var car = new CarWriter(out, shop.commit().cid());
        car.write(shop.commit().block());
        byte[] nothing = new byte[900_000];
        var cid = Cid.of(Cid.Codec.RAW, nothing);
        for (int i = 0; i < times; i++) {
            car.write(cid, nothing);
        }
    }

    @Test
    void aSlowDrip() {
        var next = next();
        liar.offers(next.commit(), ctx -> drip(ctx, next.car()));
        staysAsItWas(SecurityKind.ANSWER_REFUSED, "in time");
    }

    private static void drip(Context ctx, byte[] bytes) throws IOException {
        var out = ctx.res().getOutputStream();
        for (byte one : bytes) {
            out.write(one);
            out.flush();
            try {
                new java.util.concurrent.CountDownLatch(1).await(200, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Test
    void aRedirect(@TempDir Path home) {
        try (var elsewhere = new FakeNode(home)) {
            var target = elsewhere.address().endpoints().getFirst().url();
            liar.offers(next().commit(), ctx -> ctx.redirect(target + "/peer/v1/heads"));
            staysAsItWas(SecurityKind.ANSWER_REFUSED, "status 302");
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void aServerWithAnotherKeyGetsNoRequest() {
        liar.asked.clear();
        var other = new TestSigner().did();
        assertThatThrownBy(() -> node.client.heads(liar.addressAs(other), null))
                .isInstanceOfSatisfying(
                        PeerFailed.class, e -> assertThat(e.kind()).isEqualTo(PeerFailed.Kind.IS_ANOTHER));
        assertThat(liar.asked).isEmpty();
    }

    @Test
    void headsThatAreNoise() {
        int lines = node.journal(SecurityKind.ANSWER_REFUSED).size();
        liar.offers(held.commit(), ctx -> {});
        liar.says(Map.of("heads", java.util.List.of(Map.of("did", "did:web:x", "rev", "1", "commit", "2"))));
        var result = node.replicator.syncWith(liar.address());
        assertThat(result.fault()).isNotNull();
        assertThat(node.journal(SecurityKind.ANSWER_REFUSED).size()).isGreaterThan(lines);
    }
}
