package org.echoppe.catalogue;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Blob;
import org.echoppe.records.ShopProfile;
import org.echoppe.records.ShopStatus;
import org.echoppe.repo.BadRepository;
import org.echoppe.repo.DagCbor;
import org.echoppe.store.Database;
import org.echoppe.store.SettingStore;
import org.jspecify.annotations.Nullable;

/** The shop itself: how it presents itself, and what its products take from it. */
public final class Shop {
    private static final String PROFILE = "shop.profile";
    private static final String VAT = "shop.vat";
    private static final String LIMITED_UP_TO = "shop.limitedUpTo";

    private final Database database;
    private final SettingStore settings;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Shop(Database database, SettingStore settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Whether there is one; a node without is a mirror. */
    public boolean exists() {
        return settings.get(PROFILE).isPresent();
    }

    /**
     * Makes the shop. Name and currency are required; the language is French where none is named.
     *
     * @throws Rejected with every problem, each under its {@link ShopField#key}; SHOP_EXISTS
     */
    public ShopProfile init(Map<ShopField, String> texts) {
        return save(this::blankIfNone, texts);
    }

    /**
     * The profile that {@link #init} would make; nothing is stored.
     *
     * @throws Rejected with every problem, each under its {@link ShopField#key}
     */
    public ShopProfile draft(Map<ShopField, String> texts) {
        return new ShopReader(texts).read(blank());
    }

    private ShopProfile blankIfNone() {
        if (exists()) {
            throw Rejected.because(Fault.SHOP_EXISTS);
        }
        return blank();
    }

    private static ShopProfile blank() {
        return ShopProfile.blank().withLang(Language.FR.code());
    }

    /** As the shopkeeper wrote it, without the keys and addresses that publishing adds. */
    public Optional<ShopProfile> profile() {
        return settings.get(PROFILE).map(Shop::read);
    }

    /**
     * Changes the fields mentioned; empty text empties one.
     *
     * @throws Rejected with every problem, each under its {@link ShopField#key}; SHOP_MISSING
     */
    public ShopProfile set(Map<ShopField, String> texts) {
        return save(this::existing, texts);
    }

    /**
     * Every field as text that {@link #set} reads back, in the order of {@link ShopField}.
     *
     * @throws Rejected SHOP_MISSING
     */
    public Map<ShopField, String> show(Language language) {
        var profile = existing();
        var rules = OrderRules.in(settings);
        var texts = new EnumMap<ShopField, String>(ShopField.class);
        for (ShopField field : ShopField.values()) {
            texts.put(field, ShopTexts.text(profile, defaults(), rules, field, language));
        }
        return texts;
    }

    /**
     * Every field of {@link ShopForm} as it stands.
     *
     * @throws Rejected SHOP_MISSING
     */
    public Map<String, String> form(Language language) {
        return ShopForm.write(existing(), defaults(), OrderRules.in(settings), language);
    }

    /**
     * Saves a whole form; a field it does not mention becomes empty where it belongs to hours, closed days or delivery, and
     * stays otherwise.
     *
     * @throws Rejected with every problem, by field of the form; SHOP_MISSING
     */
    public ShopProfile saveForm(Map<String, String> form) {
        return store(() -> ShopForm.read(existing(), form), ShopForm.texts(form));
    }

    /**
     * Whether it trades, which a shopkeeper changes without a form.
     *
     * @throws Rejected SHOP_MISSING
     */
    public ShopProfile open(ShopStatus status) {
        return store(() -> existing().withStatus(status), Map.of());
    }

    /**
     * Hangs the shop's sign, whose bytes are kept already; null takes it down.
     *
     * @throws Rejected SHOP_MISSING
     */
    public ShopProfile logo(@Nullable Blob logo) {
        return store(() -> existing().withLogo(logo), Map.of());
    }

    /** Called after every change, on the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** @throws Rejected SHOP_MISSING */
    ShopDefaults defaults() {
        var profile = existing();
        return new ShopDefaults(
                profile.lang(),
                profile.currency().orElse(Money.EUR),
                settings.get(VAT)
                        .map(text -> OptionalInt.of(Integer.parseInt(text)))
                        .orElse(OptionalInt.empty()),
                settings.get(LIMITED_UP_TO).map(Integer::parseInt).orElse(ShopDefaults.LIMITED_UP_TO));
    }

    private ShopProfile existing() {
        return profile().orElseThrow(() -> Rejected.because(Fault.SHOP_MISSING));
    }

    private ShopProfile save(Supplier<ShopProfile> before, Map<ShopField, String> texts) {
        return store(() -> new ShopReader(texts).read(before.get()), texts);
    }

    /** Read, changed and stored in one transaction, so that of two changes at once neither is lost. */
    private ShopProfile store(Supplier<ShopProfile> change, Map<ShopField, String> texts) {
        var saved = database.write(() -> {
            var profile = change.get();
            settings.put(PROFILE, Base64.getEncoder().encodeToString(DagCbor.encode(profile.toFields())));
            put(
                    VAT,
                    texts,
                    ShopField.VAT,
                    text -> PriceFields.basisPoints(text, ',').orElseThrow());
            put(LIMITED_UP_TO, texts, ShopField.LIMITED_UP_TO, Integer::valueOf);
            new OrderRuleFields(profile.currency().orElse(Money.EUR), defaults().decimalSign()).keep(texts, settings);
            return profile;
        });
        listeners.forEach(Runnable::run);
        return saved;
    }

    private void put(
            String name,
            Map<ShopField, String> texts,
            ShopField field,
            java.util.function.Function<String, Integer> reader) {
        String text = texts.get(field);
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            settings.remove(name);
        } else {
            settings.put(name, reader.apply(text.strip()).toString());
        }
    }

    private static ShopProfile read(String text) {
        try {
            return ShopProfile.of(DagCbor.record(Base64.getDecoder().decode(text)));
        } catch (BadRepository e) {
            throw new IllegalStateException("the shop's profile is damaged", e);
        }
    }
}
