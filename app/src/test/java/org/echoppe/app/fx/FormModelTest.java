package org.echoppe.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private final FormModel form = new FormModel(List.of("name", "price"));

    @Test
    void mendingAFieldTakesItsProblemAwayAndLeavesTheOthers() {
        form.show(List.of(
                Problem.of("name", Fault.REQUIRED),
                Problem.of("price", Fault.NOT_A_PRICE, "cher"),
                Problem.of("", Fault.DISK_FULL)));
        form.text("name").set("Croissant");
        assertThat(form.problems("name")).isEmpty();
        assertThat(form.problems("price")).hasSize(1);
        assertThat(form.homeless()).hasSize(1);
    }

    /** The keyboard is sent to the first mistake once a refusal: not while the shopkeeper is typing. */
    @Test
    void mendingIsNoNewRefusal() {
        form.show(List.of(Problem.of("name", Fault.REQUIRED), Problem.of("price", Fault.REQUIRED)));
        int refusals = form.refusalsProperty().get();
        form.text("name").set("C");
        assertThat(form.refusalsProperty().get()).isEqualTo(refusals);
    }

    @Test
    void knowsWhetherAnythingWouldBeLost() {
        form.fill(Map.of("name", "Pain"));
        assertThat(form.changedProperty().get()).isFalse();
        form.text("name").set("Pain complet");
        assertThat(form.changedProperty().get()).isTrue();
        form.text("name").set("Pain");
        assertThat(form.changedProperty().get()).isFalse();
    }

    @Test
    void whatWasBeingTypedCanBeTakenUpAgain() {
        form.fill(Map.of("name", "Pain"));
        form.text("price").set("2,90");
        var typed = form.values();
        var filled = form.filled();
        form.fill(Map.of());
        form.resume(filled, typed);
        assertThat(form.text("price").get()).isEqualTo("2,90");
        assertThat(form.changedProperty().get()).isTrue();
    }
}
