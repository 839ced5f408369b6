package org.echoppe.web.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echoppe.records.Availability;
import org.echoppe.records.Condition;
import org.echoppe.records.Measure;
import org.echoppe.records.PriceRange;
import org.echoppe.records.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A shop's goods as a table, a row for each article or variant. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe: a stranger wrote it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvSheet {
    public static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

    private static final List<String> COLUMNS = List.of(
            "id",
            "variant",
            "name",
            "description",
            "category",
            "brand",
            "sku",
            "gtin",
            "price",
            "currency",
            "vatRate",
            "vatIncluded",
            "availability",
            "condition",
            "quantity",
            "unit",
            "link",
            "image",
            "changed");

    private CsvSheet() {}

    public static byte[] of(List<Ware> wares) {
        var sheet = new StringBuilder();
        write(sheet, COLUMNS.stream());
        for (var ware : wares) {
            var measure = PriceRange.measure(ware.record());
            if (ware.record().variants().isEmpty()) {
                write(sheet, row(ware, null, measure));
            }
            ware.record().variants().forEach(variant -> write(sheet, row(ware, variant, measure)));
        }
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> row(Ware ware, @Nullable Variant variant, Optional<Measure> measure) {
        var record = ware.record();
        var price = (variant == null ? record.price() : variant.price().or(record::price)).orElse(null);
        var availability =
                variant == null ? record.availability() : variant.availability().or(record::availability);
        var gtin = variant == null ? record.gtin() : variant.gtin();
        return Stream.of(
                ware.key(),
                variant == null ? "" : variant.name(),
                record.name(),
                record.description(),
                String.join(" > ", record.category()),
                record.brand(),
                record.sku(),
                gtin.map(Object::toString).orElse(""),
                price == null ? "" : price.money().amount().toPlainString(),
                price == null ? "" : price.money().currency().getCurrencyCode(),
                price == null || price.vatRate().isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", price.vatRate().getAsInt() / 100.0),
                price == null ? "" : Boolean.toString(price.vatIncluded()),
                availability.map(Availability::code).orElse(""),
                record.condition().map(Condition::code).orElse(""),
                measure.map(one -> String.format(Locale.ROOT, "%.3f", one.quantity() / 1000.0))
                        .orElse(""),
                measure.map(one -> one.unit().code()).orElse(""),
                ware.page(),
                ware.pictures().isEmpty() ? "" : ware.pictures().getFirst(),
                ware.changed().toString());
    }

    private static void write(StringBuilder sheet, Stream<String> cells) {
        sheet.append(cells.map(CsvSheet::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
