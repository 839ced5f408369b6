package org.echoppe.search;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * What makes one listing fit better than another. How rare a word is does not count: all words must be there anyway, and a
 * word that is rare in descriptions would lift a description above a name. Saying a word often gains little.
 */
final class Relevance extends SearcherFactory {
    private static final float SATURATION = 0.6f;
    private static final float LENGTH = 0.5f;
    /** Words. One figure for all fields and corpora, so that a listing scores alike on every node. */
    private static final float USUAL_LENGTH = 8;

    static final Similarity SIMILARITY = new BM25Similarity(SATURATION, LENGTH) {
        @Override
        protected float idf(long documentsWithIt, long documents) {
            return 1;
        }

        @Override
        protected float avgFieldLength(CollectionStatistics statistics) {
            return USUAL_LENGTH;
        }
    };

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(SIMILARITY);
        // what many ask is kept whole, as a page; Lucene's own cache would only take note of every part of every
        // question
        searcher.setQueryCache(null);
        return searcher;
    }
}
