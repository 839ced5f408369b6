package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.echoppe.search.Suggestion.Kind;

/** How what is being typed may go on, from one view of the index: a few categories, then names. */
record Suggestions(IndexSearcher searcher, Query shops, List<String> words) {
    private static final int CANDIDATES = 100;
    private static final int MOST = 10;
    private static final int MOST_CATEGORIES = 3;
    private static final Comparator<String> SHORTEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** @param shops whose listings count */
    static List<Suggestion> of(IndexSearcher searcher, Query shops, String typed) throws IOException {
        return new Suggestions(searcher, shops, Words.asked(typed)).all();
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

    /** Those that begin as typed first, then the shorter: they say less that was not asked for. */
    private List<String> names() throws IOException {
        String start = String.join(" ", words);
        var distinct = new TreeMap<String, String>(
                Comparator.comparing((String name) -> !name.startsWith(start)).thenComparing(SHORTEST));
        for (ScoreDoc hit : candidates(Fields.TYPED_NAME)) {
            LeafReaderContext leaf = leaf(hit.doc);
            var labels = DocValues.getBinary(leaf.reader(), Fields.LABEL);
            if (labels.advanceExact(hit.doc - leaf.docBase)) {
                String name = LabelBytes.read(labels.binaryValue()).name();
                // of several writings always the same one, on every node
                distinct.merge(
                        String.join(" ", Words.of(name)), name, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Paths whose last level, or the ones before, hold what was typed; those of most candidates first. */
    private List<String> categories() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (ScoreDoc hit : candidates(Fields.TYPED_CATEGORY)) {
            LeafReaderContext leaf = leaf(hit.doc);
            var shelves = DocValues.getSorted(leaf.reader(), Fields.SHELF);
            if (shelves.advanceExact(hit.doc - leaf.docBase)) {
                String path = shelves.lookupOrd(shelves.ordValue()).utf8ToString();
                for (int at = path.indexOf(Fields.LEVEL); at >= 0; at = path.indexOf(Fields.LEVEL, at + 1)) {
                    counts.merge(path.substring(0, at), 1, Integer::sum);
                }
                counts.merge(path, 1, Integer::sum);
            }
        }
        var keys = new HashSet<String>();
        return counts.keySet().stream()
                .filter(this::holdsWhatWasTyped)
                .sorted(Comparator.comparingInt((String label) -> -counts.getOrDefault(label, 0))
                        .thenComparing(SHORTEST))
                .filter(label -> keys.add(CategoryKey.of(label)))
                .limit(MOST_CATEGORIES)
                .toList();
    }

    private boolean holdsWhatWasTyped(String label) {
        var held = Words.of(label);
        return held.containsAll(words.subList(0, words.size() - 1))
                && held.stream().anyMatch(word -> word.startsWith(words.getLast()));
    }

    private ScoreDoc[] candidates(String field) throws IOException {
        return searcher.search(Questions.typed(field, words, shops), CANDIDATES).scoreDocs;
    }

    private LeafReaderContext leaf(int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
