package org.echoppe.replicas;

import java.util.Optional;
import org.echoppe.guard.Denials;
import org.echoppe.records.Price;
import org.echoppe.records.PriceRange;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.echoppe.search.IndexedListing;
import org.echoppe.search.Label;
import org.echoppe.store.StoredRecord;

/**
 * What of a repository shoppers get to see. A record that breaks its own schema, or that the keeper denies, is kept and passed
 * on, but not shown; the goods of a shop whose profile is missing, broken, denied or says that it is gone are not shown either.
 */
public final class ShownRecords {
    private final Denials denials;

    public ShownRecords(Denials denials) {
        this.denials = denials;
    }

    /** What the keeper denies now. */
    public Denials.Rules denied() {
        return denials.rules();
    }

    /** The shop that its profile record describes; empty when it is not to be shown. */
    public Optional<ShopProfile> profile(StoredRecord record) {
        return isDenied(record) ? Optional.empty() : profile(record.bytes());
    }

    /** The product that its record describes; empty when it is not to be shown. */
    public Optional<ProductRecord> product(StoredRecord record) {
        return isDenied(record) ? Optional.empty() : product(record.bytes());
    }

    boolean isDenied(StoredRecord record) {
        return denied().status(record.did(), record.key(), record.cid()).isPresent();
    }

    /** The same whatever the keeper denies. */
    static Optional<ShopProfile> profile(byte[] record) {
        try {
            var profile = ShopProfile.of(DagCbor.record(record));
            boolean shown = profile.check().isEmpty() && profile.status().state() != ShopStatus.State.GONE;
            return shown ? Optional.of(profile) : Optional.empty();
        } catch (BadRepository e) {
            return Optional.empty();
        }
    }

    private static Optional<ProductRecord> product(byte[] record) {
        try {
            var product = ProductRecord.of(DagCbor.record(record));
            return product.check().isEmpty() && !product.test() ? Optional.of(product) : Optional.empty();
        } catch (BadRepository e) {
            return Optional.empty();
        }
    }

    /** The product as the index wants it, whatever the keeper denies. No product is newer than the commit that brought it. */
    static Optional<IndexedListing> indexed(StoredRecord record) {
        var signedAt = record.changed().instant();
        return product(record.bytes())
                .map(product -> new IndexedListing(
                        record.did(),
                        Collections.recordKeyOf(record.key()),
                        label(product),
                        product.brand(),
                        product.description(),
                        product.category(),
                        product.gtin().orElse(null),
                        product.variants().stream()
                                .flatMap(kind -> kind.gtin().stream())
                                .toList(),
                        product.sku(),
                        product.createdAt()
                                .filter(made -> made.isBefore(signedAt))
                                .orElse(signedAt),
                        product.test()));
    }

    private static Label label(ProductRecord product) {
        var range = PriceRange.of(product);
        return new Label(
                product.name(),
                product.lang(),
                range.from().map(Price::money).orElse(null),
                product.measure().orElse(null),
                range.availability().orElse(null),
                product.images().stream()
                        .findFirst()
                        .map(image -> new Label.Picture(image.blob().ref(), image.alt()))
                        .orElse(null),
                range.differs(),
                product.loose(),
                range.from().filter(price -> !price.vatIncluded()).isPresent());
    }
}
