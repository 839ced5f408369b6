package org.echoppe.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.echoppe.app.fx.LongWork;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.products.PictureDraft;
import org.echoppe.app.products.ProductChange;
import org.echoppe.app.products.ProductDesk;
import org.echoppe.app.products.ProductEffect;
import org.echoppe.app.products.ProductFilter;
import org.echoppe.app.products.ProductLine;
import org.echoppe.app.products.ProductQuestion;
import org.echoppe.app.products.ProductStretch;
import org.echoppe.app.products.ShopTerms;
import org.echoppe.app.products.UnfinishedForm;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.PublishState;
import org.echoppe.catalogue.Recount;
import org.echoppe.catalogue.VatRates;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Availability;
import org.echoppe.store.ProductKind;
import org.jspecify.annotations.Nullable;

/** The goods of a made-up shop, as the products screen asks for them. */
final class FakeProducts implements ProductDesk {
    private final FakeShop shop;

    FakeProducts(FakeShop shop) {
        this.shop = shop;
    }

    @Override
    public ProductStretch list(ProductQuestion question, int offset, int limit) {
        shop.ask();
        var all = shop.goods.keySet().stream().map(this::heading).toList();
        var counts = new EnumMap<ProductFilter, Integer>(ProductFilter.class);
        for (var filter : ProductFilter.values()) {
            counts.put(
                    filter, (int) all.stream().filter(line -> in(line, filter)).count());
        }
        var found = all.stream()
                .filter(line -> in(line, question.filter()))
                .filter(line -> line.name()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(question.words().toLowerCase(java.util.Locale.ROOT)))
                .filter(line -> question.category().isEmpty() || line.category().equals(question.category()))
                .sorted(Comparator.comparing(ProductLine::name))
                .toList();
        return new ProductStretch(found.stream().skip(offset).limit(limit).toList(), found.size(), counts);
    }

    @Override
    public Map<String, String> fields(RecordKey key, Language language) {
        shop.ask();
        return Map.copyOf(shop.of(key));
    }

    @Override
    public Optional<ProductEffect.Undoing> save(
            @Nullable RecordKey key, Map<String, String> filled, Map<String, String> fields) {
        shop.ask();
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
        var at = key == null ? shop.newKey() : key;
        var before = shop.goods.put(at, new HashMap<>(fields));
        return Optional.of(progress -> {
            shop.ask();
            if (before == null) {
                shop.of(at).put("state", "withdrawn");
            } else {
                shop.goods.put(at, before);
            }
            return List.of();
        });
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
        shop.goods.values().forEach(f -> counts.merge(f.getOrDefault("category", ""), 1, Integer::sum));
        return counts;
    }

    @Override
    public Optional<ProductLine> find(String code) {
        return shop.goods.keySet().stream()
                .filter(key -> code.equals(shop.of(key).get("gtin"))
                        || code.equals(shop.of(key).get("sku")))
                .findFirst()
                .map(this::heading);
    }

    @Override
    public Optional<byte[]> thumbnail(String picture) {
        return Optional.empty();
    }

    @Override
    public ProductEffect preview(
            List<RecordKey> keys, ProductChange change, Language language, LongWork.Progress progress) {
        return apply(keys, change, false);
    }

    @Override
    public ProductEffect change(
            List<RecordKey> keys, ProductChange change, Language language, LongWork.Progress progress) {
        progress.at(keys.size() / 3, keys.size());
        shop.ask();
        return apply(keys, change, true);
    }

    @Override
    public ProductEffect.Undoing edit(RecordKey key, ProductField field, String text) {
        shop.ask();
        if (field == ProductField.PRICE && !text.matches("\\d+([.,]\\d+)?")) {
            throw new Rejected(List.of(Problem.of("price", Fault.NOT_A_PRICE, text)));
        }
        return apply(List.of(key), new ProductChange.Write(field, text), true).undo();
    }

    @Override
    public ShopTerms terms(Language language) {
        char decimal = language == Language.EN ? '.' : ',';
        return new ShopTerms(shop.profile.getOrDefault("name", ""), Money.EUR, "5,5", VatRates.of("FR", decimal), 3);
    }

    @Override
    public PictureDraft addPicture(PictureSource source) {
        shop.ask();
        byte[] bytes = shop.picture;
        if (bytes == null) {
            throw Rejected.because(Fault.PICTURE_HEIC);
        }
        var cid = Cid.of(Cid.Codec.RAW, bytes);
        return new PictureDraft(cid, "image/png", 320, 240, bytes.length, "");
    }

    @Override
    public Optional<byte[]> picture(String cid) {
        return Optional.ofNullable(shop.picture);
    }

    @Override
    public Optional<ProductLine> line(RecordKey key) {
        return Optional.of(key).filter(shop.goods::containsKey).map(this::heading);
    }

    @Override
    public Optional<UnfinishedForm> unfinished() {
        return Optional.ofNullable(shop.unfinished);
    }

    @Override
    public void keepUnfinished(UnfinishedForm form) {
        shop.unfinished = form;
    }

    @Override
    public void forgetUnfinished() {
        shop.unfinished = null;
    }

    @Override
    public List<String> categories() {
        return shop.goods.values().stream()
                .map(f -> f.getOrDefault("category", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private ProductEffect apply(List<RecordKey> keys, ProductChange change, boolean real) {
        var before = new HashMap<RecordKey, Map<String, String>>();
        var samples = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var key : keys) {
            var fields = new HashMap<>(shop.of(key));
            String price = fields.getOrDefault("price", "");
            switch (change) {
                case ProductChange.Write(var field, String text) -> fields.put(field.key(), text);
                case ProductChange.Stock(var how, String text)
                when how == Recount.MORE && fields.getOrDefault("stock", "").isEmpty() ->
                    refused.add(fields.get("name") + "\u00a0: Stock\u00a0: "
                            + Fault.STOCK_NOT_COUNTED.sentence(Language.FR));
                case ProductChange.Stock(var how, String text) -> {
                    var stock = fields.getOrDefault("stock", "");
                    long pieces = text.isEmpty() ? 0 : Long.parseLong(text);
                    fields.put(
                            "stock",
                            switch (how) {
                                case TO -> text;
                                case MORE -> Long.toString(Long.parseLong(stock) + pieces);
                                case LESS -> Long.toString(Long.parseLong(stock) - pieces);
                                case NONE -> "";
                            });
                    samples.add(fields.get("name") + "\u00a0: " + stock + " → " + fields.get("stock"));
                }
                case ProductChange.Price(String text, var ending)
                when price.isEmpty() ->
                    refused.add(fields.get("name") + "\u00a0: Prix\u00a0: Il n’y a pas encore de prix.");
                case ProductChange.Price(String text, var ending) -> {
                    long cents = Long.parseLong(price.replace(",", ""));
                    long more = Math.round(cents * 1.05);
                    fields.put("price", more / 100 + "," + "%02d".formatted(more % 100));
                    samples.add(fields.get("name") + "\u00a0: " + price + " → " + fields.get("price"));
                }
            }
            if (!fields.equals(shop.of(key))) {
                before.put(key, shop.of(key));
                if (real) {
                    shop.goods.put(key, fields);
                }
            }
        }
        return new ProductEffect(
                before.size(), 0, refused.size(), samples.stream().limit(3).toList(), refused, progress -> {
                    shop.goods.putAll(before);
                    return List.of();
                });
    }

    private static boolean in(ProductLine line, ProductFilter filter) {
        return switch (filter) {
            case ALL -> line.state() != PublishState.WITHDRAWN;
            case DRAFTS -> line.state() == PublishState.DRAFT;
            case ONLINE -> line.state() == PublishState.ONLINE;
            case SOLD_OUT ->
                isOnSale(line)
                        && ProductKind.isSoldOut(
                                line.stock(),
                                Availability.of(line.availability()).orElse(null));
            case LOW_STOCK -> isOnSale(line) && line.isLow();
            case NO_PICTURE -> line.picture().isEmpty();
            case WITHDRAWN -> line.state() == PublishState.WITHDRAWN;
        };
    }

    private static boolean isOnSale(ProductLine line) {
        return line.state() == PublishState.ONLINE || line.state() == PublishState.WAITING;
    }

    private ProductLine heading(RecordKey key) {
        var fields = shop.of(key);
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
                price.isEmpty() ? null : new Money(Long.parseLong(price.replaceAll("[,.]", "")), Money.EUR),
                stock.isEmpty() ? null : Long.valueOf(stock),
                state,
                said.isEmpty() ? told : said,
                "");
    }
}
