package org.echoppe.records;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Did;
import org.echoppe.domain.Problem;
import org.echoppe.repo.Ipld;
import org.jspecify.annotations.Nullable;

/**
 * A shop as it presents itself: the record's fields and a typed view of them, as in {@link ProductRecord}. What is absent or
 * of a wrong shape reads as empty, and fields this program does not know stay where they are.
 */
public record ShopProfile(Ipld.Fields fields) {
    /** The collection it stands in, and its {@code $type}. */
    public static final String TYPE = "org.echoppe.shop.profile";

    private static final Schema SCHEMA = new Schema()
            .optional("$type", Shape.choice(List.of(TYPE)))
            .required("name", Shape.line(200))
            .optional("tagline", Shape.line(200))
            .optional("description", Shape.lines(10_000))
            .required("lang", Shape.language())
            .required("currency", Shape.currency())
            .optional("address", Address.SCHEMA)
            .optional("geo", Geo.SCHEMA)
            .optional("phone", Shape.line(40))
            .optional("email", Shape.email())
            .optional("website", Shape.page("https", "http"))
            .optional("openingHours", Shape.list(50, OpeningHours.SCHEMA))
            .optional("closedOn", Shape.list(100, Closing.SCHEMA))
            .optional("legal", Legal.SCHEMA)
            .optional("logo", Blob.SCHEMA)
            .optional("endpoints", Shape.list(8, Shape.endpoint()))
            .optional("webUrl", Shape.page("https"))
            .optional("mailboxes", Shape.list(8, Mailbox.SCHEMA))
            .optional("encryptionKey", Shape.did())
            .optional("recoveryKey", Shape.did())
            .optional("fulfilment", Trade.FULFILMENT)
            .optional("payments", Trade.PAYMENTS)
            .optional("status", ShopStatus.SCHEMA);

    /** What {@link #check} demands, as a JSON Schema of the record's JSON form. */
    public static Map<String, Object> jsonSchema() {
        return SCHEMA.jsonSchema();
    }

    /** Takes any fields: whether they make a profile is what {@link #check} says. */
    public static ShopProfile of(Ipld.Fields fields) {
        return new ShopProfile(fields);
    }

    /** A profile to be filled with {@code with…}. */
    public static ShopProfile blank() {
        return new ShopProfile(new Ipld.Fields(Map.of("$type", new Ipld.Text(TYPE))));
    }

    public Ipld.Fields toFields() {
        return fields;
    }

    /** Everything that keeps it from being shown, by field ({@code address.country}); empty when all is well. */
    public List<Problem> check() {
        return SCHEMA.check(fields);
    }

    public String name() {
        return fields.text("name").orElse("");
    }

    public ShopProfile withName(String name) {
        return new ShopProfile(Changes.with(fields, "name", name));
    }

    public String tagline() {
        return fields.text("tagline").orElse("");
    }

    public ShopProfile withTagline(String tagline) {
        return new ShopProfile(Changes.with(fields, "tagline", tagline));
    }

    public String description() {
        return fields.text("description").orElse("");
    }

    public ShopProfile withDescription(String description) {
        return new ShopProfile(Changes.with(fields, "description", description));
    }

    public String lang() {
        return fields.text("lang").orElse("");
    }

    public ShopProfile withLang(String lang) {
        return new ShopProfile(Changes.with(fields, "lang", lang));
    }

    public Optional<Currency> currency() {
        return Changes.parsed(fields, "currency", Currency::getInstance);
    }

    public ShopProfile withCurrency(Currency currency) {
        return new ShopProfile(Changes.with(fields, "currency", currency.getCurrencyCode()));
    }

    public Optional<Address> address() {
        return fields.fields("address").map(Address::of);
    }

    public ShopProfile withAddress(Address address) {
        return withPart("address", Address.SCHEMA, address.toFields());
    }

    public Optional<Geo> geo() {
        return fields.fields("geo").flatMap(Geo::of);
    }

    public ShopProfile withGeo(@Nullable Geo geo) {
        return withPart("geo", Geo.SCHEMA, geo == null ? null : geo.toFields());
    }

    public String phone() {
        return fields.text("phone").orElse("");
    }

    public ShopProfile withPhone(String phone) {
        return new ShopProfile(Changes.with(fields, "phone", phone));
    }

    public String email() {
        return fields.text("email").orElse("");
    }

    public ShopProfile withEmail(String email) {
        return new ShopProfile(Changes.with(fields, "email", email));
    }

    public String website() {
        return fields.text("website").orElse("");
    }

    public ShopProfile withWebsite(String website) {
        return new ShopProfile(Changes.with(fields, "website", website));
    }

    public List<OpeningHours> openingHours() {
        return Changes.parts(fields, "openingHours", OpeningHours::of);
    }

    public ShopProfile withOpeningHours(List<OpeningHours> hours) {
        return new ShopProfile(Changes.with(
                fields,
                "openingHours",
                new Ipld.Items(hours.stream().<Ipld>map(OpeningHours::toFields).toList())));
    }

    public List<Closing> closedOn() {
        return Changes.parts(fields, "closedOn", Closing::of);
    }

    public ShopProfile withClosedOn(List<Closing> closings) {
        return new ShopProfile(Changes.with(
                fields,
                "closedOn",
                new Ipld.Items(closings.stream().<Ipld>map(Closing::toFields).toList())));
    }

    public Legal legal() {
        return fields.fields("legal").map(Legal::of).orElse(Legal.NONE);
    }

    public ShopProfile withLegal(Legal legal) {
        return withPart("legal", Legal.SCHEMA, legal.toFields());
    }

    public Optional<Blob> logo() {
        return fields.fields("logo").flatMap(Blob::of);
    }

    public ShopProfile withLogo(@Nullable Blob logo) {
        return withPart("logo", Blob.SCHEMA, logo == null ? null : logo.toFields());
    }

    /** Addresses of the shop's peer port, https. */
    public List<String> endpoints() {
        return Changes.texts(fields, "endpoints");
    }

    public ShopProfile withEndpoints(List<String> endpoints) {
        return new ShopProfile(Changes.with(fields, "endpoints", Changes.texts(endpoints)));
    }

    public String webUrl() {
        return fields.text("webUrl").orElse("");
    }

    public ShopProfile withWebUrl(String webUrl) {
        return new ShopProfile(Changes.with(fields, "webUrl", webUrl));
    }

    public List<Mailbox> mailboxes() {
        return Changes.parts(fields, "mailboxes", Mailbox::of);
    }

    public ShopProfile withMailboxes(List<Mailbox> mailboxes) {
        return new ShopProfile(Changes.with(
                fields,
                "mailboxes",
                new Ipld.Items(mailboxes.stream().<Ipld>map(Mailbox::toFields).toList())));
    }

    /** The key that orders are sealed to, as did:key. */
    public Optional<Did> encryptionKey() {
        return Changes.parsed(fields, "encryptionKey", Did::new);
    }

    public ShopProfile withEncryptionKey(Did key) {
        return new ShopProfile(Changes.with(fields, "encryptionKey", key.value()));
    }

    /** The public half of the key that may name a successor, as did:key. */
    public Optional<Did> recoveryKey() {
        return Changes.parsed(fields, "recoveryKey", Did::new);
    }

    public ShopProfile withRecoveryKey(Did key) {
        return new ShopProfile(Changes.with(fields, "recoveryKey", key.value()));
    }

    public Optional<Pickup> pickup() {
        return fields.fields("fulfilment")
                .flatMap(fulfilment -> fulfilment.fields("pickup"))
                .map(Pickup::of);
    }

    public ShopProfile withPickup(@Nullable Pickup pickup) {
        var fulfilment = fields.fields("fulfilment").orElse(Changes.NOTHING);
        fulfilment = Changes.withPart(fulfilment, "pickup", Pickup.SCHEMA, pickup == null ? null : pickup.toFields());
        return new ShopProfile(Changes.with(fields, "fulfilment", fulfilment));
    }

    /** The areas it delivers to; none where it does not. */
    public List<DeliveryZone> deliveryZones() {
        return fields.fields("fulfilment")
                .map(fulfilment -> Changes.parts(fulfilment, "delivery", DeliveryZone::of))
                .orElse(List.of());
    }

    public ShopProfile withDeliveryZones(List<DeliveryZone> zones) {
        var fulfilment = fields.fields("fulfilment").orElse(Changes.NOTHING);
        var list =
                new Ipld.Items(zones.stream().<Ipld>map(DeliveryZone::toFields).toList());
        return new ShopProfile(Changes.with(fields, "fulfilment", Changes.with(fulfilment, "delivery", list)));
    }

    /** The account for bank transfers, where it takes any. */
    public Optional<BankTransfer> transfer() {
        return fields.fields("payments")
                .flatMap(payments -> payments.fields("transfer"))
                .flatMap(BankTransfer::of);
    }

    public ShopProfile withTransfer(@Nullable BankTransfer transfer) {
        var payments = fields.fields("payments").orElse(Changes.NOTHING);
        payments = Changes.withPart(
                payments, "transfer", BankTransfer.SCHEMA, transfer == null ? null : transfer.toFields());
        return new ShopProfile(Changes.with(fields, "payments", payments));
    }

    /** How one can pay in the shop, in the merchant's own words: cash, card … */
    public List<String> paymentsInShop() {
        return fields.fields("payments")
                .map(payments -> Changes.texts(payments, "inShop"))
                .orElse(List.of());
    }

    public ShopProfile withPaymentsInShop(List<String> ways) {
        var payments = fields.fields("payments").orElse(Changes.NOTHING);
        return new ShopProfile(Changes.with(fields, "payments", Changes.with(payments, "inShop", Changes.texts(ways))));
    }

    /** Open where nothing is said. */
    public ShopStatus status() {
        return fields.fields("status").flatMap(ShopStatus::of).orElse(ShopStatus.OPEN);
    }

    public ShopProfile withStatus(ShopStatus status) {
        return withPart("status", ShopStatus.SCHEMA, status.equals(ShopStatus.OPEN) ? null : status.toFields());
    }

    private ShopProfile withPart(String name, Schema schema, Ipld.@Nullable Fields part) {
        return new ShopProfile(Changes.withPart(fields, name, schema, part));
    }
}
