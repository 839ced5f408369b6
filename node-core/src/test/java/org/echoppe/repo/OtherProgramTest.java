package org.echoppe.repo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.echoppe.NodeScripts;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Tid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we write another program verifies, and what it writes we do: the JavaScript package @atproto/repo. */
class OtherProgramTest {
    private static NodeScripts scripts;

    private final TestSigner signer = new TestSigner();

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException {
        scripts = NodeScripts.installed();
    }

    @Test
    void itVerifiesAndReadsWhatWeExport() throws Exception {
        var first = Repositories.first(signer, 700);
        var changes = new TreeMap<String, Optional<byte[]>>();
        for (int i = 0; i < 700; i += 3) {
            changes.put(Repositories.key(i), i % 2 == 0 ? Optional.empty() : Optional.of(Repositories.record(-i)));
        }
        var second = Update.sign(signer, first.tree(), first.commit(), Repositories.rev(2), changes);
        var records = new java.util.HashMap<>(Repositories.thinDiff(first).records());
        records.putAll(Repositories.thinDiff(second).records());
        var car = write(second.commit(), second.tree(), records);

        var read = json(scripts.run("repository.mjs", "verify", car, signer.did()));
        assertThat(read.get("rev").asString()).isEqualTo(second.commit().rev().value());
        assertThat(read.get("root").asString()).isEqualTo(second.commit().cid().toString());
        var entries = Repositories.entries(second.tree());
        assertThat(cids(read.get("records"))).isEqualTo(entries);
        for (var record : read.get("records")) {
            var cid = Cid.parse(record.get("cid").asString());
            assertThat(DagCbor.encode(Json.ipld(record.get("value")))).isEqualTo(records.get(cid));
        }
    }

    @Test
    void itRefusesWhatAnotherSigned() throws Exception {
        var first = Repositories.first(signer, 5);
        var other = new TestSigner().did();
        var car =
                write(first.commit(), first.tree(), Repositories.thinDiff(first).records());
        assertThat(scripts.tryRun("repository.mjs", "verify", car, other).exitCode())
                .isNotZero();
        var forged = new Commit(
                other,
                first.commit().data(),
                first.commit().rev(),
                null,
                first.commit().sig());
        var lie = write(forged, first.tree(), Repositories.thinDiff(first).records());
        assertThat(scripts.tryRun("repository.mjs", "verify", lie, other).errors())
                .contains("Invalid signature");
    }

    @Test
    void itBelievesOurProofOfOneRecordAndOfItsAbsence() throws Exception {
        var first = Repositories.first(signer, 400);
        for (int number : new int[] {123, 5000}) {
            var key = Repositories.key(number);
            var cid = first.tree().get(key);
            var out = new ByteArrayOutputStream();
            var car = new CarWriter(out, first.commit().cid());
            car.write(first.commit().block());
            for (var node : first.tree().proof(key)) {
                car.write(node);
            }
            if (cid != null) {
                car.write(Block.of(Repositories.record(number)));
            }
            var file = Files.write(folder.resolve("proof.car"), out.toByteArray());
            var claim = cid == null ? "none" : cid.toString();
            var answer = json(scripts.run("repository.mjs", "prove", file, signer.did(), key, claim));
            assertThat(answer.get("verified").asInt()).isOne();
            var lie = cid == null ? first.commit().cid().toString() : "none";
            answer = json(scripts.run("repository.mjs", "prove", file, signer.did(), key, lie));
            assertThat(answer.get("unverified").asInt()).isOne();
        }
    }

    @Test
    void weReadWhatItWritesAndTheSliceAfterIt() throws Exception {
        var written = json(scripts.run("repository.mjs", "write", folder, 500));
        var did = new Did(written.get("did").asString());
        try (var full = Files.newInputStream(folder.resolve("full.car"));
                var slice = Files.newInputStream(folder.resolve("slice.car"));
                var snapshot = Snapshot.read(full, did, folder, Limits.STRANGER)) {
            isAsWritten(written.get("full"), snapshot.commit(), snapshot.tree());
            snapshot.<BadRepository>forEachRecord((_, _, bytes) ->
                    assertThat(DagCbor.encode(DagCbor.record(bytes))).isEqualTo(bytes));

            var update = Update.fromSlice(snapshot.tree(), snapshot.commit(), slice, Limits.STRANGER);
            isAsWritten(written.get("slice"), update.commit(), update.tree());
            assertThat(update.changes()).isNotEmpty();
        }
    }

    private static void isAsWritten(JsonNode written, Commit commit, MerkleSearchTree tree) throws BadRepository {
        assertThat(commit.rev()).isEqualTo(new Tid(written.get("rev").asString()));
        assertThat(commit.cid()).hasToString(written.get("root").asString());
        assertThat(Repositories.entries(tree)).isEqualTo(cids(written.get("records")));
    }

    private static Map<String, Cid> cids(JsonNode records) {
        var cids = new TreeMap<String, Cid>();
        records.properties().forEach(record -> {
            var value = record.getValue();
            cids.put(record.getKey(), Cid.parse((value.isString() ? value : value.get("cid")).asString()));
        });
        return cids;
    }

    private Path write(Commit commit, MerkleSearchTree tree, Map<Cid, byte[]> records) throws Exception {
        var file = folder.resolve("shop.car");
        try (var out = Files.newOutputStream(file)) {
            CarWriter.repository(out, commit, tree, records::get);
        }
        return file;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
