package org.echoppe.app.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryBranchTest {
    private final CategoryBranch trunk = CategoryBranch.trunk(
            List.of("Boulangerie > Pains", "Boulangerie > Pains > Bio", "Épicerie", "Épicerie>Thés"));

    @Test
    void pathsMakeATreeWithTheLevelsThatNoProductStandsIn() {
        assertThat(trunk.below()).extracting(CategoryBranch::name).containsExactly("Boulangerie", "Épicerie");
        var bread = trunk.below().getFirst().below().getFirst();
        assertThat(bread.path()).isEqualTo("Boulangerie > Pains");
        assertThat(bread.below()).extracting(CategoryBranch::path).containsExactly("Boulangerie > Pains > Bio");
        assertThat(trunk.below().getLast().below())
                .extracting(CategoryBranch::path)
                .containsExactly("Épicerie > Thés");
    }

    @Test
    void wordsFindBranchesWithTheWayToThem() {
        assertThat(trunk.found("THES").below()).extracting(CategoryBranch::name).containsExactly("Épicerie");
        assertThat(trunk.found("epicerie").below().getFirst().below()).hasSize(1);
        assertThat(trunk.found("pains bio")
                        .below()
                        .getFirst()
                        .below()
                        .getFirst()
                        .below())
                .hasSize(1);
        assertThat(trunk.found("fromage").below()).isEmpty();
    }
}
