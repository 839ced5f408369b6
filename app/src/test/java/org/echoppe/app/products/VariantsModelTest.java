package org.echoppe.app.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.catalogue.VariantDraft;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Language;
import org.junit.jupiter.api.Test;

/** What the parts of the product form make of what is done in them, each as one text of the form. */
class VariantsModelTest {
    private final SimpleStringProperty text = new SimpleStringProperty("");
    private final VariantsModel kinds = new VariantsModel(text);

    @Test
    void optionsMakeKindsThatKeepWhatTheyHave() {
        kinds.setOption(0, "Taille", "S, M");
        kinds.edit(1, kinds.rows().get(1).withPrice("12,50"));
        kinds.setOption(1, "Couleur", "bleu, rouge");
        assertThat(kinds.rows())
                .extracting(VariantDraft::label)
                .containsExactly("S · bleu", "S · rouge", "M · bleu", "M · rouge");
        assertThat(kinds.rows().get(2).price()).isEqualTo("12,50");
        kinds.remove(3);
        assertThat(VariantDraft.list(text.get())).isEqualTo(List.copyOf(kinds.rows()));
        var many = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
        assertThat(kinds.setOption(1, "Couleur", String.join(",", many))).isFalse();
    }

    @Test
    void anotherTextFillsTheEditor() {
        text.set(VariantDraft.text(List.of(VariantDraft.of(Map.of("Format", "poche")))));
        assertThat(kinds.options()).extracting(option -> option.name()).containsExactly("Format");
        text.set("");
        assertThat(kinds.rows()).isEmpty();
        assertThat(kinds.options()).isEmpty();
    }

    @Test
    void picturesAreMovedRemovedAndPutBack() {
        var held = new SimpleStringProperty("");
        var model = new PicturesModel(source -> picture("neu"), new Background(Runnable::run, Runnable::run), held);
        model.add(List.of(new PictureSource.Pixels(new int[1], 1, 1)));
        assertThat(model.list()).hasSize(1);
        held.set(PictureDraft.text(List.of(picture("a"), picture("b"), picture("c"))));
        model.move(0, 2);
        assertThat(model.list()).extracting(PictureDraft::alt).containsExactly("b", "c", "a");
        var back = model.remove(1);
        model.describe(0, "un\tpain\nrond");
        back.run();
        assertThat(PictureDraft.list(held.get()))
                .extracting(PictureDraft::alt)
                .containsExactly("un pain rond", "c", "a");
        model.reset();
        model.remove(0);
        assertThat(held.get().lines()).hasSize(2);
    }

    @Test
    void aPreviewSaysWhatAShopperWouldRead() {
        var terms = new ShopTerms("Pains", Currency.getInstance("EUR"), "", List.of(), 3);
        var preview = FormPreview.of(
                Map.of("name", "Comté", "price", "3,90", "quantity", "500 g", "stock", "2"), terms, Language.FR);
        assertThat(preview.availability()).isEqualTo("limited");
        assertThat(preview.unitPrice()).isNotNull();
        assertThat(FormPreview.of(Map.of("price", "cher"), terms, Language.FR).price())
                .isNull();
    }

    private static PictureDraft picture(String alt) {
        return new PictureDraft(
                Cid.of(Cid.Codec.RAW, alt.getBytes(StandardCharsets.UTF_8)), "image/jpeg", 4, 3, 9, alt);
    }
}
