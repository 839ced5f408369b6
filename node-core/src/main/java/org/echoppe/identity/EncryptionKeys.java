package org.echoppe.identity;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.echoppe.domain.Did;
import org.echoppe.repo.Ipld;

/**
 * The keys that orders are sealed to: the one that the profile names, those before it until nothing sealed to them can still come, and
 * the link of the chain that the next one is made from. A key that has left this list can be made again from the recovery sheet alone.
 *
 * @param number of the current one, from 1
 * @param since when it became that; {@link Instant#EPOCH} where that was not written down
 * @param retired the latest first
 */
record EncryptionKeys(int number, KeyPair current, byte[] next, Instant since, List<Retired> retired) {
    /** A key is the current one for so long. */
    static final Duration LIFE = Duration.ofDays(45);

    /** Nobody seals to a profile of more than 30 days, and nobody carries an envelope for more than 30. */
    static final Duration KEPT = Duration.ofDays(60);

    /** How far a keystore that was put back from a backup may lie behind what the shop has published since. */
    private static final int BEHIND = 64;

    EncryptionKeys {
        retired = List.copyOf(retired);
    }

    /** @param until when it is destroyed */
    record Retired(KeyPair key, Instant until) {}

    /** The first of a chain. */
    static EncryptionKeys first(byte[] link) {
        return of(1, link, Instant.EPOCH, List.of());
    }

    private static EncryptionKeys of(int number, byte[] link, Instant since, List<Retired> retired) {
        return new EncryptionKeys(
                number,
                KeyPairs.of(Derivation.ENCRYPTION_KEY.from(link)),
                Derivation.ENCRYPTION_NEXT.from(link),
                since,
                retired);
    }

    /** As they should be now: the very same where nothing is to be done. */
    EncryptionKeys at(Instant now) {
        var kept = retired.stream().filter(key -> key.until().isAfter(now)).toList();
        if (since.equals(Instant.EPOCH)) {
            return new EncryptionKeys(number, current, next, now, kept);
        }
        if (!since.plus(LIFE).isAfter(now)) {
            return new EncryptionKeys(number, current, next, since, kept).renewed(now);
        }
        return kept.size() == retired.size() ? this : new EncryptionKeys(number, current, next, since, kept);
    }

    private EncryptionKeys renewed(Instant now) {
        var before = new ArrayList<Retired>();
        before.add(new Retired(current, now.plus(KEPT)));
        before.addAll(retired);
        return of(number + 1, next, now, before);
    }

    /** The key that is called so, among those that are held. */
    Optional<KeyPair> find(String kid) {
        return Stream.concat(Stream.of(current), retired.stream().map(Retired::key))
                .filter(key -> KeyPairs.did(key).value().equals(kid))
                .findFirst();
    }

    /**
     * As they are where this key is the current one: the shop has published it, and this keystore is older than that.
     *
     * @return empty when it is none of the next in the chain
     */
    Optional<EncryptionKeys> upTo(Did wanted, Instant now) {
        var keys = this;
        for (int i = 0; i < BEHIND; i++) {
            keys = keys.renewed(now);
            if (KeyPairs.did(keys.current).equals(wanted)) {
                return Optional.of(keys);
            }
        }
        return Optional.empty();
    }

    void addTo(Map<String, Ipld> fields) {
        fields.put("encryptionNumber", new Ipld.Int(number));
        fields.put("encryption", new Ipld.Bytes(scalar(current)));
        fields.put("nextEncryption", new Ipld.Bytes(next));
        fields.put("encryptionSince", new Ipld.Int(since.toEpochMilli()));
        fields.put(
                "retired",
                new Ipld.Items(
                        retired.stream().<Ipld>map(EncryptionKeys::fields).toList()));
    }

    private static Ipld.Fields fields(Retired retired) {
        var fields = new HashMap<String, Ipld>();
        fields.put("key", new Ipld.Bytes(scalar(retired.key())));
        fields.put("until", new Ipld.Int(retired.until().toEpochMilli()));
        return new Ipld.Fields(fields);
    }

    /** @throws IllegalArgumentException for what {@link #addTo} did not write; keystores of before have neither dates nor retired keys */
    static EncryptionKeys of(Ipld.Fields fields) {
        var retired = fields.items("retired").orElse(List.of()).stream()
                .map(item -> (Ipld.Fields) item)
                .map(item -> new Retired(key(item, "key"), time(item, "until")))
                .toList();
        return new EncryptionKeys(
                Math.toIntExact(
                        fields.integer("encryptionNumber").orElseThrow(() -> KeptKeys.missing("encryptionNumber"))),
                key(fields, "encryption"),
                KeptKeys.bytes(fields, "nextEncryption"),
                time(fields, "encryptionSince"),
                retired);
    }

    private static KeyPair key(Ipld.Fields fields, String name) {
        return KeyPairs.ofScalar(new BigInteger(KeptKeys.bytes(fields, name)));
    }

    private static Instant time(Ipld.Fields fields, String name) {
        return Instant.ofEpochMilli(fields.integer(name).orElse(0L));
    }

    private static byte[] scalar(KeyPair key) {
        return ((ECPrivateKey) key.getPrivate()).getS().toByteArray();
    }

    @Override
    public String toString() {
        return "EncryptionKeys";
    }
}
