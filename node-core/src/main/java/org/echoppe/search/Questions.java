package org.echoppe.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.echoppe.domain.Language;
import org.echoppe.domain.Money;
import org.jspecify.annotations.Nullable;

/** What a shopper asks, in Lucene's terms. A word is looked up with its French and its English stem, so the shopper's own language does not matter. */
final class Questions {
    /** What it is worth to stand in a text. */
    private record Text(String field, float weight) {}

    private static final Map<Language, List<Text>> TEXTS = Arrays.stream(Language.values())
            .collect(Collectors.toMap(
                    language -> language,
                    language -> List.of(
                            new Text(Fields.stems("name", language), 8),
                            new Text(Fields.stems("brand", language), 3),
                            new Text(Fields.stems("category", language), 3),
                            new Text(Fields.stems("description", language), 1)),
                    (one, _) -> one,
                    () -> new EnumMap<>(Language.class)));

    private static final float GTIN = 20;
    /** No more than a name: a shop may call its SKU what it likes, « chocolat » for one. */
    private static final float SKU = 4;

    private static final float IN_STOCK = 0.6f;
    /** How much a word counts again in the second-best field. */
    private static final float ELSEWHERE = 0.1f;

    private Questions() {}

    /**
     * The question as a whole.
     *
     * @param instead words to look for in place of those asked, any of them; empty to keep to those
     * @param shops whose listings count, and how much each is lifted
     * @param fields that any listing has: where no shop writes English, its fields are not looked at
     */
    static Query of(ListingQuery query, List<String> instead, Query shops, Set<String> fields) {
        var asked = new BooleanQuery.Builder();
        if (!instead.isEmpty()) {
            asked.add(
                    new DisjunctionMaxQuery(
                            instead.stream().map(text -> words(text, fields)).toList(), 0),
                    Occur.MUST);
        } else if (!query.words().isBlank()) {
            asked.add(words(query.words(), fields), Occur.MUST);
        }
        for (Query filter : filters(query)) {
            asked.add(filter, Occur.FILTER);
        }
        asked.add(shops, query.isRanked() ? Occur.MUST : Occur.FILTER);
        if (query.isRanked() && !query.inStock()) {
            asked.add(constant(Fields.IN_STOCK, Fields.YES, IN_STOCK), Occur.SHOULD);
        }
        return asked.build();
    }

    private static Query words(String text, Set<String> fields) {
        var words = Words.asked(text);
        String code = Fields.code(text);
        String withCodes = Codes.together(text);
        if (words.equals(List.of(code)) && withCodes.equals(text)) {
            return word(code, fields);
        }
        var either = new ArrayList<Query>();
        addCodes(text, either);
        either.add(constant(Fields.SKU, code, SKU));
        either.add(all(words, fields));
        if (!withCodes.equals(text)) {
            either.add(all(Words.asked(withCodes), fields));
        }
        return new DisjunctionMaxQuery(either, 0);
    }

    private static void addCodes(String text, List<Query> places) {
        for (String gtin : Codes.gtins(text)) {
            places.add(constant(Fields.GTIN, gtin, GTIN));
            places.add(constant(Fields.KIND_GTIN, gtin, GTIN));
        }
    }

    private static Query all(List<String> words, Set<String> fields) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        var all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word(word, fields), Occur.MUST));
        return all.build();
    }

    private static Query word(String word, Set<String> fields) {
        var places = new ArrayList<Query>();
        TEXTS.forEach((language, texts) -> {
            var stem = new BytesRef(Stem.of(word, language));
            for (Text text : texts) {
                if (fields.contains(text.field)) {
                    places.add(new BoostQuery(new TermQuery(new Term(text.field, stem)), text.weight));
                }
            }
        });
        addCodes(word, places);
        places.add(constant(Fields.SKU, word, SKU));
        return new DisjunctionMaxQuery(places, ELSEWHERE);
    }

    /** Names (or categories) that hold all words, the last of which may be unfinished; nothing without a word. */
    static Query typed(String field, List<String> asked, Query shops) {
        var words = new ArrayList<>(asked);
        if (words.isEmpty() || (words.getLast().length() < 2 && words.size() == 1)) {
            return new MatchNoDocsQuery("nothing typed");
        }
        var all = new BooleanQuery.Builder();
        all.add(new PrefixQuery(new Term(field, words.removeLast())), Occur.FILTER);
        words.forEach(word -> all.add(new TermQuery(new Term(field, word)), Occur.FILTER));
        all.add(shops, Occur.FILTER);
        all.add(constant(Fields.IN_STOCK, Fields.YES, 1), Occur.SHOULD);
        return all.build();
    }

    private static List<Query> filters(ListingQuery query) {
        var filters = new ArrayList<Query>();
        if (query.merchant() != null) {
            filters.add(new TermQuery(new Term(Fields.DID, query.merchant().value())));
        }
        if (query.category() != null) {
            filters.add(new TermQuery(new Term(Fields.CATEGORY, CategoryKey.of(query.category()))));
        }
        if (query.gtin() != null) {
            filters.add(new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.GTIN, query.gtin().padded())), Occur.SHOULD)
                    .add(new TermQuery(new Term(Fields.KIND_GTIN, query.gtin().padded())), Occur.SHOULD)
                    .build());
        }
        if (query.article() != null) {
            filters.add(new TermQuery(new Term(Fields.GTIN, query.article().padded())));
        }
        filters.addAll(prices(query.minPrice(), query.maxPrice()));
        if (query.inStock()) {
            filters.add(new TermQuery(new Term(Fields.IN_STOCK, Fields.YES)));
        }
        return filters;
    }

    private static List<Query> prices(@Nullable Money least, @Nullable Money most) {
        var ranges = new ArrayList<Query>();
        if (least != null) {
            ranges.add(LongField.newRangeQuery(Fields.PRICE, Fields.price(least), Fields.dearest(least)));
        }
        if (most != null) {
            ranges.add(LongField.newRangeQuery(Fields.PRICE, Fields.cheapest(most), Fields.price(most)));
        }
        return ranges;
    }

    private static Query constant(String field, String value, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), weight);
    }
}
