package org.echoppe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Gtin;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.store.ProductQuery.Sort;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductStoreTest {
    @TempDir
    Path home;

    private Database database;
    private ProductStore products;

    @BeforeEach
    void open() {
        database = TestHome.open(home);
        products = new ProductStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aProductComesBackAsItWasSavedAlsoAfterReopening() {
        var full = Goods.full("a", "Thé vert");
        var bare = Goods.product("b", "Savon");
        products.save(List.of(full, bare));
        database.close();
        open();
        assertThat(products.find(new RecordKey("a"))).contains(full);
        assertThat(products.find(new RecordKey("b"))).contains(bare);
        assertThat(products.find(new RecordKey("c"))).isEmpty();
        assertThat(products.count()).isEqualTo(2);
    }

    @Test
    void savingAgainWritesTheRowAnew() {
        products.save(List.of(Goods.full("a", "Thé vert")));
        var changed = Goods.product("a", "Thé noir");
        products.save(List.of(changed));
        assertThat(products.find(new RecordKey("a"))).contains(changed);
        assertThat(products.count()).isEqualTo(1);
    }

    @Test
    void allRowsAreSavedOrNone() {
        products.save(List.of(Goods.product("a", "Thé")));
        var tooLong = Goods.product("zz", "x".repeat(2_000));
        var rows = new ArrayList<>(Goods.many(1_200));
        rows.add(tooLong);
        assertThatThrownBy(() -> products.save(rows)).isInstanceOf(RuntimeException.class);
        assertThat(products.count()).isEqualTo(1);
    }

    @Test
    void aProductIsFoundByEachOfItsNames() {
        products.save(List.of(Goods.full("a", "Thé vert"), Goods.product("b", "Savon")));
        assertThat(products.findByGtin(new Gtin("03017620422003")))
                .extracting(ProductRow::name)
                .containsExactly("Thé vert");
        assertThat(products.findBySku("SKU-1")).hasSize(1);
        assertThat(products.findByName("Savon")).hasSize(1);
        assertThat(products.findByName("savo")).isEmpty();
    }

    @Test
    void searchingIgnoresCaseAccentsAndTheOrderOfWords() {
        products.save(List.of(Goods.full("a", "Thé vert"), Goods.product("b", "Savon 100 % noir_x")));
        assertThat(names("vert the")).containsExactly("Thé vert");
        assertThat(names("PRECIEUX dupont")).containsExactly("Thé vert");
        assertThat(names("301762")).containsExactly("Thé vert");
        assertThat(names("100 %")).containsExactly("Savon 100 % noir_x");
        assertThat(names("r_x")).containsExactly("Savon 100 % noir_x");
        assertThat(names("vert savon")).isEmpty();
        assertThat(names("")).hasSize(2);
    }

    @Test
    void pagesAreSortedAndCountWhatTheyLeaveOut() {
        products.save(Goods.many(250));
        products.save(List.of(Goods.full("z", "Zèbre")));
        var page = products.page(new ProductQuery("produit", null, Sort.NAME, true, 10, 5));
        assertThat(page.total()).isEqualTo(250);
        assertThat(page.rows()).hasSize(5);
        assertThat(page.rows().getFirst().name()).isEqualTo("Produit 9");
        var byPrice = products.page(new ProductQuery("", null, Sort.PRICE, false, 0, 1));
        assertThat(byPrice.rows().getFirst().price()).isEqualTo(new Money(435, Money.EUR));
        var published = products.page(new ProductQuery("", ProductState.PUBLISHED, Sort.UPDATED, false, 0, 10));
        assertThat(published.total()).isEqualTo(1);
    }

    @Test
    void theListFollowsEveryWriteButOneThatFails() {
        assertThat(names("")).isEmpty();
        products.save(List.of(Goods.product("a", "Échalote"), Goods.product("b", "Eau"), Goods.product("c", "zeste")));
        assertThat(names("")).containsExactly("Eau", "Échalote", "zeste");
        var tooLong = List.of(Goods.product("a", "Ail"), Goods.product("d", "x".repeat(2_000)));
        assertThatThrownBy(() -> products.save(tooLong)).isInstanceOf(RuntimeException.class);
        assertThat(names("")).containsExactly("Eau", "Échalote", "zeste");
        database.write(() -> {
            products.save(List.of(Goods.product("a", "Ail")));
            assertThat(names("ail")).containsExactly("Ail");
        });
        products.remove(List.of(new RecordKey("b")));
        assertThat(names("")).containsExactly("Ail", "zeste");
        assertThat(products.keys(ProductQuery.all(1, 1))).containsExactly(new RecordKey("a"), new RecordKey("c"));
    }

    @Test
    void kindsAndCategoriesAreCounted() {
        products.save(List.of(
                Goods.full("a", "Thé vert"),
                Goods.product("b", "Savon"),
                Goods.full("c", "Thé noir").as(ProductState.WITHDRAWN, TestHome.NOW)));
        assertThat(products.counts())
                .containsEntry(ProductKind.ALL, 2)
                .containsEntry(ProductKind.DRAFT, 1)
                .containsEntry(ProductKind.PUBLISHED, 1)
                .containsEntry(ProductKind.NO_PICTURE, 2)
                .containsEntry(ProductKind.WITHDRAWN, 1);
        assertThat(products.categories()).containsExactly(Map.entry("Épicerie > Boissons", 1));
        var above = new ProductQuery("", ProductKind.ALL, "Épicerie", Sort.NAME, false, 0, 10);
        assertThat(products.page(above).rows()).extracting(ProductRow::name).containsExactly("Thé vert");
    }

    @Test
    void aCommitSettlesWhatWasPending() {
        products.save(Goods.many(3));
        assertThat(pending()).containsExactly("p000000", "p000001", "p000002");
        Cid cid = Cid.of(new byte[] {1});
        products.published(
                Map.of(new RecordKey("p000000"), Optional.of(cid), new RecordKey("p000001"), Optional.empty()));
        assertThat(pending()).containsExactly("p000002");
        assertThat(products.find(new RecordKey("p000000")).orElseThrow().publishedCid())
                .isEqualTo(cid);
        assertThat(products.find(new RecordKey("p000001")).orElseThrow().publishedCid())
                .isNull();
        assertThat(products.damaged()).isEmpty();
    }

    @Test
    void removedProductsAreGone() {
        products.save(Goods.many(3));
        products.remove(List.of(new RecordKey("p000000"), new RecordKey("p000002")));
        List<String> left = new ArrayList<>();
        products.forEach(row -> left.add(row.rkey().value()));
        assertThat(left).containsExactly("p000001");
    }

    @Test
    void aRowThatTheDiskChangedIsNamed() {
        products.save(List.of(Goods.full("a", "Thé vert"), Goods.full("b", "Thé noir")));
        assertThat(products.damaged()).isEmpty();
        database.writeAll(sql -> sql.execute("update product set stock = 13 where rkey = 'b'"));
        assertThat(products.damaged()).containsExactly(new RecordKey("b"));
        database.writeAll(sql -> sql.update(DSL.table("product"))
                .set(DSL.field("note", String.class), "?")
                .execute());
        assertThat(products.damaged()).hasSize(2);
    }

    private List<String> names(String text) {
        return products.page(new ProductQuery(text, null, Sort.NAME, false, 0, 10)).rows().stream()
                .map(ProductRow::name)
                .toList();
    }

    private List<String> pending() {
        List<String> rkeys = new ArrayList<>();
        products.forEachPending(Integer.MAX_VALUE, row -> rkeys.add(row.rkey().value()));
        return rkeys;
    }

    @Test
    void aPageOfWhatIsPendingIsReadWithoutSortingAllOfIt() {
        products.save(Goods.many(600));
        database.<RuntimeException>writeAll(sql -> sql.execute("set query_statistics true"));
        List<String> rkeys = new ArrayList<>();
        products.forEachPending(Integer.MAX_VALUE, row -> rkeys.add(row.rkey().value()));
        assertThat(rkeys).hasSize(600).isSorted();
        database.<RuntimeException>writeAll(sql -> assertThat(
                        sql.fetch("select sql_statement from information_schema.query_statistics"
                                + " where sql_statement ilike '%order by%rkey%'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(String.valueOf(sql.fetchValue("explain " + row.get(0), true, "", 500)))
                        .contains("/* index sorted */")));
    }
}
