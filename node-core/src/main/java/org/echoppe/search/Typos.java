package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * What somebody may have meant whose words are nowhere: the same words with one letter of one of them added, left out,
 * changed, or two exchanged. Only words of names are guessed, and only such as find something together with the others.
 *
 * @param everywhere all shops that are shown: a word that one of them has is no slip
 * @param shops whose listings count
 * @param fields that any listing has
 */
record Typos(IndexSearcher searcher, Query everywhere, Query shops, Set<String> fields) {
    /** Shorter words are too much like all others; beside other words, which have to fit too, one letter less will do. */
    private static final int SHORTEST = 4;
    /** Of one word so many readings are tried, those in most names first; */
    private static final int TRIED = 24;
    /** of several words together not many more, for each is a search of its own. */
    private static final int TRIED_IN_ALL = 48;

    /** Where each of more words is somewhere, it is not guessed which of them is the wrong one. */
    private static final int MOST_SUSPECTS = 8;
    /** So many readings are shown together. */
    private static final int SHOWN = 3;

    private record Reading(String words, int matches) {}

    /** The best readings, best first; empty when there is none. */
    List<String> corrected(String typed) throws IOException {
        var words = Words.asked(typed);
        if (!Codes.gtins(typed).isEmpty() || !Codes.together(typed).equals(typed)) {
            return List.of();
        }
        var readings = new ArrayList<Reading>();
        var suspects = suspects(words);
        int each = Math.min(TRIED, TRIED_IN_ALL / Math.max(1, suspects.size()));
        for (int at : suspects) {
            for (String candidate : near(words.get(at), each)) {
                var other = new ArrayList<>(words);
                other.set(at, candidate);
                String reading = String.join(" ", other);
                int matches = matches(reading, shops);
                if (matches > 0) {
                    readings.add(new Reading(reading, matches));
                }
            }
        }
        return readings.stream()
                .sorted(Comparator.comparingInt(Reading::matches).reversed())
                .map(Reading::words)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** Which words may be wrong: the one that is nowhere; more than one cannot be mended. All, when each is somewhere. */
    private List<Integer> suspects(List<String> words) throws IOException {
        int shortest = words.size() == 1 ? SHORTEST : SHORTEST - 1;
        var nowhere = new ArrayList<Integer>();
        var all = new ArrayList<Integer>();
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).length() >= shortest) {
                all.add(at);
            }
            if (matches(words.get(at), everywhere) == 0) {
                nowhere.add(at);
            }
        }
        if (nowhere.isEmpty()) {
            return all.size() > MOST_SUSPECTS ? List.of() : all;
        }
        return nowhere.size() == 1 && all.containsAll(nowhere) ? nowhere : List.of();
    }

    private int matches(String words, Query among) throws IOException {
        return searcher.count(Questions.of(ListingQuery.of(words), List.of(), among, fields));
    }

    /** Words of names that are one letter away, those in most names first. */
    private List<String> near(String word, int most) throws IOException {
        Map<String, Integer> near = new HashMap<>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.TYPED_NAME);
            if (terms != null) {
                var found = new FuzzyTermsEnum(terms, new Term(Fields.TYPED_NAME, word), 1, 0, true);
                for (var term = found.next(); term != null; term = found.next()) {
                    near.merge(term.utf8ToString(), found.docFreq(), Integer::sum);
                }
            }
        }
        near.remove(word);
        return near.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
