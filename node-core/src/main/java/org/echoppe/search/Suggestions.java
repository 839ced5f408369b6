package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.echoppe.search.Suggestion.Kind;

/**
 * How what is being typed may go on, from one view of the index: a few categories, then names. Each comes out of a part of the
 * listings that fit, the newest ones, so that two letters cost little more than ten.
 */
record Suggestions(IndexSearcher searcher, ShopNumbers numbers, Query shops, List<String> words) {
    /** So many that fit are looked at, for their names and again for their categories: « de » is in every other French name. */
    private static final int LOOKED_AT = 20_000;
    /** Of so many of them the names are read: of those that begin as typed, and where they are too few, of any. */
    private static final int NAMED = 500;

    private static final int LABELS = 300;
    private static final int MOST = 10;
    private static final int MOST_CATEGORIES = 3;
    private static final Comparator<String> SHORTEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** A name in the writing of it that is shown, and who has it. */
    private static final class Name {
        private String text;
        private final BitSet shops = new BitSet();

        Name(String text) {
            this.text = text;
        }

        /** Of several writings always the same one, on every node. */
        void add(String other, int shop) {
            text = other.compareTo(text) < 0 ? other : text;
            shops.set(shop);
        }
    }

    /** @param shops whose listings count */
    static List<Suggestion> of(IndexSearcher searcher, ShopNumbers numbers, Query shops, String typed)
            throws IOException {
        return new Suggestions(searcher, numbers, shops, Words.typed(typed)).all();
    }

    private List<Suggestion> all() throws IOException {
        var suggestions = new ArrayList<Suggestion>();
        for (String label : categories()) {
            suggestions.add(new Suggestion(label, Kind.CATEGORY));
        }
        names().stream()
                .limit(MOST - suggestions.size())
                .forEach(name -> suggestions.add(new Suggestion(name, Kind.NAME)));
        return List.copyOf(suggestions);
    }

    /** Those that begin as typed first, then what more shops have, then the shorter: they say less that was not asked for. */
    private List<String> names() throws IOException {
        String start = String.join(" ", Words.of(String.join(" ", words)));
        var typed = TypedNames.in(searcher, Questions.typed(Fields.TYPED_NAME, words, shops), start, LOOKED_AT, NAMED);
        Map<String, Name> names = new HashMap<>();
        gather(typed.beginning(), names);
        if (names.size() < MOST) {
            gather(typed.others(), names);
        }
        return names.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Name> one) -> !one.getKey().startsWith(start))
                        .thenComparingInt(one -> -one.getValue().shops.cardinality())
                        .thenComparing(Map.Entry::getKey, SHORTEST))
                .limit(MOST)
                .map(one -> one.getValue().text)
                .toList();
    }

    /** @param docs in their order */
    private void gather(int[] docs, Map<String, Name> names) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        for (int at = 0; at < docs.length; ) {
            var leaf = leaves.get(ReaderUtil.subIndex(docs[at], leaves));
            var labels = DocValues.getBinary(leaf.reader(), Fields.LABEL);
            var merchants = DocValues.getSorted(leaf.reader(), Fields.DID);
            int[] inSegment = numbers.in(leaf);
            for (; at < docs.length && docs[at] < leaf.docBase + leaf.reader().maxDoc(); at++) {
                int doc = docs[at] - leaf.docBase;
                if (labels.advanceExact(doc) && merchants.advanceExact(doc)) {
                    String name = LabelBytes.read(labels.binaryValue()).name();
                    names.computeIfAbsent(String.join(" ", Words.of(name)), _ -> new Name(name))
                            .add(name, inSegment[merchants.ordValue()]);
                }
            }
        }
    }

    /** Paths whose last level, or the ones before, hold what was typed; the largest first. */
    private List<String> categories() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        shelves().forEach((path, count) -> {
            for (int at = path.indexOf(Fields.LEVEL); at >= 0; at = path.indexOf(Fields.LEVEL, at + 1)) {
                counts.merge(path.substring(0, at), count, Integer::sum);
            }
            counts.merge(path, count, Integer::sum);
        });
        var keys = new HashSet<String>();
        return counts.keySet().stream()
                .sorted(Comparator.comparingInt((String label) -> -counts.getOrDefault(label, 0))
                        .thenComparing(SHORTEST))
                .limit(LABELS)
                .filter(this::holdsWhatWasTyped)
                .filter(label -> keys.add(CategoryKey.of(label)))
                .limit(MOST_CATEGORIES)
                .toList();
    }

    /** How many of the newest that fit lie on each shelf. */
    private Map<String, Integer> shelves() throws IOException {
        var query = searcher.rewrite(Questions.typed(Fields.TYPED_CATEGORY, words, shops));
        var weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
        var leaves = searcher.getIndexReader().leaves();
        Map<String, Integer> counts = new HashMap<>();
        for (LeafReaderContext leaf : leaves) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                count(leaf, scorer.iterator(), LOOKED_AT / leaves.size(), counts);
            }
        }
        return counts;
    }

    private static void count(LeafReaderContext leaf, DocIdSetIterator fit, int most, Map<String, Integer> counts)
            throws IOException {
        var live = leaf.reader().getLiveDocs();
        var shelves = DocValues.getSorted(leaf.reader(), Fields.SHELF);
        int[] found = new int[shelves.getValueCount()];
        int left = most;
        for (int doc = fit.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS && left > 0; doc = fit.nextDoc()) {
            if ((live == null || live.get(doc)) && shelves.advanceExact(doc)) {
                found[shelves.ordValue()]++;
                left--;
            }
        }
        for (int ord = 0; ord < found.length; ord++) {
            if (found[ord] > 0) {
                counts.merge(shelves.lookupOrd(ord).utf8ToString(), found[ord], Integer::sum);
            }
        }
    }

    private boolean holdsWhatWasTyped(String label) {
        var held = new ArrayList<>(Words.of(label));
        held.addAll(Words.measures(label));
        return held.containsAll(words.subList(0, words.size() - 1))
                && held.stream().anyMatch(word -> word.startsWith(words.getLast()));
    }
}
