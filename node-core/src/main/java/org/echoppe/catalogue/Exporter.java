package org.echoppe.catalogue;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.OwnerOnly;
import org.echoppe.store.ProductRow;
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the catalogue to a file that imports back to exactly the same. */
public final class Exporter {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int PAGE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    private final Shop shop;
    private final ProductStore products;

    public Exporter(Shop shop, ProductStore products) {
        this.shop = shop;
        this.products = products;
    }

    /**
     * Every product that is not withdrawn, private fields included, as CSV in UTF-8. The file appears when it is complete.
     *
     * @return how many products
     * @throws Rejected FILE_UNWRITABLE, SHOP_MISSING
     */
    public int csv(Path file) {
        var defaults = shop.defaults();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            OwnerOnly.create(part);
            int count = write(part, defaults);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file.toString());
        } finally {
            forget(part);
        }
    }

    /** After a failure it would lie about with what is private. */
    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", part, e);
        }
    }

    private int write(Path part, ShopDefaults defaults) throws IOException {
        int count = 0;
        try (var text = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
                var writer = CsvWriter.builder().build(text)) {
            // without it Excel reads accents wrongly
            text.write(BYTE_ORDER_MARK);
            writer.writeRecord(
                    Arrays.stream(ProductField.values()).map(ProductField::key).toList());
            // by pages, so that a slow disk keeps no transaction open
            var page = products.after(null, PAGE);
            while (!page.isEmpty()) {
                for (var row : page) {
                    if (row.state() != ProductState.WITHDRAWN) {
                        write(row, defaults, writer);
                        count++;
                    }
                }
                page = products.after(page.getLast().rkey(), PAGE);
            }
        }
        return count;
    }

    private static void write(ProductRow row, ShopDefaults defaults, CsvWriter writer) {
        var draft = ProductTexts.draft(ProductRows.product(row), defaults, '.');
        writer.writeRecord(Arrays.stream(ProductField.values())
                .map(field -> Cells.guarded(draft.text(field)))
                .toList());
    }
}
