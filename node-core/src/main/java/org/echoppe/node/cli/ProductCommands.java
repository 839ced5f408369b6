package org.echoppe.node.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.echoppe.catalogue.Product;
import org.echoppe.catalogue.ProductDraft;
import org.echoppe.catalogue.ProductField;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.echoppe.store.ProductQuery;
import org.echoppe.store.ProductState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echoppe product}: one product, named by its gtin, sku or record key. */
@Command(
        name = "product",
        subcommands = {
            ProductCommands.ListThem.class,
            ProductCommands.Show.class,
            ProductCommands.Change.class,
            ProductCommands.Remove.class
        })
final class ProductCommands {
    /** What {@code product set} has an option for. */
    static final Set<ProductField> SETTABLE =
            EnumSet.complementOf(EnumSet.of(ProductField.KEY, ProductField.CREATED_AT, ProductField.OTHER_FIELDS));

    private ProductCommands() {}

    private static Product found(Node node, String key) {
        return node.catalogue().find(key).orElseThrow(() -> Rejected.because(Fault.NOT_FOUND, key));
    }

    /** {@code product list}. */
    @Command(name = "list")
    static final class ListThem extends NodeCommand {
        @Option(names = "--query", paramLabel = "…")
        String query = "";

        @Option(names = "--state", paramLabel = "draft|published|withdrawn")
        @Nullable
        String state;

        @Option(names = "--page", paramLabel = "N", defaultValue = "1")
        int page = 1;

        @Option(names = "--size", paramLabel = "N", defaultValue = "50")
        int size = 50;

        @Override
        int run(Node node, Session session) {
            int limit = Math.clamp(size, 1, 1_000_000);
            int offset = Math.multiplyExact(Math.max(page, 1) - 1, limit);
            var products = node.catalogue()
                    .list(new ProductQuery(query, state(), ProductQuery.Sort.NAME, false, offset, limit));
            if (session.json()) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("total", products.total());
                answer.put(
                        "products",
                        products.list().stream().map(ProductView::json).toList());
                session.answer(answer);
            } else {
                var table = new Table();
                products.list().forEach(product -> table.row(ProductView.cells(product, session)));
                table.print(session.output());
                session.remark("product.total", products.list().size(), products.total());
            }
            return Exit.DONE;
        }

        private @Nullable ProductState state() {
            if (state == null) {
                return null;
            }
            try {
                return ProductState.valueOf(state.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Rejected(
                        List.of(Problem.of("state", Fault.NOT_A_CHOICE, state, "draft, published, withdrawn")));
            }
        }
    }

    /** {@code product show KEY}. */
    @Command(name = "show")
    static final class Show extends NodeCommand {
        @Parameters(paramLabel = "KEY", descriptionKey = "product.key")
        String key = "";

        @Override
        int run(Node node, Session session) {
            ProductView.show(node, found(node, key), session);
            return Exit.DONE;
        }
    }

    /** {@code product set KEY}; its options are the fields of a product. */
    @Command(name = "set")
    static final class Change extends FieldsCommand {
        @Parameters(paramLabel = "KEY", descriptionKey = "product.key")
        String key = "";

        @Override
        Map<String, String> labels(Language language) {
            var labels = new LinkedHashMap<String, String>();
            SETTABLE.forEach(field -> labels.put(field.key(), field.label(language)));
            return labels;
        }

        @Override
        int run(Node node, Session session) {
            var draft = ProductDraft.EMPTY;
            for (var field : SETTABLE) {
                var given = given(field.key());
                draft = given == null ? draft : draft.with(field, given);
            }
            var product = node.catalogue().change(found(node, key).key(), draft);
            Publishing.afterSaving(node, session);
            if (session.json()) {
                ProductView.show(node, found(node, product.key().value()), session);
            } else {
                session.say("product.changed", product.record().name());
            }
            return Exit.DONE;
        }
    }

    /** {@code product remove KEY}. */
    @Command(name = "remove")
    static final class Remove extends NodeCommand {
        @Parameters(paramLabel = "KEY", descriptionKey = "product.key")
        String key = "";

        @Override
        int run(Node node, Session session) {
            var product = node.catalogue().remove(found(node, key).key());
            Publishing.afterSaving(node, session);
            if (session.json()) {
                ProductView.show(node, found(node, product.key().value()), session);
            } else {
                session.say("product.removed", product.record().name());
            }
            return Exit.DONE;
        }
    }
}
