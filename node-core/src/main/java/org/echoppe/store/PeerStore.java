package org.echoppe.store;

import static org.echoppe.store.jooq.Tables.PEER;
import static org.echoppe.store.jooq.Tables.PEER_ADDRESS;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.echoppe.domain.Did;
import org.echoppe.store.jooq.tables.records.PeerRecord;

/** The nodes this one knows. */
public final class PeerStore {
    private final Database database;

    public PeerStore(Database database) {
        this.database = database;
    }

    public Optional<PeerRow> find(Did did) {
        return database.reading(
                sql -> sql.fetchOptional(PEER, PEER.DID.eq(did.value())).map(PeerStore::row));
    }

    /** By DID. */
    public List<PeerRow> all() {
        return database.reading(sql -> sql.selectFrom(PEER).orderBy(PEER.DID).fetch(PeerStore::row));
    }

    public int count() {
        return database.reading(sql -> sql.fetchCount(PEER));
    }

    /** Adds the peer or writes it anew. */
    public void save(PeerRow row) {
        database.writeAll(sql -> {
            PeerRecord peer =
                    sql.fetchOptional(PEER, PEER.DID.eq(row.did().value())).orElseGet(() -> sql.newRecord(PEER));
            fill(peer, row);
            peer.store();
        });
    }

    /** Changes a peer in one transaction; empty when it is not known. */
    public Optional<PeerRow> change(Did did, UnaryOperator<PeerRow> change) {
        return database.write(() -> {
            Optional<PeerRow> changed = find(did).map(change);
            changed.ifPresent(this::save);
            return changed;
        });
    }

    public void remove(Did did) {
        database.writeAll(
                sql -> sql.deleteFrom(PEER).where(PEER.DID.eq(did.value())).execute());
    }

    /** Addresses typed without a DID that have not answered yet, oldest first. */
    public List<String> unansweredAddresses() {
        return database.reading(sql -> sql.selectFrom(PEER_ADDRESS)
                .orderBy(PEER_ADDRESS.ADDED_AT, PEER_ADDRESS.URL)
                .fetch(PEER_ADDRESS.URL));
    }

    /** Notes the address; nothing happens when it is there already. */
    public void addAddress(String url) {
        database.writeAll(sql -> sql.insertInto(PEER_ADDRESS)
                .set(PEER_ADDRESS.URL, url)
                .set(PEER_ADDRESS.ADDED_AT, database.now())
                .onConflictDoNothing()
                .execute());
    }

    public void removeAddress(String url) {
        database.writeAll(sql ->
                sql.deleteFrom(PEER_ADDRESS).where(PEER_ADDRESS.URL.eq(url)).execute());
    }

    private static void fill(PeerRecord peer, PeerRow row) {
        peer.setDid(row.did().value());
        // an address holds no line break
        peer.setEndpoints(String.join("\n", row.endpoints()));
        peer.setRole(row.card().role());
        peer.setSoftware(row.card().software());
        peer.setSequence(row.card().sequence());
        peer.setNodeRecord(row.card().record());
        peer.setSource(row.source().name());
        peer.setVerified(row.standing().verified());
        peer.setFollowed(row.standing().followed());
        peer.setPaused(row.standing().paused());
        peer.setBlocked(row.standing().blocked());
        peer.setLastContact(row.contact().last());
        peer.setFailures(row.contact().failures());
        peer.setNextTry(row.contact().nextTry());
        peer.setAddedAt(row.addedAt());
    }

    private static PeerRow row(PeerRecord peer) {
        return new PeerRow(
                new Did(peer.getDid()),
                new PeerCard(
                        peer.getEndpoints().lines().toList(),
                        peer.getRole(),
                        peer.getSoftware(),
                        peer.getSequence(),
                        peer.getNodeRecord()),
                PeerSource.valueOf(peer.getSource()),
                new PeerStanding(peer.getVerified(), peer.getFollowed(), peer.getPaused(), peer.getBlocked()),
                new PeerContact(peer.getLastContact(), peer.getFailures(), peer.getNextTry()),
                peer.getAddedAt());
    }
}
