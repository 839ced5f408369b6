package org.echoppe.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Language;
import org.echoppe.records.Availability;
import org.echoppe.records.Blob;
import org.echoppe.records.Image;
import org.echoppe.records.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that stays open while the shop goes on selling: what was not typed in it is not written back. */
class ProductEditTest {
    @TempDir
    Path folder;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ProductDraft form(Product product) {
        return shop.catalogue.draft(product, Language.FR);
    }

    private Product save(Product product, ProductDraft filled, ProductDraft typed) {
        return shop.catalogue
                .change(product.key(), new ProductEdit(filled, typed), null)
                .product();
    }

    private void sell(Product product, Optional<String> kind, long pieces) {
        shop.database.write(() -> {
            new Stockroom(shop.catalogue).move(new StockMove(product.key(), kind, -pieces), shop.clock.instant());
            return true;
        });
    }

    private static long price(Product product) {
        return product.record().price().orElseThrow().money().minorUnits();
    }

    private static VariantDraft kind(String size, String price, String stock) {
        return new VariantDraft("", Map.of("taille", size), price, "", "", "", stock);
    }

    @Test
    void whatWasSoldRepricedAndPicturedSinceTheFormWasOpenedStays() {
        var product = shop.catalogue.add(TestShop.draft("name", "Pian", "price", "2,90", "stock", "24"));
        var filled = form(product);
        sell(product, Optional.empty(), 6);
        shop.catalogue.change(product.key(), TestShop.draft("price", "3,10"));
        var cid = Cid.of(Cid.Codec.RAW, new byte[] {1, 2, 3});
        var picture = new Image(new Blob(cid, "image/jpeg", 3), "Un pain", 320, 240);
        shop.catalogue.picture(product.key(), List.of(picture));

        var saved = save(product, filled, filled.with(ProductField.NAME, "Pain"));

        assertThat(saved.record().name()).isEqualTo("Pain");
        assertThat(saved.backroom().stock()).hasValue(18);
        assertThat(price(saved)).isEqualTo(310);
        assertThat(saved.record().images()).containsExactly(picture);
    }

    @Test
    void whatWasTypedIsWrittenEvenWhereItWasSoldMeanwhile() {
        var product =
                shop.catalogue.add(TestShop.draft("name", "Pain", "price", "2,90", "stock", "24", "note", "four"));
        var filled = form(product);
        sell(product, Optional.empty(), 6);

        var typed = filled.with(ProductField.STOCK, "30")
                .with(ProductField.PRICE, "1 250,50")
                .with(ProductField.NOTE, "");
        var saved = save(product, filled, typed);

        assertThat(saved.backroom().stock()).hasValue(30);
        assertThat(price(saved)).isEqualTo(125_050);
        assertThat(saved.backroom().note()).isEmpty();
    }

    @Test
    void whatTheShopkeeperSaysOfAvailabilityOutlivesANewCount() {
        var product = shop.catalogue.add(
                TestShop.draft("name", "Pain", "price", "2,90", "stock", "24", "availability", "outOfStock"));
        var filled = form(product);
        var counted = save(product, filled, filled.with(ProductField.STOCK, "30"));
        assertThat(counted.record().availability()).contains(Availability.OUT_OF_STOCK);

        var again = form(counted);
        var left = save(product, again, again.with(ProductField.AVAILABILITY, ""));
        assertThat(left.record().availability()).contains(Availability.IN_STOCK);
    }

    @Test
    void ofAKindOnlyTheCellsThatWereTypedAreWritten() {
        var product = shop.catalogue.add(TestShop.draft("name", "Marinière", "price", "39")
                .withVariants(List.of(kind("S", "", "5"), kind("M", "42,50", "4"))));
        var filled = form(product);
        sell(product, Optional.of("m"), 1);
        sell(product, Optional.of("s"), 2);

        var kinds = new ArrayList<>(filled.variants());
        kinds.set(0, kinds.get(0).withStock("9"));
        kinds.set(1, kinds.get(1).withPrice("45"));
        var saved = save(product, filled, filled.withVariants(kinds));

        assertThat(saved.backroom().variant("s").stock()).as("counted anew").hasValue(9);
        assertThat(saved.backroom().variant("m").stock()).as("sold meanwhile").hasValue(3);
        assertThat(saved.backroom().stock()).hasValue(12);
        assertThat(saved.record()
                        .variants()
                        .get(1)
                        .price()
                        .orElseThrow()
                        .money()
                        .minorUnits())
                .isEqualTo(4500);

        var name = save(product, filled, filled.with(ProductField.NAME, "Marinière bleue"));
        assertThat(name.backroom().stock()).as("no kind was typed in").hasValue(12);
    }

    @Test
    void kindsThatCameOrWentMeanwhileDoSo() {
        var product = shop.catalogue.add(TestShop.draft("name", "Marinière", "price", "39")
                .withVariants(List.of(kind("S", "", "5"), kind("M", "", "4"))));
        var filled = form(product);
        var elsewhere = new ArrayList<>(filled.variants());
        elsewhere.set(0, kind("L", "", "7"));
        elsewhere.add(kind("XL", "", "1"));
        shop.catalogue.change(product.key(), ProductDraft.EMPTY.withVariants(elsewhere));

        var typed = new ArrayList<>(filled.variants());
        typed.add(kind("L", "41", ""));
        var saved = save(product, filled, filled.withVariants(typed));

        assertThat(saved.record().variants()).extracting(Variant::key).containsExactly("m", "l", "xl");
        assertThat(saved.backroom().variant("l").stock()).hasValue(7);

        var last = form(saved);
        var none = save(product, last, last.withVariants(List.of()));
        assertThat(none.record().variants()).isEmpty();
    }
}
