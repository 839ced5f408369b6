package org.echoppe.search;

import java.util.Set;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** Which fields any listing has, looked up once a view of the index. */
final class PresentFields {
    /** @param view of the index, not the reader itself: that is to be let go */
    private record Seen(Object view, Set<String> fields) {}

    private volatile @Nullable Seen last;

    Set<String> in(IndexReader reader) {
        var helper = reader.getReaderCacheHelper();
        Object view = helper == null ? this : helper.getKey();
        var seen = last;
        if (seen == null || helper == null || !seen.view.equals(view)) {
            seen = new Seen(view, Set.copyOf(FieldInfos.getIndexedFields(reader)));
            last = seen;
        }
        return seen.fields;
    }
}
