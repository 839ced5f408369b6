package org.echoppe.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** The listings of the shops that count, each scoring what its shop is lifted. */
final class ShopQuery extends Query {
    private final ShopNumbers numbers;
    private final ShopView shops;

    ShopQuery(ShopNumbers numbers, ShopView shops) {
        this.numbers = numbers;
        this.shops = shops;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                var merchants = DocValues.getSorted(context.reader(), Fields.DID);
                var scorer = new Matches(
                        merchants, numbers.in(context), context.reader().maxDoc());
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private final class Matches extends Scorer {
        private final TwoPhaseIterator matches;
        private int shop;

        Matches(SortedDocValues merchants, int[] inSegment, int docs) {
            this.matches = new TwoPhaseIterator(DocIdSetIterator.all(docs)) {
                @Override
                public boolean matches() throws IOException {
                    if (!merchants.advanceExact(approximation.docID())) {
                        return false;
                    }
                    shop = inSegment[merchants.ordValue()];
                    return shops.shows(shop);
                }

                @Override
                public float matchCost() {
                    return 10;
                }
            };
        }

        @Override
        public int docID() {
            return matches.approximation().docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return TwoPhaseIterator.asDocIdSetIterator(matches);
        }

        @Override
        public TwoPhaseIterator twoPhaseIterator() {
            return matches;
        }

        @Override
        public float score() {
            return shops.lift(shop);
        }

        @Override
        public float getMaxScore(int upTo) {
            return Float.MAX_VALUE;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "listings of some shops";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShopQuery query && query.shops.equals(shops);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(shops);
    }
}
