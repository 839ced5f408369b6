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
import org.echoppe.store.ProductState;
import org.echoppe.store.ProductStore;

/** Writes the catalogue to a file that imports back to exactly the same. */
public final class Exporter {
    private static final char BYTE_ORDER_MARK = '\ufeff';

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
            int count = write(part, defaults);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } catch (IOException | UncheckedIOException e) {
            throw Rejected.because(Fault.FILE_UNWRITABLE, file.toString());
        }
    }

    private int write(Path part, ShopDefaults defaults) throws IOException {
        int[] count = {0};
        try (var text = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
                var writer = CsvWriter.builder().build(text)) {
            // without it Excel reads accents wrongly
            text.write(BYTE_ORDER_MARK);
            writer.writeRecord(
                    Arrays.stream(ProductField.values()).map(ProductField::key).toList());
            products.forEach(row -> {
                if (row.state() != ProductState.WITHDRAWN) {
                    var draft = ProductTexts.draft(ProductRows.product(row), defaults, '.');
                    writer.writeRecord(Arrays.stream(ProductField.values())
                            .map(field -> Cells.guarded(draft.text(field)))
                            .toList());
                    count[0]++;
                }
            });
        }
        return count[0];
    }
}
