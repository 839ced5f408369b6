package org.echoppe.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.jspecify.annotations.Nullable;

/** Reads a table of text, finding out how it was written. */
final class SpreadsheetReader {
    /** Bytes of a file that is taken. */
    static final int MOST_BYTES = 64 << 20;

    /** As many as a repository holds, PROTOCOL §2. */
    static final int MOST_ROWS = 200_000;

    private static final int MOST_COLUMNS = 1_000;
    private static final int SAMPLE = 50;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Map<Charset, byte[]> MARKS = Map.of(
            StandardCharsets.UTF_8, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
            StandardCharsets.UTF_16LE, new byte[] {(byte) 0xff, (byte) 0xfe},
            StandardCharsets.UTF_16BE, new byte[] {(byte) 0xfe, (byte) 0xff});

    private record Content(String text, Charset encoding, boolean mark) {}

    private SpreadsheetReader() {}

    static Spreadsheet read(Path file) {
        return read(file, null, null);
    }

    /** What is null is found out. */
    static Spreadsheet read(Path file, @Nullable Charset encoding, @Nullable Character given) {
        var bytes = bytes(file);
        var content = encoding == null ? decode(bytes) : decode(bytes, encoding);
        if (content.text.indexOf('\0') >= 0) {
            throw Rejected.because(Fault.NOT_A_TABLE);
        }
        try {
            char named = namedDelimiter(content.text);
            String table = named == 0 ? content.text : content.text.substring(content.text.indexOf('\n') + 1);
            char delimiter = given != null ? given : named == 0 ? detectDelimiter(table) : named;
            return table(file, content, delimiter, table, named == 0 ? 0 : 1);
        } catch (UncheckedIOException e) {
            throw Rejected.because(Fault.NOT_A_TABLE);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Rejected.because(Fault.FILE_TOO_LARGE, MOST_BYTES >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Rejected.because(Fault.FILE_UNREADABLE, file.toString());
        }
    }

    private static Content decode(byte[] bytes, Charset encoding) {
        var mark = MARKS.getOrDefault(encoding, new byte[0]);
        boolean marked = mark.length > 0
                && bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
        int from = marked ? mark.length : 0;
        return new Content(new String(bytes, from, bytes.length - from, encoding), encoding, marked);
    }

    private static Content decode(byte[] bytes) {
        for (var mark : MARKS.entrySet()) {
            int length = mark.getValue().length;
            if (bytes.length >= length && Arrays.equals(bytes, 0, length, mark.getValue(), 0, length)) {
                return new Content(
                        new String(bytes, length, bytes.length - length, mark.getKey()), mark.getKey(), true);
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new Content(text.toString(), StandardCharsets.UTF_8, false);
        } catch (CharacterCodingException e) {
            // what spreadsheets in western Europe write when they do not write UTF-8
            return new Content(new String(bytes, WINDOWS), WINDOWS, false);
        }
    }

    /** Excel may name the delimiter in a line of its own: {@code sep=;}. */
    private static char namedDelimiter(String text) {
        boolean named = text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5 && text.indexOf('\n') <= 6;
        return named && text.indexOf('\n') > 0 ? text.charAt(4) : 0;
    }

    /** The one that parts the first rows into most columns, and all of them into equally many. */
    private static char detectDelimiter(String table) {
        char best = DELIMITERS[0];
        long bestScore = -1;
        for (char delimiter : DELIMITERS) {
            long score = score(delimiter, table);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(char delimiter, String table) {
        var widths = new ArrayList<Integer>();
        try {
            for (CsvRecord row : reader(delimiter, table)) {
                widths.add(row.getFieldCount());
                if (widths.size() == SAMPLE) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            // quotes that do not fit: not the delimiter, unless no other one fits better
            return 0;
        }
        int columns = widths.isEmpty() ? 0 : widths.getFirst();
        long alike = widths.stream().filter(width -> width == columns).count();
        return columns < 2 ? 0 : alike * 1_000 / widths.size() * 1_000 + columns;
    }

    private static Spreadsheet table(Path file, Content content, char delimiter, String table, int linesBefore) {
        List<String> header = List.of();
        var rows = new ArrayList<Spreadsheet.Row>();
        // cells of a column repeat: currencies, rates, brands
        var pool = new HashMap<String, String>();
        int number = linesBefore;
        var records = reader(delimiter, table).iterator();
        while (hasNext(records, number + 1)) {
            CsvRecord row = records.next();
            number++;
            var cells = row.getFields();
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header.isEmpty()) {
                header = cells.stream().map(String::strip).toList();
            } else {
                rows.add(new Spreadsheet.Row(number, filled(cells, header.size(), pool)));
            }
            if (rows.size() > MOST_ROWS || header.size() > MOST_COLUMNS) {
                throw Rejected.because(Fault.TOO_MANY, rows.size() > MOST_ROWS ? MOST_ROWS : MOST_COLUMNS);
            }
        }
        if (header.isEmpty()) {
            throw Rejected.because(Fault.NOT_A_TABLE);
        }
        return KindRows.folded(new Spreadsheet(file, content.encoding, content.mark, delimiter, header, rows));
    }

    private static boolean hasNext(Iterator<CsvRecord> records, int number) {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw Rejected.because(Fault.ROW_BROKEN, number);
        }
    }

    private static List<String> filled(List<String> cells, int width, Map<String, String> pool) {
        var filled = new ArrayList<String>(Math.max(width, cells.size()));
        for (String cell : cells) {
            filled.add(cell.length() > 20 ? cell : pool.computeIfAbsent(cell, same -> same));
        }
        while (filled.size() < width) {
            filled.add("");
        }
        return filled;
    }

    private static CsvReader<CsvRecord> reader(char delimiter, String table) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                // a quote nobody closes would swallow the rows behind it
                .allowUnclosedQuote(false)
                .ofCsvRecord(table);
    }
}
