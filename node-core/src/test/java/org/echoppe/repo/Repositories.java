package org.echoppe.repo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Tid;

/** Repositories made for tests, from one seed each. */
public final class Repositories {
    private Repositories() {}

    /** A record of a few hundred bytes; equal numbers give equal bytes. */
    public static byte[] record(int number) {
        var random = new Random(number);
        return DagCbor.encode(new Ipld.Fields(Map.of(
                "$type", new Ipld.Text(Collections.PRODUCT),
                "name", new Ipld.Text("Confiture n° " + number),
                "description", new Ipld.Text("fraise ".repeat(random.nextInt(60))),
                "price", new Ipld.Fields(Map.of("amount", new Ipld.Int(random.nextInt(100_000)))))));
    }

    /** So many products, each under the TID that its number gives. */
    public static SortedMap<String, Optional<byte[]>> products(int count) {
        var products = new TreeMap<String, Optional<byte[]>>();
        for (int i = 0; i < count; i++) {
            products.put(key(i), Optional.of(record(i)));
        }
        return products;
    }

    public static String key(int number) {
        return Collections.PRODUCT + "/" + Tid.of(1_700_000_000_000_000L + number * 7919L, 5);
    }

    public static Tid rev(int number) {
        return Tid.of(1_800_000_000_000_000L + number, 3);
    }

    /** Keys of several collections and lengths, so that trees get deep and prefixes odd. */
    static String randomKey(Random random) {
        var collection = switch (random.nextInt(4)) {
            case 0 -> Collections.PROFILE;
            case 1 -> "a.b.c";
            default -> Collections.PRODUCT;
        };
        return collection + "/" + Integer.toString(random.nextInt(1 << (4 + random.nextInt(16))), 36);
    }

    static Cid randomCid(Random random) {
        return Cid.of(Integer.toString(random.nextInt()).getBytes(StandardCharsets.UTF_8));
    }

    static SortedMap<String, Cid> randomEntries(Random random, int count) {
        var entries = new TreeMap<String, Cid>();
        for (int i = 0; i < count; i++) {
            entries.put(randomKey(random), randomCid(random));
        }
        return entries;
    }

    static SortedMap<String, Cid> entries(MerkleSearchTree tree) throws BadRepository {
        var entries = new TreeMap<String, Cid>();
        tree.forEach(entries::put);
        return entries;
    }

    /** All nodes by their CID, as a store would hold them. */
    static Map<Cid, byte[]> nodes(MerkleSearchTree tree) throws BadRepository {
        var nodes = new HashMap<Cid, byte[]>();
        tree.forEachNode(node -> nodes.put(node.cid(), node.bytes()));
        return nodes;
    }

    static ThinDiff thinDiff(Update update) {
        var changes = new TreeMap<String, Optional<Cid>>();
        var records = new HashMap<Cid, byte[]>();
        update.changes().forEach((key, block) -> {
            changes.put(key, block.map(Block::cid));
            block.ifPresent(b -> records.put(b.cid(), b.bytes()));
        });
        return new ThinDiff(update.commit(), changes, records);
    }

    /** The CAR of a first commit. */
    static byte[] car(Update first) throws IOException, BadRepository {
        var records = thinDiff(first).records();
        var out = new ByteArrayOutputStream();
        CarWriter.repository(out, first.commit(), first.tree(), records::get);
        return out.toByteArray();
    }

    public static Update first(Signer signer, int products) throws BadRepository {
        return Update.sign(signer, MerkleSearchTree.empty(), null, rev(1), products(products));
    }
}
