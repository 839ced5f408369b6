package org.echoppe.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.echoppe.Shared;

/** A shop's spreadsheet of any size: real names and codes from all over the world's file. */
public final class ProductFile {
    /** Rows of the world's file. */
    private static final int WORLD = 818_775;

    private ProductFile() {}

    /** Writes so many rows of gtin, name, description and price. */
    public static Path write(Path file, int rows) throws IOException {
        int step = Math.max(1, WORLD / rows);
        try (var text = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Shared.file("data/products-818k.csv.gz"))),
                        StandardCharsets.UTF_8));
                CsvReader<NamedCsvRecord> world = CsvReader.builder().ofNamedCsvRecord(text);
                CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("gtin", "name", "description", "price");
            int read = 0;
            int written = 0;
            for (NamedCsvRecord row : world) {
                if (read++ % step == 0 && written++ < rows) {
                    String name = row.getField("name");
                    csv.writeRecord(row.getField("gtin"), name, "Description: " + name, row.getField("price"));
                }
            }
        }
        return file;
    }
}
