package org.echoppe.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.app.fx.Background;
import org.junit.jupiter.api.Test;

class FindModelTest {
    private final List<String> opened = new ArrayList<>();
    private final FindModel model = new FindModel(
            () -> List.of(hit(Hit.Kind.SCREEN, "Réglages"), hit(Hit.Kind.SHOP, "Épicerie Mercière")),
            words -> List.of(hit(Hit.Kind.PRODUCT, "Réglisse de " + words)),
            new Background(Runnable::run, Runnable::run));

    private Hit hit(Hit.Kind kind, String title) {
        return new Hit(kind, title, "", "", () -> opened.add(title));
    }

    private List<String> titles() {
        return model.hits().stream().map(Hit::title).toList();
    }

    @Test
    void everythingNearIsThereBeforeAWordIsTyped() {
        model.open();
        assertThat(titles()).containsExactly("Réglages", "Épicerie Mercière");
    }

    @Test
    void wordsFindWithoutAccentsAndInAnyOrderProductsFirst() {
        model.open();
        model.wordsProperty().set("regl");
        assertThat(titles()).containsExactly("Réglisse de regl", "Réglages");
        model.wordsProperty().set("merciere epi");
        assertThat(titles()).containsExactly("Réglisse de merciere epi", "Épicerie Mercière");
    }

    @Test
    void choosingClosesAndGoesThere() {
        model.open();
        model.choose(model.hits().getFirst());
        assertThat(model.openProperty().get()).isFalse();
        assertThat(opened).containsExactly("Réglages");
    }
}
