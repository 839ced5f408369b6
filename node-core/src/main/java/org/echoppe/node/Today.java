package org.echoppe.node;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.echoppe.discovery.KnownPeer;
import org.echoppe.node.backup.Saved;
import org.echoppe.records.ShopProfile;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.SettingStore;
import org.echoppe.today.Facts;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Step;
import org.echoppe.today.Task;

/** Looks around in a running node for what there is to do. */
public final class Today {
    /** So many of the products are looked through for a picture, newest first. */
    private static final int FOR_PICTURES = 200;

    private final Node node;
    private final Clock clock;
    private final FirstWeek firstWeek;

    Today(Node node, SettingStore settings, Clock clock) {
        this.node = node;
        this.clock = clock;
        this.firstWeek = new FirstWeek(settings);
    }

    /** What there is to do now, most pressing first. */
    public List<Task> tasks() {
        return facts().tasks();
    }

    public FirstWeek firstWeek() {
        return firstWeek;
    }

    /** How far the first week got. */
    public FirstWeek.Progress progress() {
        return firstWeek.progress(this::done);
    }

    private Facts facts() {
        var tally = node.catalogue().tally();
        var peers = node.peers().all();
        return new Facts(
                clock.instant(),
                node.publisher().trouble(),
                node.peers().clockIsWrong(),
                freeBytes(),
                node.certificateEnds(),
                node.orders().tally(),
                node.identity().recoverySheet().isPresent(),
                node.backup().last().map(Saved::at),
                node.dailyBackup().trouble(),
                tally,
                tally.online() > shown() ? node.unshown().names() : List.of(),
                (int) peers.stream()
                        .filter(peer -> peer.word() == KnownPeer.Word.ANOTHER_ANSWERS)
                        .count(),
                peers.stream()
                        .filter(peer -> peer.word() == KnownPeer.Word.OFFLINE && isChosen(peer))
                        .map(peer -> peer.state().awaySince())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** How many of the own products shoppers find here. */
    private int shown() {
        return node.listings()
                .merchant(node.identity().did())
                .map(own -> own.products())
                .orElse(0);
    }

    private static boolean isChosen(KnownPeer peer) {
        var standing = peer.row().standing();
        return standing.verified() || standing.followed();
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(node.config().home()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // a disk that does not say how full it is is no reason to worry anybody
        }
    }

    private Set<Step> done() {
        var done = EnumSet.noneOf(Step.class);
        node.catalogue().shop().profile().ifPresent(profile -> addOfProfile(done, profile));
        if (node.catalogue().tally().published() > 0) {
            done.add(Step.PRODUCT);
        }
        if (hasPicture()) {
            done.add(Step.PICTURE);
        }
        if (node.identity().recoverySheet().isEmpty()) {
            done.add(Step.RECOVERY_SHEET);
        }
        if (!node.config().bind().isLoopbackAddress() || node.config().publicWebUrl() != null) {
            done.add(Step.VISIBLE);
        }
        if (!node.peers().all().isEmpty()) {
            done.add(Step.OTHER_SHOP);
        }
        return done;
    }

    private static void addOfProfile(Set<Step> done, ShopProfile profile) {
        boolean placed = profile.address()
                .filter(address ->
                        !address.street().isEmpty() && !address.locality().isEmpty())
                .isPresent();
        if (placed && !(profile.phone() + profile.email()).isEmpty()) {
            done.add(Step.SHOP_DATA);
        }
        if (!profile.openingHours().isEmpty()) {
            done.add(Step.OPENING_HOURS);
        }
        if (!profile.legal().companyName().isEmpty() && !profile.legal().terms().isEmpty()) {
            done.add(Step.LEGAL_TEXTS);
        }
    }

    private boolean hasPicture() {
        var newest = new ProductQuery("", null, ProductQuery.Sort.UPDATED, true, 0, FOR_PICTURES);
        return node.catalogue().list(newest).list().stream()
                .anyMatch(product -> !product.record().images().isEmpty());
    }
}
