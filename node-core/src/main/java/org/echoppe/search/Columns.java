package org.echoppe.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.echoppe.search.ListingHits.Hit;

/** Reads of single listings what stands in the index's columns. */
record Columns(IndexSearcher searcher, Answers.Known known) {
    private LeafReaderContext leaf(int doc) {
        var leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }

    /** Those of a page, in its order; read in that of the index. */
    List<Hit> hits(ScoreDoc[] page, Groups groups) throws IOException {
        var inOrder = IntStream.range(0, page.length)
                .boxed()
                .sorted(Comparator.comparingInt(at -> page[at].doc))
                .toList();
        var hits = new Hit[page.length];
        CardColumns columns = null;
        for (int at : inOrder) {
            var leaf = leaf(page[at].doc);
            columns = columns != null && columns.isOf(leaf) ? columns : new CardColumns(leaf, known);
            hits[at] = columns.hit(page[at].doc, groups);
        }
        return List.of(hits);
    }

    /** 0 when the listing has no article number. */
    private static long article(LeafReaderContext leaf, int at) throws IOException {
        var articles = DocValues.getNumeric(leaf.reader(), Fields.ARTICLE);
        return articles.advanceExact(at) ? articles.longValue() : 0;
    }

    /** Of each repeated article the first. */
    List<ScoreDoc> once(ScoreDoc[] docs, Repeated repeated) throws IOException {
        var once = new ArrayList<ScoreDoc>();
        var seen = new HashSet<Long>();
        for (ScoreDoc doc : docs) {
            var leaf = leaf(doc.doc);
            long article = article(leaf, doc.doc - leaf.docBase);
            if (article == 0 || !repeated.holds(article) || seen.add(article)) {
                once.add(doc);
            }
        }
        return once;
    }
}
