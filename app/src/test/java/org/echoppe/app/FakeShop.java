package org.echoppe.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.echoppe.app.network.Found;
import org.echoppe.app.network.KnownShop;
import org.echoppe.app.network.NetworkDesk;
import org.echoppe.app.network.Reach;
import org.echoppe.app.network.Self;
import org.echoppe.app.network.Usage;
import org.echoppe.app.products.ImportDesk;
import org.echoppe.app.products.ImportKind;
import org.echoppe.app.products.ImportLine;
import org.echoppe.app.products.ImportPreview;
import org.echoppe.app.products.ImportTable;
import org.echoppe.app.products.PictureDraft;
import org.echoppe.app.products.PictureSource;
import org.echoppe.app.products.ProductChange;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.products.ProductEffect;
import org.echoppe.app.products.ProductFilter;
import org.echoppe.app.products.ProductLine;
import org.echoppe.app.products.ProductQuestion;
import org.echoppe.app.products.ProductStretch;
import org.echoppe.app.products.ShopTerms;
import org.echoppe.app.products.UnfinishedForm;
import org.echoppe.app.settings.SettingsDesk;
import org.echoppe.app.shop.Recovery;
import org.echoppe.app.shop.ShopDesk;
import org.echoppe.app.today.TodayDesk;
import org.echoppe.app.welcome.WelcomeDesk;
import org.echoppe.catalogue.Mapping;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.catalogue.PublishState;
import org.echoppe.catalogue.Spreadsheet;
import org.echoppe.catalogue.VatRates;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.RecoverySheet;
import org.echoppe.replicas.StrangerLimits;
import org.echoppe.today.FirstWeek;
import org.echoppe.today.Task;
import org.jspecify.annotations.Nullable;

/** A made-up shop that can be put into every state a screen has to draw. */
final class FakeShop implements OpenShop {
    static final Did DID = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
    static final String FINGERPRINT = "MZXW6YT-BOI4DSM-LQOJRXI-5BTGQ2A-MFRGG3D-FMZTWQ2-LKNRWW6-33OMA7Q";

    final Map<RecordKey, Map<String, String>> goods = new TreeMap<>();
    final List<KnownShop> shops = new ArrayList<>();
    final Map<String, String> profile = new HashMap<>();
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final Clock clock;
    org.echoppe.records.ShopStatus door = org.echoppe.records.ShopStatus.OPEN;
    String sign = "";
    boolean made;
    boolean visible = true;
    boolean closed;

    @Nullable
    RecoverySheet sheet;
    /** What every question is answered with instead; null for the truth. */
    volatile @Nullable RuntimeException broken;
    /** Questions wait for it; null for at once. */
    volatile @Nullable CountDownLatch held;

    ShopStatus status = new ShopStatus(List.of(), false, false, false, 0, 0, null);

    @Nullable
    ImportPreview preview;

    /** What every picture is; null where none can be read. */
    volatile byte @Nullable [] picture;

    volatile @Nullable UnfinishedForm unfinished;

    StrangerLimits limits = StrangerLimits.USUAL;
    volatile Map<String, String> ports = Map.of("web-port", "8443", "peer-port", "8444");
    volatile boolean autostart;
    volatile List<Task> tasks = List.of();
    volatile FirstWeek.Progress firstWeek = FirstWeek.Progress.OVER;

    private int next;

    FakeShop(Clock clock) {
        this.clock = clock;
    }

    RecordKey put(String name, String category, String price, String stock) {
        var fields = new HashMap<String, String>();
        fields.put("name", name);
        fields.put("category", category);
        fields.put("price", price);
        fields.put("stock", stock);
        var key = new RecordKey("p%05d".formatted(next++));
        goods.put(key, fields);
        return key;
    }

    Map<String, String> of(RecordKey key) {
        return java.util.Objects.requireNonNull(goods.get(key));
    }

    private void ask() {
        var hold = held;
        if (hold != null) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        var fault = broken;
        if (fault != null) {
            throw fault;
        }
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public AutoCloseable onChange(Runnable news) {
        listeners.add(news);
        return () -> listeners.remove(news);
    }

    @Override
    public boolean hasShop() {
        return made;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public WelcomeDesk welcome() {
        return new WelcomeDesk() {
            @Override
            public void openShop(Map<String, String> fields, boolean isVisible) {
                check(fields);
                profile.putAll(fields);
                visible = isVisible;
                made = true;
            }

            @Override
            public void check(Map<String, String> fields) {
                ask();
                var problems = new ArrayList<Problem>();
                if (fields.getOrDefault("name", "").isBlank()) {
                    problems.add(Problem.of("name", Fault.REQUIRED));
                }
                if (!fields.getOrDefault("vat", "").matches("[\\d.,]*")) {
                    problems.add(Problem.of("vat", Fault.NOT_A_NUMBER, fields.getOrDefault("vat", "")));
                }
                if (!problems.isEmpty()) {
                    throw new Rejected(problems);
                }
            }
        };
    }

    @Override
    public TodayDesk today() {
        return new TodayDesk() {
            @Override
            public Report report(Language language) {
                ask();
                return new Report(tasks, firstWeek, "https://192.168.1.20:8443/fr/shops/" + DID.value(), visible);
            }

            @Override
            public void dismissFirstWeek() {
                firstWeek = FirstWeek.Progress.OVER;
            }
        };
    }

    @Override
    public ProductDesk products() {
        return new ProductDesk() {
            @Override
            public ProductStretch list(ProductQuestion question, int offset, int limit) {
                ask();
                var all = goods.keySet().stream().map(FakeShop.this::line).toList();
                var counts = new EnumMap<ProductFilter, Integer>(ProductFilter.class);
                for (var filter : ProductFilter.values()) {
                    counts.put(filter, (int)
                            all.stream().filter(line -> in(line, filter)).count());
                }
                var found = all.stream()
                        .filter(line -> in(line, question.filter()))
                        .filter(line -> line.name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(question.words().toLowerCase(java.util.Locale.ROOT)))
                        .filter(line ->
                                question.category().isEmpty() || line.category().equals(question.category()))
                        .sorted(Comparator.comparing(ProductLine::name))
                        .toList();
                return new ProductStretch(
                        found.stream().skip(offset).limit(limit).toList(), found.size(), counts);
            }

            @Override
            public Map<String, String> fields(RecordKey key, Language language) {
                ask();
                return Map.copyOf(of(key));
            }

            @Override
            public RecordKey save(@Nullable RecordKey key, Map<String, String> fields) {
                ask();
                var problems = new ArrayList<Problem>();
                if (fields.getOrDefault("name", "").isBlank()) {
                    problems.add(Problem.of("name", Fault.REQUIRED));
                }
                if (!fields.getOrDefault("price", "").matches("[\\d.,]*")) {
                    problems.add(Problem.of("price", Fault.NOT_A_PRICE, fields.getOrDefault("price", "")));
                }
                if (fields.getOrDefault("gtin", "").length() == 12) {
                    problems.add(Problem.of("gtin", Fault.NOT_A_GTIN, fields.getOrDefault("gtin", "")));
                }
                if (!problems.isEmpty()) {
                    throw new Rejected(problems);
                }
                var at = key == null ? new RecordKey("p%05d".formatted(next++)) : key;
                goods.put(at, new HashMap<>(fields));
                return at;
            }

            @Override
            public List<RecordKey> keys(ProductQuestion question) {
                return list(question, 0, Integer.MAX_VALUE).rows().stream()
                        .map(ProductLine::key)
                        .toList();
            }

            @Override
            public SortedMap<String, Integer> categoryCounts() {
                var counts = new TreeMap<String, Integer>();
                goods.values().forEach(f -> counts.merge(f.getOrDefault("category", ""), 1, Integer::sum));
                return counts;
            }

            @Override
            public Optional<ProductLine> find(String code) {
                return goods.keySet().stream()
                        .filter(key -> code.equals(of(key).get("gtin")))
                        .findFirst()
                        .map(FakeShop.this::line);
            }

            @Override
            public Optional<byte[]> thumbnail(String picture) {
                return Optional.empty();
            }

            @Override
            public ProductEffect preview(List<RecordKey> keys, ProductChange change, Language language) {
                return apply(keys, change, false);
            }

            @Override
            public ProductEffect change(List<RecordKey> keys, ProductChange change, Language language) {
                ask();
                return apply(keys, change, true);
            }

            @Override
            public Callable<List<String>> edit(RecordKey key, ProductField field, String text) {
                ask();
                if (field == ProductField.PRICE && !text.matches("\\d+([.,]\\d+)?")) {
                    throw new Rejected(List.of(Problem.of("price", Fault.NOT_A_PRICE, text)));
                }
                return apply(List.of(key), new ProductChange.Write(field, text), true)
                        .undo();
            }

            @Override
            public ShopTerms terms(Language language) {
                char decimal = language == Language.EN ? '.' : ',';
                return new ShopTerms(profile.getOrDefault("name", ""), Money.EUR, "5,5", VatRates.of("FR", decimal), 3);
            }

            @Override
            public PictureDraft addPicture(PictureSource source) {
                ask();
                byte[] bytes = picture;
                if (bytes == null) {
                    throw Rejected.because(Fault.PICTURE_HEIC);
                }
                var cid = Cid.of(Cid.Codec.RAW, bytes);
                return new PictureDraft(cid, "image/png", 320, 240, bytes.length, "");
            }

            @Override
            public Optional<byte[]> picture(String cid) {
                return Optional.ofNullable(picture);
            }

            @Override
            public Optional<ProductLine> line(RecordKey key) {
                return Optional.of(FakeShop.this.line(key));
            }

            @Override
            public Optional<UnfinishedForm> unfinished() {
                return Optional.ofNullable(unfinished);
            }

            @Override
            public void keepUnfinished(UnfinishedForm form) {
                unfinished = form;
            }

            @Override
            public void forgetUnfinished() {
                unfinished = null;
            }

            @Override
            public List<String> categories() {
                return goods.values().stream()
                        .map(f -> f.getOrDefault("category", ""))
                        .distinct()
                        .sorted()
                        .toList();
            }
        };
    }

    private ProductEffect apply(List<RecordKey> keys, ProductChange change, boolean real) {
        var before = new HashMap<RecordKey, Map<String, String>>();
        var samples = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var key : keys) {
            var fields = new HashMap<>(of(key));
            String price = fields.getOrDefault("price", "");
            switch (change) {
                case ProductChange.Write(var field, String text) -> fields.put(field.key(), text);
                case ProductChange.Price(String text, var ending)
                when price.isEmpty() -> refused.add(fields.get("name") + "\u00a0: Prix\u00a0: Ce champ est à remplir.");
                case ProductChange.Price(String text, var ending) -> {
                    long cents = Long.parseLong(price.replace(",", ""));
                    long more = Math.round(cents * 1.05);
                    fields.put("price", more / 100 + "," + "%02d".formatted(more % 100));
                    samples.add(fields.get("name") + "\u00a0: " + price + " → " + fields.get("price"));
                }
            }
            if (!fields.equals(of(key))) {
                before.put(key, of(key));
                if (real) {
                    goods.put(key, fields);
                }
            }
        }
        return new ProductEffect(
                before.size(), 0, refused.size(), samples.stream().limit(3).toList(), refused, () -> {
                    goods.putAll(before);
                    return List.of();
                });
    }

    private static boolean in(ProductLine line, ProductFilter filter) {
        return switch (filter) {
            case ALL -> line.state() != PublishState.WITHDRAWN;
            case DRAFTS -> line.state() == PublishState.DRAFT;
            case ONLINE -> line.state() == PublishState.ONLINE;
            case SOLD_OUT -> line.isSoldOut();
            case LOW_STOCK -> line.isLow();
            case NO_PICTURE -> line.picture().isEmpty();
            case WITHDRAWN -> line.state() == PublishState.WITHDRAWN;
        };
    }

    private ProductLine line(RecordKey key) {
        var fields = of(key);
        var price = fields.getOrDefault("price", "");
        var state = price.isEmpty()
                ? PublishState.DRAFT
                : fields.containsKey("waiting") ? PublishState.WAITING : PublishState.ONLINE;
        if ("withdrawn".equals(fields.get("state"))) {
            state = PublishState.WITHDRAWN;
        }
        var stock = fields.getOrDefault("stock", "");
        var told =
                stock.isEmpty() || Long.parseLong(stock) > 5 ? "inStock" : stock.equals("0") ? "outOfStock" : "limited";
        var said = fields.getOrDefault("availability", "");
        return new ProductLine(
                key,
                fields.getOrDefault("name", ""),
                fields.getOrDefault("category", ""),
                price.isEmpty() ? null : new Money(Long.parseLong(price.replace(",", "")), Money.EUR),
                stock.isEmpty() ? null : Long.valueOf(stock),
                state,
                said.isEmpty() ? told : said,
                "");
    }

    @Override
    public ImportDesk imports() {
        return new ImportDesk() {
            @Override
            public ImportTable read(Path file, @Nullable Charset encoding, @Nullable Character delimiter) {
                ask();
                var sheet = new Spreadsheet(
                        file,
                        encoding == null ? StandardCharsets.UTF_8 : encoding,
                        false,
                        delimiter == null ? ';' : delimiter,
                        List.of("EAN", "Désignation", "Prix TTC", "TVA", "Qté", "Rayon interne"),
                        List.of(
                                row(2, "3017620422003", "Pâte à tartiner", "3,90", "5,5", "12", "A4"),
                                row(3, "3228857000852", "Pain de mie complet", "2,15", "5,5", "8", "B1"),
                                row(4, "3178500411843", "Sablés bretons au beurre salé", "2,80", "5,5", "0", "A2")));
                var mapping = new Mapping(
                        Map.of(
                                0, ProductField.GTIN,
                                1, ProductField.NAME,
                                2, ProductField.PRICE,
                                3, ProductField.VAT_RATE,
                                4, ProductField.STOCK),
                        Map.of());
                return new ImportTable(sheet, mapping, ProductKey.GTIN);
            }

            @Override
            public ImportPreview plan(ImportTable table, Language language, Progress progress) {
                ask();
                return preview();
            }

            @Override
            public ImportPreview accept(Language language, Progress progress, BooleanSupplier cancelled) {
                progress.at(2, 5);
                ask();
                put("Pâte à tartiner", "Épicerie", "3,90", "12");
                put("Pain de mie complet", "Pains", "2,15", "8");
                return preview();
            }

            @Override
            public void saveRefused(Path file, Language language) {}
        };
    }

    private static Spreadsheet.Row row(int number, String... cells) {
        return new Spreadsheet.Row(number, List.of(cells));
    }

    private static ImportPreview preview() {
        return new ImportPreview(
                Map.of(
                        ImportKind.ADDED, 2,
                        ImportKind.CHANGED, 1,
                        ImportKind.UNCHANGED, 1,
                        ImportKind.REFUSED, 1,
                        ImportKind.NOTED, 1),
                List.of(
                        new ImportLine(2, ImportKind.ADDED, "Pâte à tartiner", "3,90\u00a0€ · 12 en stock"),
                        new ImportLine(3, ImportKind.ADDED, "Pain de mie complet", "2,15\u00a0€ · 8 en stock"),
                        new ImportLine(5, ImportKind.CHANGED, "Croissant au beurre", "Prix\u00a0: 1,20 → 1,30"),
                        new ImportLine(6, ImportKind.UNCHANGED, "Pain de campagne 500 g", ""),
                        new ImportLine(
                                7, ImportKind.REFUSED, "Sablés", "Prix TTC\u00a0: « offert » n’est pas un prix."),
                        new ImportLine(
                                4,
                                ImportKind.NOTED,
                                "Sablés bretons au beurre salé",
                                "EAN\u00a0: « 3178500411843 » n’est pas un code-barres valable.")),
                List.of("La colonne « isbn13 » a été abîmée par un tableur."));
    }

    @Override
    public NetworkDesk network() {
        return new NetworkDesk() {
            @Override
            public List<KnownShop> shops() {
                FakeShop.this.ask();
                return List.copyOf(shops);
            }

            @Override
            public Self self() {
                return new Self(
                        "https://192.168.1.20:8444", FINGERPRINT, visible, "https://192.168.1.20:8444#" + DID.value());
            }

            @Override
            public Found ask(String address) {
                FakeShop.this.ask();
                if (address.contains("#did:")) {
                    return new Found(address.replaceAll("#.*", ""), DID, FINGERPRINT, true, false);
                }
                if (!address.startsWith("https://")) {
                    throw new Rejected(List.of(Problem.of("address", Fault.NOT_AN_ADDRESS, address)));
                }
                return new Found(address, DID, FINGERPRINT, false, true);
            }

            @Override
            public void add(Found found, boolean compared) {
                shops.add(
                        known("Fromagerie du Marché", "Villeurbanne", Reach.UP_TO_DATE, clock.instant(), 42, compared));
            }

            @Override
            public Usage usage() {
                return new Usage(14_300_000, 3_820_000, 48_700_000, shops.size(), limits);
            }

            @Override
            public void compared(Did did) {
                turn(
                        did,
                        shop -> shop.with(
                                shop.reach(), chosen(shop, true, shop.chosen().followed(), null)));
            }

            @Override
            public void follow(Did did, boolean followed) {
                turn(
                        did,
                        shop -> shop.with(
                                shop.reach(), chosen(shop, shop.chosen().compared(), followed, null)));
            }

            @Override
            public void pause(Did did, boolean paused) {
                turn(
                        did,
                        shop -> shop.with(
                                paused ? Reach.PAUSED : Reach.SYNCING,
                                new KnownShop.Chosen(true, shop.chosen().followed(), paused, null)));
            }

            @Override
            public void block(Did did, String reason) {
                turn(did, shop -> shop.with(Reach.BLOCKED, chosen(shop, true, false, reason)));
            }

            @Override
            public void unblock(Did did) {
                turn(did, shop -> shop.with(Reach.SYNCING, chosen(shop, true, false, null)));
            }

            private KnownShop.Chosen chosen(
                    KnownShop shop, boolean compared, boolean followed, @Nullable String blocked) {
                return new KnownShop.Chosen(compared, followed, shop.chosen().paused(), blocked);
            }

            private void turn(Did did, UnaryOperator<KnownShop> change) {
                shops.replaceAll(shop -> shop.did().equals(did) ? change.apply(shop) : shop);
            }

            @Override
            public void limit(StrangerLimits now) {
                limits = now;
            }

            @Override
            public void syncNow() {}
        };
    }

    /** The DID of a made-up key. */
    static Did did(int number) {
        var point = new byte[33];
        point[0] = 2;
        point[32] = (byte) (number + 1);
        return Did.of(point);
    }

    KnownShop known(String name, String locality, Reach reach, @Nullable Instant at, int products, boolean compared) {
        return new KnownShop(
                did(shops.size()),
                name,
                locality,
                "https://192.168.1.31:8444",
                FINGERPRINT,
                reach,
                at,
                at,
                new KnownShop.Held(products, products * 2_100L),
                new KnownShop.Chosen(compared, products > 500, false, reach == Reach.BLOCKED ? "contrefaçons" : null));
    }

    @Override
    public ShopDesk shop() {
        return new ShopDesk() {
            @Override
            public Standing standing(Language language) {
                ask();
                return new Standing(profile, door, sign, "https://localhost:8443/fr/", visible, new Recovery(sheet));
            }

            @Override
            public void save(Map<String, String> fields) {
                ask();
                if (fields.getOrDefault("hours-mo", "").contains("huit")) {
                    throw new Rejected(List.of(
                            Problem.of("hours-mo", Fault.NOT_HOURS_OF_A_DAY, "huit heures"),
                            Problem.of("zone-1-area", Fault.NOT_A_POSTAL_CODE, "partout"),
                            Problem.of("zone-1-fee", Fault.NOT_A_PRICE, "cher"),
                            Problem.of("transfer-iban", Fault.NOT_AN_IBAN, "FR76")));
                }
                profile.putAll(fields);
            }

            @Override
            public Runnable hang(@Nullable Path file) {
                ask();
                var before = sign;
                sign = file == null ? "" : "R0lGODlhAQABAIAAAB9vVAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";
                return () -> sign = before;
            }

            @Override
            public void open(org.echoppe.records.ShopStatus wanted) {
                ask();
                door = wanted;
            }

            @Override
            public void show(boolean isVisible) {
                visible = isVisible;
            }

            @Override
            public void saveRecoverySheet(Path file, Language language) {}

            @Override
            public void recoverySheetKept() {
                sheet = null;
            }
        };
    }

    @Override
    public SettingsDesk settings() {
        return new SettingsDesk() {
            @Override
            public Machine machine() {
                ask();
                return new Machine(
                        ports,
                        "https://192.168.1.20:8443",
                        "https://192.168.1.20:8444",
                        false,
                        visible,
                        autostart,
                        Path.of("/home/lea/.local/share/echoppe"),
                        Path.of("/home/lea/.local/share/echoppe/logs"));
            }

            @Override
            public void ports(Map<String, String> wanted) {
                String port = wanted.getOrDefault("web-port", "");
                if (!port.matches("\\d*")) {
                    throw new Rejected(List.of(Problem.of("web-port", Fault.NOT_A_NUMBER, port)));
                }
                ports = Map.copyOf(wanted);
            }

            @Override
            public void show(boolean isVisible) {
                visible = isVisible;
            }

            @Override
            public void autostart(boolean on) {
                autostart = on;
            }

            @Override
            public void export(Path file) {}

            @Override
            public String details() {
                return "echoppe/0.1";
            }
        };
    }

    @Override
    public StatusDesk status() {
        return () -> {
            ask();
            return status;
        };
    }
}
