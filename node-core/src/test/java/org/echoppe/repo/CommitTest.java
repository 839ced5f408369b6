package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.echoppe.repo.BadRepository.Reason;
import org.junit.jupiter.api.Test;

class CommitTest {
    private static final Tid REV = Repositories.rev(1);

    private final TestSigner signer = new TestSigner();
    private final Cid data = MerkleSearchTree.empty().root();

    @Test
    void theSignatureVectorsComeOut() throws Exception {
        int tried = 0;
        for (var vector : Json.vectors("crypto/signature-fixtures.json")) {
            if (vector.get("algorithm").asString().equals("ES256")) {
                var did = new Did(vector.get("publicKeyDid").asString());
                byte[] message =
                        Base64.getDecoder().decode(vector.get("messageBase64").asString());
                byte[] signature =
                        Base64.getDecoder().decode(vector.get("signatureBase64").asString());
                assertThat(P256.verify(did, message, signature))
                        .as(vector.get("comment").asString())
                        .isEqualTo(vector.get("validSignature").asBoolean());
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theDidOfAForeignKindOfKeyIsRefused() throws Exception {
        for (var vector : Json.vectors("crypto/signature-fixtures.json")) {
            if (!vector.get("algorithm").asString().equals("ES256")) {
                assertThatThrownBy(() -> new Did(vector.get("publicKeyDid").asString()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aCommitReadsAsItWasSigned() throws Exception {
        for (var prev : new Cid[] {null, data}) {
            var commit = Commit.sign(signer, data, REV, prev);
            var read = Commit.read(commit.block().bytes());
            assertThat(read).isEqualTo(commit).hasSameHashCodeAs(commit);
            assertThat(read.cid()).isEqualTo(commit.cid());
            read.verify();
        }
    }

    @Test
    void everyFieldIsSigned() {
        var commit = Commit.sign(signer, data, REV, data);
        var other = Cid.of(new byte[1]);
        refused(new Commit(new TestSigner().did(), data, REV, data, commit.sig()));
        refused(new Commit(signer.did(), other, REV, data, commit.sig()));
        refused(new Commit(signer.did(), data, Repositories.rev(2), data, commit.sig()));
        refused(new Commit(signer.did(), data, REV, null, commit.sig()));
        refused(new Commit(signer.did(), data, REV, data, new byte[64]));
        refused(new Commit(signer.did(), data, REV, data, new byte[0]));
    }

    private static void refused(Commit commit) {
        assertThatThrownBy(commit::verify)
                .isInstanceOfSatisfying(
                        BadRepository.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_SIGNATURE));
    }

    @Test
    void aBlockWithOtherFieldsIsNoCommit() throws Exception {
        var good =
                DagCbor.decodeMap(Commit.sign(signer, data, REV, null).block().bytes());
        for (var field : good.entries().keySet()) {
            noCommit(with(good, field, null));
            noCommit(with(good, field, new Ipld.Bool(true)));
        }
        noCommit(with(good, "more", Ipld.NULL));
        noCommit(with(good, "version", new Ipld.Int(2)));
        noCommit(with(good, "rev", new Ipld.Text("yesterday")));
        noCommit(with(good, "did", new Ipld.Text("did:web:example.org")));
        noCommit(new Ipld.Items(java.util.List.of()));
    }

    private static Ipld with(Ipld.Fields good, String field, @org.jspecify.annotations.Nullable Ipld value) {
        Map<String, Ipld> fields = new HashMap<>(good.entries());
        fields.remove(field);
        if (value != null) {
            fields.put(field, value);
        }
        return new Ipld.Fields(fields);
    }

    private static void noCommit(Ipld block) {
        assertThatThrownBy(() -> Commit.read(DagCbor.encode(block)))
                .isInstanceOfSatisfying(
                        BadRepository.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_SHAPE));
    }
}
