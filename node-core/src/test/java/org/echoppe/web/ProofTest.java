package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.echoppe.NodeScripts;
import org.echoppe.domain.Did;
import org.echoppe.repo.CarWriter;
import org.echoppe.repo.Commit;
import org.echoppe.repo.MerkleSearchTree;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What /proof gives, and what the module of our pages makes of it, beside the JavaScript package @atproto/repo. */
class ProofTest {
    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @TempDir
    static Path home;

    private static FakeWeb web;
    private static NodeScripts scripts;
    private static Did did;
    private static String rkey;
    private static String cid;
    private static Path proof;

    @BeforeAll
    static void open() throws IOException {
        web = new FakeWeb(home);
        web.market.filled();
        scripts = NodeScripts.installed();
        Files.write(scripts.folder().resolve("verify.mjs"), script());
        var listing = web.json("/api/v1/listings?q=baguette").at("/listings/0");
        did = new Did(listing.get("did").asString());
        rkey = listing.get("rkey").asString();
        cid = listing.get("cid").asString();
        proof = file(
                "ours.car", web.bytes(web.request("/proof/" + did + "/" + rkey)).body());
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static byte[] script() throws IOException {
        try (var input = Objects.requireNonNull(WebServer.class.getResourceAsStream("static/verify.js"))) {
            return input.readAllBytes();
        }
    }

    private static Path file(String name, byte[] bytes) {
        try {
            return Files.write(home.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode run(Object... arguments) throws IOException {
        return JsonMapper.shared().readTree(scripts.run("proof.mjs", arguments));
    }

    private static String refused(Did shop, String key, Path file) throws IOException {
        return run("judge", shop, key, file).get(0).path("refused").asString("");
    }

    @Test
    void aProofIsACarWithAStrongNameThatAnyPageMayFetch() {
        var answer = web.bytes(web.request("/proof/" + did + "/" + rkey));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.ipld.car; version=1");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var etag = answer.headers().firstValue("ETag").orElseThrow();
        var again = web.bytes(web.request("/proof/" + did + "/" + rkey).header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        var packed = web.bytes(web.request("/proof/" + did + "/" + rkey).header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("ETag").orElseThrow())
                .as("other bytes have another strong name")
                .isNotEqualTo(etag);
        assertThat(List.of(answer, packed))
                .allSatisfy(
                        each -> assertThat(each.headers().firstValue("Vary")).contains("Accept-Encoding"));
        assertThat(web.get("/proof/" + did + "/3kabsent22222").statusCode()).isEqualTo(404);
        assertThat(web.get("/proof/did:key:zDn/" + rkey).statusCode()).isEqualTo(404);
        assertThat(web.get("/proof/" + did + "/3kabsent22222").body()).contains("about:blank");
    }

    @Test
    void ourModuleBelievesOurProofsAndSoDoesTheOtherProgram() throws IOException {
        var said = run("judge", did, rkey, proof).get(0);
        assertThat(said.path("name").asString("")).isEqualTo("Baguette de tradition");
        assertThat(said.get("cid").asString()).isEqualTo(cid);
        assertThat(said.get("time").asString()).isEqualTo("2026-11-19T09:12:00.000Z");
        var key = "org.echoppe.catalogue.product/" + rkey;
        var theirs = JsonMapper.shared().readTree(scripts.run("repository.mjs", "prove", proof, did, key, cid));
        assertThat(theirs.get("verified").asInt()).isOne();
        var profile = file(
                "self.car", web.bytes(web.request("/proof/" + did + "/self")).body());
        assertThat(run("judge", did, "self", profile).get(0).path("name").asString(""))
                .isEqualTo("Au Fournil des Halles");
    }

    @Test
    void ourModuleBelievesTheProofsOfTheOtherProgram() throws IOException {
        var said = run("theirs", 150);
        assertThat(said.get("proven").asInt()).isEqualTo(150);
        assertThat(said.at("/otherDid/refused").asString("")).isEqualTo("identity");
        assertThat(said.at("/otherKey/refused").asString("")).isEqualTo("path");
        assertThat(said.at("/absent/refused").asString("")).isEqualTo("path");
        assertThat(said.at("/highS/refused").asString("")).isEqualTo("signature");
    }

    @Test
    void noFlippedBitIsBelieved() throws IOException {
        var said = run("flip", did, rkey, proof);
        assertThat(said.get("tries").asInt()).isGreaterThan(1_000);
        assertThat(said.get("accepted")).isEmpty();
    }

    @Test
    void neitherIsAnotherShopAnotherRecordAnotherWayOrTheOtherSignature() throws Exception {
        var other = web.listing("olive").split("/");
        assertThat(refused(new Did(other[0]), rkey, proof)).isEqualTo("identity");
        assertThat(refused(did, other[1], proof)).isEqualTo("path");
        assertThat(refused(did, "self", proof)).isEqualTo("path");

        var commit = web.store.commit(did).orElseThrow();
        var tree = web.store.tree(did);
        assertThat(refused(did, rkey, car("high-s", high(commit), tree, rkey))).isEqualTo("signature");
        var neighbour = web.store.tree(did).proof("org.echoppe.shop.profile/self");
        assertThat(neighbour).isNotEmpty();
        assertThat(refused(did, rkey, car("no-record", commit, tree, null))).isEqualTo("path");

        var foreign = web.store.commit(web.market.bookshop.did()).orElseThrow();
        var lie = new Commit(did, foreign.data(), foreign.rev(), foreign.prev(), foreign.sig());
        assertThat(refused(did, rkey, car("forged", lie, tree, rkey))).isEqualTo("signature");
        byte[] whole = Files.readAllBytes(proof);
        assertThat(refused(did, rkey, file("cut.car", Arrays.copyOf(whole, whole.length - 1))))
                .isEqualTo("form");
        assertThat(refused(did, rkey, file("none.car", new byte[0]))).isEqualTo("form");
    }

    private static Commit high(Commit commit) {
        byte[] sig = commit.sig().clone();
        var s = N.subtract(new BigInteger(1, Arrays.copyOfRange(sig, 32, 64))).toByteArray();
        Arrays.fill(sig, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, sig, 64 - length, length);
        return new Commit(commit.did(), commit.data(), commit.rev(), commit.prev(), sig);
    }

    private static Path car(
            String name, Commit commit, MerkleSearchTree tree, @org.jspecify.annotations.Nullable String record)
            throws Exception {
        var bytes = new ByteArrayOutputStream();
        var car = new CarWriter(bytes, commit.cid());
        car.write(commit.block());
        for (var node : tree.proof("org.echoppe.catalogue.product/" + rkey)) {
            car.write(node);
        }
        if (record != null) {
            var stored = web.store
                    .record(did, "org.echoppe.catalogue.product/" + record)
                    .orElseThrow();
            car.write(stored.cid(), stored.bytes());
        }
        return file(name + ".car", bytes.toByteArray());
    }
}
