package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void punctuationOfEveryKindSplits() {
        assertThat(Words.of("L’huile d'olive — extra-vierge/bio, 100% (50cl)_lait_ «AOP»"))
                .containsExactly(
                        "l", "huile", "d", "olive", "extra", "vierge", "bio", "100", "50", "cl", "lait", "aop");
    }

    @Test
    void accentsAndLigaturesAreFolded() {
        assertThat(Words.of("ŒUFS Crème brûlée Weißwurst Æbler Ø smørrebrød ŁÓDŹ ﬁgue"))
                .containsExactly(
                        "oeufs", "creme", "brulee", "weisswurst", "aebler", "o", "smorrebrod", "lodz", "figue");
    }

    @Test
    void aComposedAndADecomposedAccentAreTheSame() {
        assertThat(Words.of("cafe\u0301")).isEqualTo(Words.of("caf\u00e9"));
    }

    @Test
    void aTrademarkIsNoPartOfTheWord() {
        assertThat(Words.of("Nutella™ Philadelphia® choco\u00adlat"))
                .containsExactly("nutella", "philadelphia", "chocolat");
    }

    @Test
    void otherScriptsAreWordsToo() {
        assertThat(Words.of("Шоколад ČOKOLÁDA ΣΟΚΟΛΑΤΑ 巧克力")).containsExactly("шоколад", "cokolada", "σοκολατα", "巧克力");
    }

    @Test
    void loneSurrogatesAndControlCharactersOnlySplit() {
        assertThat(Words.of("\ud83d lait\udc00\u0000café\ud83e")).containsExactly("lait", "cafe");
    }

    @Test
    void whatAnApostropheCutsOffIsNotAskedFor() {
        assertThat(Words.asked("pain d’épices")).containsExactly("pain", "epices");
        assertThat(Words.asked("Kellogg's")).containsExactly("kellogg");
        assertThat(Words.asked("crème qu'on aime")).containsExactly("creme", "on", "aime");
        assertThat(Words.asked("l'")).containsExactly("l");
        assertThat(Words.asked("aujourd'hui")).containsExactly("aujourd", "hui");
    }

    @Test
    void aMeasureIsOneQuestionHoweverItIsWritten() {
        for (String name : List.of("Farine 500g", "Farine 500 g", "farine 500\u00a0G", "Farine\u00a0: 500\u202fg.")) {
            assertThat(Words.of(name)).as(name).containsExactly("farine", "500", "g");
            assertThat(Words.measures(name)).as(name).containsExactly("500g");
            assertThat(Words.asked(name)).as(name).containsExactly("farine", "500g");
        }
        assertThat(Words.asked("eau 1,5L")).isEqualTo(Words.asked("eau 1.5 l")).containsExactly("eau", "1", "5l");
    }

    @Test
    void whatOnlyLooksLikeAMeasureIsNone() {
        for (String name :
                List.of("2 gâteaux", "B12 g", "500 ou g", "4x4", "3D", "1er prix", "1234567 g", "Airbus A320m")) {
            assertThat(Words.measures(name)).as(name).isEmpty();
        }
        assertThat(Words.asked("Tome 2 l’été")).containsExactly("tome", "2", "ete");
        assertThat(Words.asked("25% MG")).containsExactly("25", "mg");
        for (String name : List.of("Tome 2 l’été", "Crème 25% MG", "Crème (30%) M.G")) {
            assertThat(Words.measures(name))
                    .as("whoever leaves the signs out of %s asks for it so", name)
                    .hasSize(1);
        }
        assertThat(Words.typed("moules 2 m")).as("it may go on").containsExactly("moules", "2", "m");
    }

    @Test
    void onlySoManyWordsAndLettersAreAskedFor() {
        assertThat(Words.asked("a1 b2 ".repeat(500))).containsExactly("a1", "b2");
        var many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append('w').append(i).append(' ');
        }
        assertThat(Words.asked(many.toString())).hasSize(Words.MOST_ASKED);
        assertThat(Words.asked("x".repeat(10_000))).containsExactly("x".repeat(Words.LONGEST));
    }
}
