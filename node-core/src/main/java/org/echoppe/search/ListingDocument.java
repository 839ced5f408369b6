package org.echoppe.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Language;
import org.jspecify.annotations.Nullable;

/** How a listing stands in the index. */
final class ListingDocument {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_CODE = 64;
    private static final int MOST_LEVELS = 5;
    private static final int LONGEST_LEVEL = 80;
    private static final int LONGEST_SORTED = 60;

    /** Words with how often they occur, for ranking. Positions are not needed: words count in any order. */
    private static final FieldType RANKED = words(IndexOptions.DOCS_AND_FREQS);
    /** Words that are only there or not. */
    private static final FieldType PRESENT = words(IndexOptions.DOCS);

    private final Document document = new Document();
    private final Language language;

    private ListingDocument(Language language) {
        this.language = language;
    }

    static Document of(IndexedListing listing, String writtenBy) {
        var made = new ListingDocument(Language.of(listing.label().lang()));
        made.identity(listing, writtenBy);
        made.texts(listing);
        made.categories(listing.category());
        made.codes(listing.gtin(), listing.sku());
        listing.kinds().stream().distinct().forEach(kind -> made.term(Fields.KIND_GTIN, kind.padded()));
        made.order(listing);
        return made.document;
    }

    private void identity(IndexedListing listing, String writtenBy) {
        term(Fields.ID, Fields.id(listing.did(), listing.rkey()).text());
        term(Fields.DID, listing.did().value());
        document.add(new SortedDocValuesField(Fields.DID, Fields.did(listing.did())));
        document.add(new BinaryDocValuesField(
                Fields.RKEY, new BytesRef(listing.rkey().value())));
        term(Fields.WRITTEN_BY, writtenBy);
    }

    private void texts(IndexedListing listing) {
        String name = Cut.to(LONGEST_NAME, listing.name());
        List<String> words = Words.of(name);
        List<String> measures = Words.measures(name);
        stems("name", words, measures);
        stems("brand", Cut.to(LONGEST_NAME, listing.brand()));
        stems("description", Cut.to(LONGEST_TEXT, listing.description()));
        document.add(new Field(Fields.TYPED_NAME, new WordStream(words, measures), PRESENT));
        document.add(new BinaryDocValuesField(Fields.LABEL, LabelBytes.of(cut(listing.label()))));
        document.add(new SortedDocValuesField(
                Fields.SORT_NAME, new BytesRef(Cut.to(LONGEST_SORTED, String.join(" ", words)))));
    }

    /** Every level is kept with its whole path: a shelf holds what its smaller shelves hold. */
    private void categories(List<String> levels) {
        var path = new ArrayList<String>();
        var words = new LinkedHashSet<String>();
        var measures = new LinkedHashSet<String>();
        for (String level : levels.stream().limit(MOST_LEVELS).toList()) {
            path.add(Cut.to(LONGEST_LEVEL, level).strip());
            words.addAll(Words.of(path.getLast()));
            measures.addAll(Words.measures(path.getLast()));
            term(Fields.CATEGORY, CategoryKey.of(Fields.categoryLabel(path)));
        }
        if (!path.isEmpty()) {
            document.add(new SortedDocValuesField(Fields.SHELF, new BytesRef(Fields.categoryLabel(path))));
        }
        stems("category", words, measures);
        document.add(new Field(Fields.TYPED_CATEGORY, new WordStream(words, measures), PRESENT));
    }

    private void codes(@Nullable Gtin gtin, @Nullable String sku) {
        if (gtin != null) {
            term(Fields.GTIN, gtin.padded());
            if (gtin.isGlobal()) {
                document.add(new NumericDocValuesField(Fields.ARTICLE, Long.parseLong(gtin.padded())));
            }
        }
        if (sku != null && !sku.isBlank()) {
            term(Fields.SKU, Fields.code(sku));
        }
    }

    private void order(IndexedListing listing) {
        var label = listing.label();
        if (label.isInStock()) {
            term(Fields.IN_STOCK, Fields.YES);
        }
        document.add(new NumericDocValuesField(Fields.STOCK, label.isInStock() ? 1 : 0));
        if (label.picture() != null) {
            term(Fields.PICTURED, Fields.YES);
        }
        if (label.comparable() != null) {
            document.add(new LongField(Fields.PRICE, Fields.price(label.comparable()), Field.Store.NO));
        }
        if (label.unitPrice() != null) {
            document.add(new NumericDocValuesField(Fields.UNIT_PRICE, Fields.price(label.unitPrice())));
        }
        // sorted by, never searched for
        document.add(new SortedNumericDocValuesField(
                Fields.CREATED, listing.createdAt().toEpochMilli()));
        // A hash, so that between equal listings no merchant comes first by its name alone.
        byte[] id = Fields.id(listing.did(), listing.rkey()).text().getBytes(StandardCharsets.UTF_8);
        document.add(new NumericDocValuesField(Fields.TIE, StringHelper.murmurhash3_x86_32(id, 0, id.length, 0x5eed)));
    }

    private void stems(String field, String text) {
        stems(field, Words.of(text), Words.measures(text));
    }

    private void stems(String field, Collection<String> words, Collection<String> measures) {
        if (!words.isEmpty()) {
            var stems = words.stream().map(word -> Stem.of(word, language)).toList();
            document.add(new Field(Fields.stems(field, language), new WordStream(stems, measures), RANKED));
        }
    }

    private void term(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static Label cut(Label label) {
        return new Label(
                Cut.to(LONGEST_NAME, label.name()),
                Cut.to(LONGEST_CODE, label.lang()),
                label.price(),
                label.measure(),
                label.availability(),
                label.picture(),
                label.from(),
                label.loose(),
                label.plusVat());
    }

    private static FieldType words(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }
}
