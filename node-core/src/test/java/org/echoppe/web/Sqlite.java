package org.echoppe.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echoppe.bench.Figures;
import org.echoppe.bench.Samples;

/** The same rows in SQLite with FTS5, by Python, which brings it. */
final class Sqlite {
    private static final String SCRIPT = """
            import csv, os, resource, sqlite3, sys
            db = sqlite3.connect(sys.argv[2])
            db.execute('create table product (id integer primary key, gtin text, name text, price integer)')
            db.execute("create virtual table words using fts5(name, content='product', content_rowid='id',"
                       " tokenize=\\"unicode61 remove_diacritics 2\\")")
            with open(sys.argv[1], newline='', encoding='utf-8') as rows:
                db.executemany('insert into product (gtin, name, price) values (?, ?, ?)', csv.reader(rows, delimiter='\\t'))
            db.execute('create index product_gtin on product (gtin)')
            db.execute('create index product_price on product (price)')
            db.execute("insert into words (words) values ('rebuild')")
            db.execute("insert into words (words) values ('optimize')")
            db.commit(); db.execute('vacuum'); db.close()
            print(os.path.getsize(sys.argv[2]))
            """;

    private Sqlite() {}

    static void measure(Figures figures, Path folder, List<MarketShops.Row> rows) throws Exception {
        Path script = Files.writeString(folder.resolve("sqlite.py"), SCRIPT);
        Path table = folder.resolve("rows.tsv");
        try (var writer = Files.newBufferedWriter(table)) {
            for (var row : rows) {
                writer.write(row.gtin() + "\t\"" + row.name().replace("\"", "\"\"") + "\"\t" + row.cents() + "\n");
            }
        }
        var process = new ProcessBuilder(
                        "python3",
                        script.toString(),
                        table.toString(),
                        folder.resolve("sqlite.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() == 0) {
            figures.row(
                    "SQLite with FTS5, the same rows, on disk", Samples.of("MB", Double.parseDouble(size) / 1e6), "");
        }
    }
}
