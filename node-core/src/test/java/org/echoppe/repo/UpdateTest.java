package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.echoppe.domain.Cid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private final TestSigner signer = new TestSigner();

    @Test
    void aChangeSignedHereIsTheSameAfterItsWayAsAThinDiff() throws Exception {
        var random = new Random(1);
        var head = Repositories.first(signer, 500);
        for (int step = 2; step < 30; step++) {
            var changes = new TreeMap<String, Optional<byte[]>>();
            for (int i = random.nextInt(40); i > 0; i--) {
                var key = Repositories.key(random.nextInt(700));
                changes.put(key, random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Repositories.record(step)));
            }
            var own = Update.sign(signer, head.tree(), head.commit(), Repositories.rev(step), changes);
            var diff = ThinDiff.decode(Repositories.thinDiff(own).encode(), Limits.STRANGER);
            assertThat(diff).isEqualTo(Repositories.thinDiff(own));

            var nodes = Repositories.nodes(head.tree());
            var held = MerkleSearchTree.load(head.tree().root(), nodes::get);
            var update = Update.check(held, head.commit(), diff);
            assertThat(update.commit()).isEqualTo(own.commit());
            assertThat(update.commit().prev()).isEqualTo(head.commit().cid());
            assertThat(update.changes()).isEqualTo(own.changes());
            nodes.keySet().removeAll(update.removedNodes());
            update.addedNodes().forEach(node -> nodes.put(node.cid(), node.bytes()));
            assertThat(nodes.keySet()).isEqualTo(Repositories.nodes(own.tree()).keySet());
            head = own;
        }
    }

    @Test
    void signingAgainWithoutAChangeRenewsOnlyTheCommit() throws Exception {
        var first = Repositories.first(signer, 20);
        var again = Update.sign(signer, first.tree(), first.commit(), Repositories.rev(2), Map.of());
        assertThat(again.changes()).isEmpty();
        assertThat(again.addedNodes()).isEmpty();
        assertThat(again.removedNodes()).isEmpty();
        assertThat(again.commit().data()).isEqualTo(first.commit().data());
        var unchanged = Map.of(Repositories.key(3), Optional.of(Repositories.record(3)));
        assertThat(Update.sign(signer, first.tree(), first.commit(), Repositories.rev(2), unchanged)
                        .changes())
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedForItsReason() throws Exception {
        var first = Repositories.first(signer, 20);
        var change = Map.of(Repositories.key(1), Optional.of(Repositories.record(99)));
        var second = Update.sign(signer, first.tree(), first.commit(), Repositories.rev(2), change);
        var third = Update.sign(signer, second.tree(), second.commit(), Repositories.rev(3), change(4));
        var diff = Repositories.thinDiff(second);

        refused(Reason.WRONG_ROOT, () -> check(first, Repositories.thinDiff(third)));
        refused(Reason.NOT_NEWER, () -> check(second, diff));
        refused(Reason.WRONG_DID, () -> check(Repositories.first(new TestSigner(), 20), diff));
        var forged = new Commit(signer.did(), second.commit().data(), Repositories.rev(5), null, new byte[64]);
        refused(Reason.BAD_SIGNATURE, () -> check(first, new ThinDiff(forged, diff.changes(), diff.records())));
        refused(Reason.MISSING_BLOCK, () -> check(first, new ThinDiff(diff.commit(), diff.changes(), Map.of())));
        var damaged = MerkleSearchTree.load(first.tree().root(), _ -> null);
        refused(Reason.HELD_TREE_DAMAGED, () -> Update.check(damaged, first.commit(), diff));
    }

    @Test
    void aThinDiffIsHeldToItsLimits() throws Exception {
        var first = Repositories.first(signer, 20);
        var diff = Repositories.thinDiff(first);
        byte[] good = diff.encode();
        assertThat(ThinDiff.decode(good, new Limits(1 << 20, 20, good.length))).isEqualTo(diff);
        refused(Reason.TOO_LARGE, () -> ThinDiff.decode(good, new Limits(1 << 20, 20, good.length - 1)));
        refused(Reason.TOO_LARGE, () -> ThinDiff.decode(good, new Limits(1 << 20, 9, good.length)));
        refused(Reason.TOO_LARGE, () -> ThinDiff.decode(good, new Limits(1000, 20, good.length)));

        var more = new HashMap<>(diff.records());
        more.put(Cid.of(Repositories.record(77)), Repositories.record(77));
        refused(Reason.WRONG_SHAPE, () -> decode(new ThinDiff(diff.commit(), diff.changes(), more)));
        var fewer = new HashMap<>(diff.records());
        fewer.remove(Cid.of(Repositories.record(7)));
        refused(Reason.MISSING_BLOCK, () -> decode(new ThinDiff(diff.commit(), diff.changes(), fewer)));

        byte[] large = DagCbor.encode(new Ipld.Bytes(new byte[Limits.PRODUCT_BYTES]));
        var one = new TreeMap<>(Map.of(Repositories.key(1), Optional.of(Cid.of(large))));
        refused(Reason.TOO_LARGE, () -> decode(new ThinDiff(diff.commit(), one, Map.of(Cid.of(large), large))));
        var illegal = new TreeMap<>(Map.of("no slash", Optional.<Cid>empty()));
        refused(Reason.ILLEGAL_KEY, () -> decode(new ThinDiff(diff.commit(), illegal, Map.of())));
        var longest = new TreeMap<>(Map.of("a/" + "b".repeat(511), Optional.<Cid>empty()));
        refused(Reason.TOO_LARGE, () -> decode(new ThinDiff(diff.commit(), longest, Map.of())));
    }

    private static Map<String, Optional<byte[]>> change(int product) {
        return Map.of(Repositories.key(product), Optional.of(Repositories.record(1000 + product)));
    }

    private static void check(Update held, ThinDiff diff) throws BadRepository {
        Update.check(held.tree(), held.commit(), diff);
    }

    private static void decode(ThinDiff diff) throws BadRepository {
        ThinDiff.decode(diff.encode(), Limits.FOLLOWED);
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BadRepository.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }
}
