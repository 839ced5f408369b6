package org.echoppe.app;

import java.util.List;
import java.util.function.UnaryOperator;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.network.Found;
import org.echoppe.app.network.KnownShop;
import org.echoppe.app.network.NearbyShop;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.Reach;
import org.echoppe.app.network.Self;
import org.echoppe.app.network.Usage;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.peers.ShopCode;
import org.echoppe.replicas.StrangerLimits;
import org.jspecify.annotations.Nullable;

/** The shops that a made-up shop knows. */
final class FakeNetwork implements NetworkDesk {
    private final FakeShop shop;

    FakeNetwork(FakeShop shop) {
        this.shop = shop;
    }

    @Override
    public List<KnownShop> shops() {
        shop.ask();
        return List.copyOf(shop.shops);
    }

    @Override
    public Self self() {
        return new Self(
                "https://192.168.1.20:8444",
                FakeShop.FINGERPRINT,
                shop.visible,
                "https://192.168.1.20:8444#" + FakeShop.DID.value());
    }

    @Override
    public Found ask(String address) {
        shop.ask();
        if (address.contains("#did:")) {
            return new Found(address.replaceAll("#.*", ""), FakeShop.DID, FakeShop.FINGERPRINT, true, false, false);
        }
        if (!address.startsWith("https://")) {
            throw new Rejected(List.of(Problem.of("address", Fault.NOT_AN_ADDRESS, address)));
        }
        return new Found(address, FakeShop.DID, FakeShop.FINGERPRINT, false, false, true);
    }

    @Override
    public List<NearbyShop> nearby() {
        return shop.nearby;
    }

    @Override
    public Found ask(NearbyShop seen) {
        return new Found(seen.addresses().getFirst(), seen.did(), FakeShop.FINGERPRINT, false, true, true);
    }

    /** Reads truly: what a picture shows is not the node's business. */
    @Override
    public ShopCode code(PictureSource picture) {
        return NodePictures.code(picture);
    }

    @Override
    public ShopCode code(String typed) {
        return ShopCode.read(typed);
    }

    @Override
    public void add(Found found, boolean compared) {
        shop.shops.add(shop.known(
                "Fromagerie du Marché", "Villeurbanne", Reach.UP_TO_DATE, shop.clock.instant(), 42, compared));
    }

    @Override
    public Usage usage() {
        return new Usage(14_300_000, 3_820_000, 48_700_000, shop.shops.size(), 212_000_000, 1L << 30, shop.limits);
    }

    @Override
    public void compared(Did did) {
        turn(did, one -> one.with(one.reach(), chosen(one, true, one.chosen().followed(), null)));
    }

    @Override
    public void follow(Did did, boolean followed) {
        turn(did, one -> one.with(one.reach(), chosen(one, one.chosen().compared(), followed, null)));
    }

    @Override
    public void pause(Did did, boolean paused) {
        turn(
                did,
                one -> one.with(
                        paused ? Reach.PAUSED : Reach.SYNCING,
                        new KnownShop.Chosen(true, one.chosen().followed(), paused, null)));
    }

    @Override
    public void block(Did did, String reason) {
        turn(did, one -> one.with(Reach.BLOCKED, chosen(one, true, false, reason)));
    }

    @Override
    public void unblock(Did did) {
        turn(did, one -> one.with(Reach.SYNCING, chosen(one, true, false, null)));
    }

    private KnownShop.Chosen chosen(KnownShop one, boolean compared, boolean followed, @Nullable String blocked) {
        return new KnownShop.Chosen(compared, followed, one.chosen().paused(), blocked);
    }

    private void turn(Did did, UnaryOperator<KnownShop> change) {
        shop.shops.replaceAll(one -> one.did().equals(did) ? change.apply(one) : one);
    }

    @Override
    public void limit(StrangerLimits now) {
        shop.limits = now;
    }

    @Override
    public void syncNow() {}
}
