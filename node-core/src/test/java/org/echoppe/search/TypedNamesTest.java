package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.search.Goods.BAKER;
import static org.echoppe.search.Goods.FIRST;
import static org.echoppe.search.Goods.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedNamesTest {
    private static final int PAGES = 300;

    @TempDir
    private Path folder;

    /** Two letters that begin a word of everything. */
    private TypedNames looked(int lookedAt, int kept) throws IOException {
        var goods = new ArrayList<IndexedListing>();
        for (int i = 0; i < PAGES; i++) {
            var draft = listing(BAKER, i, i % 3 == 0 ? "Pain " + i : "Un pain " + i);
            goods.add(i % 2 == 0 ? draft.done() : draft.outOfStock().done());
        }
        try (var index = new OpenIndex(folder, () -> {})) {
            index.replace(BAKER, FIRST, goods::forEach);
            index.refresh();
            try (var lease = index.lease()) {
                var query = Questions.typed(Fields.TYPED_NAME, List.of("pa"), new MatchAllDocsQuery());
                return TypedNames.in(lease.searcher(), query, "pa", lookedAt, kept);
            }
        }
    }

    @Test
    void noMoreIsLookedAtThanABoundHoweverMuchFits() throws IOException {
        var names = looked(100, 500);
        assertThat(names.looked()).isEqualTo(100);
        assertThat(names.beginning().length + names.others().length).isEqualTo(100);
    }

    @Test
    void whatBeginsSoStandsApartAndWhatIsInStockIsKeptFirst() throws IOException {
        var names = looked(10_000, 500);
        assertThat(names.looked()).isEqualTo(PAGES);
        assertThat(names.beginning()).hasSize(PAGES / 3).isSorted();
        assertThat(names.others()).hasSize(PAGES * 2 / 3).isSorted();
    }

    @Test
    void fewAreKeptOfEach() throws IOException {
        var names = looked(10_000, 20);
        assertThat(names.beginning()).hasSize(20);
        assertThat(names.others()).hasSize(20);
    }
}
