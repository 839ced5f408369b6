package org.echoppe.app.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.echoppe.catalogue.PublishState;
import org.echoppe.domain.RecordKey;
import org.junit.jupiter.api.Test;

class FetchedRowsTest {
    private static final int STRETCH = FetchedRows.STRETCH;

    private final FetchedRows rows = new FetchedRows();
    private final List<String> heard = new ArrayList<>();

    FetchedRowsTest() {
        rows.addListener((ListChangeListener<ProductLine>) change -> {
            while (change.next()) {
                heard.add((change.wasUpdated() ? "update " : change.wasAdded() ? "add " : "remove ") + change.getFrom()
                        + " " + change.getTo());
            }
        });
    }

    private static List<ProductLine> lines(int from, int count, long stock) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new ProductLine(
                        new RecordKey("p" + i), "Produit " + i, "", null, stock, PublishState.ONLINE, "inStock", ""))
                .toList();
    }

    @Test
    void onlyWhatOneLooksAtIsHere() {
        rows.put(50_000, 0, lines(0, STRETCH, 1));
        rows.put(50_000, 20_000 / STRETCH, lines(20_000, STRETCH, 1));
        assertThat(rows).hasSize(50_000);
        assertThat(rows.get(20_007).name()).isEqualTo("Produit 20007");
        assertThat(rows.get(10_000).isAwaited()).isTrue();
        assertThat(rows.needs(50)).isTrue();
        assertThat(rows.needs(20_000 / STRETCH)).isFalse();
        assertThat(rows.needs(50_000 / STRETCH)).isFalse();
        assertThat(rows.indexOf(new RecordKey("p20007"))).isEqualTo(20_007);
        assertThat(rows.indexOf(new RecordKey("p10000"))).isEqualTo(-1);
    }

    @Test
    void aRefreshTellsOnlyWhatIsOtherwise() {
        rows.put(300, 0, lines(0, STRETCH, 1));
        heard.clear();
        rows.outdate();
        assertThat(rows.needs(0)).isTrue();
        var changed = new ArrayList<>(lines(0, STRETCH, 1));
        changed.set(7, lines(7, 1, 0).getFirst());
        rows.put(300, 0, changed);
        assertThat(heard).containsExactly("update 7 8");
        heard.clear();
        rows.put(301, 0, changed);
        assertThat(heard).containsExactly("add 300 301");
        heard.clear();
        rows.put(3, 0, lines(0, 3, 1));
        assertThat(heard).contains("remove 3 3");
        assertThat(rows).hasSize(3);
        rows.put(0, 0, List.of());
        assertThat(rows).isEmpty();
    }
}
