package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void punctuationOfEveryKindSplits() {
        assertThat(Words.of("L’huile d'olive — extra-vierge/bio, 100% (50cl)_lait_ «AOP»"))
                .containsExactly("l", "huile", "d", "olive", "extra", "vierge", "bio", "100", "50cl", "lait", "aop");
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
