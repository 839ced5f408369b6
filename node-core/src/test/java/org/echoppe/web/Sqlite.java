package org.echoppe.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echoppe.bench.Figures;
import org.echoppe.bench.Samples;

/** The same rows in SQLite with FTS5, by Python, which brings it. */
final class Sqlite {
    private static final String SCRIPT = """
            import csv, os, sqlite3, sys
            file, whole = sys.argv[2], sys.argv[3] == 'whole'
            db = sqlite3.connect(file)
            db.execute('create table shop (id integer primary key, did text unique)')
            db.execute('create table category (id integer primary key, path text unique)')
            more = ', shop integer, rkey text, category integer, lang text, currency text, state integer,' \
                   ' quantity integer, unit text, per_unit integer, created integer' if whole else ''
            db.execute('create table product (id integer primary key, gtin text, name text, price integer' + more + ')')
            db.execute("create virtual table words using fts5(name, content='product', content_rowid='id',"
                       " tokenize=\\"unicode61 remove_diacritics 2\\")")
            def row(number, row):
                if not whole:
                    return row
                shop, shelf = number % int(sys.argv[4]), number % 200
                return row + [shop, 'p%012d' % number, shelf, 'fr', 'EUR', number % 10 == 0,
                              100 + number % 900, 'kg', int(row[2]) * 1000 // (100 + number % 900), 1700000000000 + number * 60000]
            with open(sys.argv[1], newline='', encoding='utf-8') as rows:
                columns = 13 if whole else 3
                names = 'gtin, name, price' + (more.replace(' integer', '').replace(' text', '') if whole else '')
                db.executemany('insert into product (%s) values (%s)' % (names, ','.join('?' * columns)),
                               (row(n, r) for n, r in enumerate(csv.reader(rows, delimiter='\\t'))))
            db.execute('create index product_gtin on product (gtin)')
            db.execute('create index product_price on product (price)')
            if whole:
                for shop in range(int(sys.argv[4])):
                    db.execute('insert into shop values (?, ?)', (shop, 'did:key:zDn%053d' % shop))
                for shelf in range(200):
                    db.execute('insert into category values (?, ?)', (shelf, 'Rayon %d > Etagere %d' % (shelf % 20, shelf)))
                db.execute('create unique index product_key on product (shop, rkey)')
                db.execute('create index product_category on product (category)')
                db.execute('create index product_created on product (created)')
            db.execute("insert into words (words) values ('rebuild')")
            db.execute("insert into words (words) values ('optimize')")
            db.commit(); db.execute('vacuum'); db.close()
            print(os.path.getsize(file))
            """;

    private Sqlite() {}

    /**
     * Twice: with name, code and price alone; and with all that the index holds of a listing (its shop and key, category, state,
     * measure, age), found by the same of it.
     *
     * @return what could not be measured
     */
    static List<String> measure(Figures figures, Path folder, List<MarketShops.Row> rows, int merchants)
            throws Exception {
        Path script = Files.writeString(folder.resolve("sqlite.py"), SCRIPT);
        Path table = folder.resolve("rows.tsv");
        try (var writer = Files.newBufferedWriter(table)) {
            for (var row : rows) {
                writer.write(row.gtin() + "\t\"" + row.name().replace("\"", "\"\"") + "\"\t" + row.cents() + "\n");
            }
        }
        var missed = new ArrayList<String>();
        for (String kind : List.of("words", "whole")) {
            var command = List.of(
                    "python3",
                    script.toString(),
                    table.toString(),
                    folder.resolve(kind + ".db").toString(),
                    kind,
                    Integer.toString(merchants));
            String measure = kind.equals("words")
                    ? "SQLite with FTS5: name, code and price alone, on disk"
                    : "SQLite with FTS5: all that the index holds, on disk";
            size(command)
                    .ifPresentOrElse(
                            bytes -> figures.row(measure, Samples.of("MB", bytes / 1e6), ""),
                            () -> missed.add(measure + ": not measured (apt-get install python3)"));
        }
        return missed;
    }

    private static Optional<Double> size(List<String> command) throws Exception {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(Double.parseDouble(size)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no python3
        }
    }
}
