package org.echoppe.app;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.echoppe.catalogue.BulkChange;
import org.echoppe.catalogue.BulkPlan;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductEdit;
import org.echoppe.catalogue.ProductField;
import org.echoppe.catalogue.Saved;
import org.echoppe.catalogue.Undo;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.RecordKey;
import org.echoppe.domain.Rejected;
import org.echoppe.media.Pictures;
import org.echoppe.node.Node;
import org.echoppe.records.Availability;
import org.echoppe.records.Price;
import org.echoppe.store.ProductKind;
import org.echoppe.store.ProductQuery;
import org.jspecify.annotations.Nullable;

/** The products of the running node. */
record NodeProducts(RunningShop shop) implements ProductDesk {
    /** So many changes are told one by one. */
    private static final int TOLD = 3;

    /** Pixels across. */
    private static final int SMALL = 96;

    private static final int SHOWN = 480;

    private static final String PICTURES_FIELD = "pictures";

    private static final Pictures PICTURES = new Pictures();

    private static final String LEVELS = " > ";

    @Override
    public ProductStretch list(ProductQuestion question, int offset, int limit) {
        return shop.ask(node -> {
            var glance = question.isFirst() && offset == 0 ? node.catalogue().glance(limit) : List.<Product>of();
            if (!glance.isEmpty()) {
                var rows = glance.stream().map(NodeProducts::line).toList();
                return new ProductStretch(rows, rows.size(), Map.of(), true);
            }
            var found = node.catalogue().list(query(question, offset, limit));
            return new ProductStretch(
                    found.list().stream().map(NodeProducts::line).toList(), found.total(), counts(node));
        });
    }

    private static ProductQuery query(ProductQuestion question, int offset, int limit) {
        return new ProductQuery(
                question.words(),
                kind(question.filter()),
                question.category(),
                ProductQuery.Sort.valueOf(question.sort().name()),
                question.descending(),
                offset,
                limit);
    }

    private static ProductKind kind(ProductFilter filter) {
        return switch (filter) {
            case ALL -> ProductKind.ALL;
            case DRAFTS -> ProductKind.DRAFT;
            case ONLINE -> ProductKind.PUBLISHED;
            case SOLD_OUT -> ProductKind.SOLD_OUT;
            case LOW_STOCK -> ProductKind.LOW_STOCK;
            case NO_PICTURE -> ProductKind.NO_PICTURE;
            case WITHDRAWN -> ProductKind.WITHDRAWN;
        };
    }

    private static Map<ProductFilter, Integer> counts(Node node) {
        var told = node.catalogue().counts();
        var counts = new EnumMap<ProductFilter, Integer>(ProductFilter.class);
        for (var filter : ProductFilter.values()) {
            counts.put(filter, told.getOrDefault(kind(filter), 0));
        }
        return counts;
    }

    private static ProductLine line(Product product) {
        var record = product.record();
        var stock = product.backroom().stock();
        return new ProductLine(
                product.key(),
                record.name(),
                String.join(LEVELS, record.category()),
                record.price().map(Price::money).orElse(null),
                stock.isPresent() ? stock.getAsLong() : null,
                product.publishState(),
                record.availability().map(Availability::code).orElse(""),
                record.images().stream()
                        .findFirst()
                        .map(image -> image.blob().ref().toString())
                        .orElse(""));
    }

    @Override
    public List<RecordKey> keys(ProductQuestion question) {
        return shop.ask(node -> node.catalogue().keys(query(question, 0, 0)));
    }

    @Override
    public SortedMap<String, Integer> categoryCounts() {
        return shop.ask(node -> node.catalogue().categories());
    }

    @Override
    public Optional<ProductLine> find(String code) {
        return shop.ask(node -> node.catalogue().find(code)).map(NodeProducts::line);
    }

    @Override
    public Optional<byte[]> thumbnail(String picture) {
        return shop.ask(node -> node.blobs().get(Cid.parse(picture))).flatMap(bytes -> PICTURES.jpeg(bytes, SMALL));
    }

    @Override
    public ProductEffect preview(
            List<RecordKey> keys, ProductChange change, Language language, LongWork.Progress progress) {
        return shop.ask(node -> effect(
                node.catalogue().plan(keys, read(node, change), progress::at), change, language, undone -> List.of()));
    }

    @Override
    public ProductEffect change(
            List<RecordKey> keys, ProductChange change, Language language, LongWork.Progress progress) {
        return shop.ask(node -> {
            var done = node.catalogue().change(keys, read(node, change), progress::at);
            return effect(done.plan(), change, language, back(done.undo()));
        });
    }

    @Override
    public ProductEffect.Undoing edit(RecordKey key, ProductField field, String text) {
        return shop.ask(node -> {
            var done = node.catalogue().change(List.of(key), new BulkChange.Write(field, text));
            done.plan().refused().forEach(refused -> {
                throw new Rejected(refused.problems());
            });
            return back(done.undo());
        });
    }

    private ProductEffect.Undoing back(Undo undo) {
        return back(shop, undo);
    }

    static ProductEffect.Undoing back(RunningShop shop, Undo undo) {
        return progress ->
                shop.ask(node -> node.catalogue().undo(undo, progress::at)).kept();
    }

    private static BulkChange read(Node node, ProductChange change) {
        return switch (change) {
            case ProductChange.Price(String text, var ending) ->
                BulkChange.price(text, ending, node.catalogue().shop());
            case ProductChange.Stock(var how, String pieces) ->
                BulkChange.stock(how, pieces, node.catalogue().shop());
            case ProductChange.Write(var field, String text) -> new BulkChange.Write(field, text);
        };
    }

    private static ProductEffect effect(
            BulkPlan plan, ProductChange change, Language language, ProductEffect.Undoing undo) {
        return new ProductEffect(
                plan.changed(),
                plan.unchanged(),
                plan.refusals(),
                samples(plan, change, language),
                plan.refused().stream()
                        .limit(TOLD)
                        .map(refused -> refused.name() + "\u00a0: "
                                + refused.problems().stream()
                                        .map(problem -> reason(problem, language))
                                        .collect(Collectors.joining(" ")))
                        .toList(),
                undo);
    }

    private static List<String> samples(BulkPlan plan, ProductChange change, Language language) {
        return switch (change) {
            case ProductChange.Price _ -> samples(plan, product -> price(product, language));
            case ProductChange.Stock _ -> samples(plan, NodeProducts::stock);
            case ProductChange.Write _ -> List.of();
        };
    }

    private static List<String> samples(BulkPlan plan, Function<Product, String> word) {
        return plan.samples().stream()
                .limit(TOLD)
                .map(sample -> name(sample.before()) + "\u00a0: " + word.apply(sample.before()) + " → "
                        + word.apply(sample.after()))
                .toList();
    }

    private static String stock(Product product) {
        var stock = product.backroom().stock();
        return stock.isPresent() ? Long.toString(stock.getAsLong()) : "—";
    }

    private static String reason(Problem problem, Language language) {
        return ProductField.find(problem.field())
                        .map(field -> field.label(language) + "\u00a0: ")
                        .orElse("")
                + problem.sentence(language);
    }

    private static String name(Product product) {
        return product.record().name();
    }

    private static String price(Product product, Language language) {
        return product.record()
                .price()
                .map(price -> price.money().format(language.locale()))
                .orElse("");
    }

    @Override
    public Map<String, String> fields(RecordKey key, Language language) {
        return shop.ask(node -> {
            var product = node.catalogue().find(key).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, key));
            var fields = new HashMap<String, String>();
            node.catalogue().draft(product, language).texts().forEach((field, text) -> fields.put(field.key(), text));
            fields.put(PICTURES_FIELD, NodePictures.text(product));
            return fields;
        });
    }

    @Override
    public Optional<ProductEffect.Undoing> save(
            @Nullable RecordKey key, Map<String, String> filled, Map<String, String> fields) {
        var undo = saved(key, filled, fields).undo();
        return undo.size() == 0 ? Optional.empty() : Optional.of(back(undo));
    }

    private Saved saved(@Nullable RecordKey key, Map<String, String> filled, Map<String, String> fields) {
        var typed = draft(fields);
        var hung = fields.getOrDefault(PICTURES_FIELD, "");
        var pictures = NodePictures.images(hung);
        if (key == null) {
            return shop.ask(node -> node.catalogue().add(said(typed), pictures));
        }
        boolean sameHang = hung.equals(filled.getOrDefault(PICTURES_FIELD, ""));
        var edit = new ProductEdit(draft(filled), typed);
        return shop.ask(node -> node.catalogue().change(key, edit, sameHang ? null : pictures));
    }

    private static ProductDraft draft(Map<String, String> fields) {
        var draft = ProductDraft.EMPTY;
        for (var field : fields.entrySet()) {
            if (!field.getKey().equals(PICTURES_FIELD)) {
                draft = draft.with(ProductField.of(field.getKey()), field.getValue());
            }
        }
        return draft;
    }

    /** Of a new product what is empty is not said, but the name: that is asked for. */
    private static ProductDraft said(ProductDraft typed) {
        var draft = ProductDraft.EMPTY.with(ProductField.NAME, typed.text(ProductField.NAME));
        for (var field : typed.texts().entrySet()) {
            if (!field.getValue().isBlank()) {
                draft = draft.with(field.getKey(), field.getValue());
            }
        }
        return draft;
    }

    @Override
    public ShopTerms terms(Language language) {
        return shop.ask(node -> NodeForm.terms(node, language));
    }

    @Override
    public PictureDraft addPicture(PictureSource source) {
        return NodePictures.add(shop, source);
    }

    @Override
    public Optional<byte[]> picture(String picture) {
        return shop.ask(node -> node.blobs().get(Cid.parse(picture))).flatMap(bytes -> PICTURES.jpeg(bytes, SHOWN));
    }

    @Override
    public Optional<ProductLine> line(RecordKey key) {
        return shop.ask(node -> node.catalogue().find(key)).map(NodeProducts::line);
    }

    @Override
    public Optional<UnfinishedForm> unfinished() {
        return shop.ask(NodeForm::unfinished);
    }

    @Override
    public void keepUnfinished(UnfinishedForm form) {
        shop.ask(node -> NodeForm.keep(node, form));
    }

    @Override
    public void forgetUnfinished() {
        shop.ask(NodeForm::forget);
    }

    @Override
    public List<String> categories() {
        return List.copyOf(categoryCounts().keySet());
    }
}
