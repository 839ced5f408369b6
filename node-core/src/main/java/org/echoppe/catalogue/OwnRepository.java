package org.echoppe.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.domain.Tid;
import org.echoppe.records.Mailbox;
import org.echoppe.records.ShopClock;
import org.echoppe.records.ShopProfile;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Collections;
import org.echoppe.repo.Commit;
import org.echoppe.repo.DagCbor;
import org.echoppe.repo.MerkleSearchTree;
import org.echoppe.repo.Signer;
import org.echoppe.repo.TidClock;
import org.echoppe.repo.Update;
import org.echoppe.store.Database;
import org.echoppe.store.Head;
import org.echoppe.store.OrderStore;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;
import org.echoppe.store.RepoStore;
import org.echoppe.store.SettingStore;
import org.echoppe.store.StoreOutcome;
import org.jspecify.annotations.Nullable;

/** The shop's own signed repository, as far as writing it goes. One commit at a time. */
public final class OwnRepository {
    /**
     * The public halves of keys that the profile names.
     *
     * @param encryption what orders are sealed to now: asked at every commit
     * @param recovery what alone can name a successor
     */
    public record Keys(Supplier<Did> encryption, Did recovery) {}

    private static final String RESERVED = "publish.rev";
    private static final String PROFILE_KEY = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);
    private static final int CLOCK_IDS = 1 << 10;

    /** Products in a commit at most: in between, others can write. */
    static final int STRETCH = 5_000;

    private final Signer signer;
    private final Keys keys;
    private final Database database;
    private final RepoStore repos;
    private final ProductStore products;
    private final SettingStore settings;
    private final Shop shop;
    private final Clock clock;
    /** Orders name records that may be gone by the time they come. */
    private final OrderStore past;

    private volatile List<String> endpoints = List.of();
    private volatile String webUrl = "";
    private volatile List<Mailbox> mailboxes = List.of();
    private volatile boolean more;

    public OwnRepository(
            Signer signer,
            Keys keys,
            Database database,
            RepoStore repos,
            ProductStore products,
            SettingStore settings,
            Shop shop,
            Clock clock) {
        this.signer = signer;
        this.keys = keys;
        this.database = database;
        this.repos = repos;
        this.products = products;
        this.settings = settings;
        this.shop = shop;
        this.clock = clock;
        this.past = new OrderStore(database);
    }

    void reachableAt(List<String> newEndpoints, String newWebUrl) {
        endpoints = List.copyOf(newEndpoints);
        webUrl = newWebUrl;
    }

    void mailAt(List<Mailbox> newMailboxes) {
        mailboxes = List.copyOf(newMailboxes);
    }

    Optional<Tid> lastRev() {
        return repos.head(signer.did()).map(Head::rev);
    }

    /** Whether a commit would say anything new, or mend what the disk changed. */
    boolean isWaiting() {
        return shop.exists()
                && (isDamaged() || products.anyPending() || changedProfile().isPresent());
    }

    private boolean isDamaged() {
        return repos.head(signer.did()).filter(Head::damaged).isPresent();
    }

    /**
     * Signs and stores the next commit.
     *
     * @param evenUnchanged also when nothing but the date would change
     * @throws Rejected COMMIT_AHEAD when the clock is behind the last commit; REPOSITORY_DAMAGED when it is, and the shop's tables do not tell all it held
     */
    Optional<Commit> publish(boolean evenUnchanged) {
        if (!shop.exists() || !(evenUnchanged || isWaiting())) {
            return Optional.empty();
        }
        // durable before anything is signed, so that no crash and no backup put back makes two commits of one rev
        Tid rev = reserve();
        return isDamaged()
                ? publish(
                        Integer.MAX_VALUE,
                        _ -> rebuild(rev, repos.head(signer.did()).orElseThrow().commitCid()))
                : publish(STRETCH, changes -> store(rev, changes));
    }

    /** Whether the last commit took no more along than a stretch, and the next has to follow. */
    boolean hasMore() {
        return more;
    }

    /** Whether the last rev is so far ahead of the clock that nobody would take what comes after it. */
    boolean isAhead() {
        return newest().filter(this::isAhead).isPresent();
    }

    private boolean isAhead(Tid rev) {
        return rev.instant().isAfter(clock.instant().plus(Commit.MOST_AHEAD));
    }

    /** Everything anew, after the last commit that others can have taken; empty when the last one is not ahead. */
    Optional<Commit> redate() {
        if (!shop.exists() || !isAhead()) {
            return Optional.empty();
        }
        if (lastRev().isEmpty()) {
            // reserved, and never signed
            settings.remove(RESERVED);
            return publish(true);
        }
        var taken = repos.recentCommits(signer.did()).stream()
                .filter(commit -> !isAhead(commit.rev()))
                .findFirst();
        Tid rev = next(taken.map(Commit::rev));
        return publish(Integer.MAX_VALUE, _ -> {
            settings.put(RESERVED, rev.value());
            return rebuild(rev, taken.map(Commit::cid).orElse(null));
        });
    }

    private Optional<Commit> publish(int most, Function<Map<String, Optional<byte[]>>, Commit> signing) {
        return database.write(() -> {
            // in the order of the table: in any other every page of it would be read and written many times
            var published = new TreeMap<RecordKey, Optional<Cid>>();
            var commit = signing.apply(changes(most, published));
            products.published(published);
            more = published.size() == most;
            return Optional.of(commit);
        });
    }

    private Commit store(Tid rev, Map<String, Optional<byte[]>> changes) {
        var did = signer.did();
        @Nullable Commit head = repos.commit(did).orElse(null);
        try {
            var update = Update.sign(signer, repos.tree(did), head, rev, changes);
            past.keepPast(did, changes.keySet(), clock.instant());
            if (repos.apply(update, head == null ? null : head.cid()) != StoreOutcome.STORED) {
                throw new IllegalStateException("somebody else wrote the shop's own repository");
            }
            return update.commit();
        } catch (BadRepository e) {
            throw new IllegalStateException("the shop's own repository is damaged", e);
        }
    }

    /** What the shop's own tables say, whole: nothing that the disk may have changed is signed. */
    private Commit rebuild(Tid rev, @Nullable Cid prev) {
        var did = signer.did();
        var head = repos.head(did).orElseThrow().commitCid();
        var records = new Rebuilding(did, repos, products).records(PROFILE_KEY, profileRecord());
        var cids = new TreeMap<String, Cid>();
        records.forEach((key, block) -> cids.put(key, block.cid()));
        var tree = MerkleSearchTree.build(cids);
        var commit = Commit.sign(signer, tree.root(), rev, prev);
        if (repos.rebuild(commit, tree, records, head) != StoreOutcome.STORED) {
            throw new IllegalStateException("somebody else wrote the shop's own repository");
        }
        return commit;
    }

    private Tid reserve() {
        Tid rev = next(newest());
        if (isAhead(rev)) {
            throw Rejected.because(Fault.COMMIT_AHEAD, LocalDate.ofInstant(rev.instant(), ZoneOffset.UTC));
        }
        database.write(() -> settings.put(RESERVED, rev.value()));
        return rev;
    }

    private Optional<Tid> newest() {
        return Stream.concat(settings.get(RESERVED).map(Tid::new).stream(), lastRev().stream())
                .max(Tid::compareTo);
    }

    private Tid next(Optional<Tid> last) {
        int clockId = Math.floorMod(signer.did().hashCode(), CLOCK_IDS);
        return new TidClock(clock, clockId, last.orElse(null)).next();
    }

    /** Records to be written, and to be removed where empty, by repository key. */
    private Map<String, Optional<byte[]>> changes(int most, Map<RecordKey, Optional<Cid>> published) {
        var changes = new TreeMap<String, Optional<byte[]>>();
        products.forEachPending(most, row -> {
            Optional<byte[]> record =
                    row.state() == ProductState.PUBLISHED ? Optional.of(row.draft()) : Optional.empty();
            changes.put(Collections.keyOf(Collections.PRODUCT, row.rkey()), record);
            published.put(row.rkey(), record.map(Cid::of));
        });
        changedProfile().ifPresent(bytes -> changes.put(PROFILE_KEY, Optional.of(bytes)));
        return changes;
    }

    /** The profile's record; empty when the repository holds the very same. */
    private Optional<byte[]> changedProfile() {
        return profileRecord()
                .filter(bytes -> repos.record(signer.did(), PROFILE_KEY)
                        .filter(held -> held.cid().equals(Cid.of(bytes)))
                        .isEmpty());
    }

    private Optional<byte[]> profileRecord() {
        return shop.profile().map(profile -> DagCbor.encode(completed(profile).toFields()));
    }

    private ShopProfile completed(ShopProfile profile) {
        var reachable = profile.withEncryptionKey(keys.encryption().get())
                .withRecoveryKey(keys.recovery())
                .withEndpoints(endpoints);
        if (!mailboxes.isEmpty() || !reachable.mailboxes().isEmpty()) {
            reachable = reachable.withMailboxes(mailboxes);
        }
        // a closing that is over is over for readers without a calendar too
        var today = clock.instant()
                .atZone(ShopClock.zone(profile.address(), clock.getZone()))
                .toLocalDate();
        reachable = reachable.withStatus(profile.status().on(today));
        // the shopkeeper's own word on the web address goes before what the node knows of itself
        return profile.webUrl().isEmpty() ? reachable.withWebUrl(webUrl) : reachable;
    }
}
