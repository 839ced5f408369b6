package org.echoppe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echoppe.domain.Language.EN;
import static org.echoppe.domain.Language.FR;

import org.echoppe.domain.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "café cafés",
                "thé thés",
                "œuf œufs",
                "pâte pâtes",
                "crème crèmes",
                "chocolat chocolats",
                "bocal bocaux",
                "gâteau gâteaux",
                "noyau noyaux",
                "chou choux",
                "jeu jeux",
                "animal animaux",
                "salé salée salés salées",
                "fumé fumée fumés fumées",
                "grillé grillée grillées",
                "naturel naturelle naturelles",
                "entier entière entières",
                "crémeux crémeuse crémeuses",
                "anglais anglaise anglaises",
                "italien italienne",
                "complet complets complète",
                "olive olives",
                "pomme pommes",
                "anis",
                "noix",
                "ananas",
                "purée purées",
                "confiture confitures"
            })
    void frenchPluralsAndFemininesAreOneWord(String words) {
        assertThat(Words.of(words).stream().map(word -> Stem.of(word, FR)).distinct())
                .as(words)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "poisson poison", "dessert désert", "purée pure", "gelée gel", "fraise frais", "cassis casse",
                        "vin vinaigre",
                "sel selle", "pain pin", "riz ri", "cours course", "sauce saucisson", "crème crémerie", "lait laitue",
                "poire poireau", "choc chocolat", "car carré", "pomme pommeau", "mer mère", "taux tal"
            })
    void unrelatedFrenchWordsStayApart(String words) {
        assertThat(Words.of(words).stream().map(word -> Stem.of(word, FR)).distinct())
                .as(words)
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cookie cookies",
                "berry berries",
                "tomato tomatoes",
                "peach peaches",
                "dish dishes",
                "box boxes",
                "glass glasses",
                "brioche brioches",
                "pie pies",
                "egg eggs",
                "fry fries",
                "sauce sauces",
                "kiwi kiwis",
                "shoe shoes",
                "key keys",
                "cheese cheeses",
                "mousse mousses",
                "cacao",
                "bus",
                "swiss",
                "hummus"
            })
    void englishPluralsAreOneWord(String words) {
        assertThat(Words.of(words).stream().map(word -> Stem.of(word, EN)).distinct())
                .as(words)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,glass,glaze",
        "EN,desert,dessert",
        "EN,hummus,hum",
        "EN,cacao,cocoa",
        "EN,pies,pi",
        "EN,news,new york"
    })
    void unrelatedEnglishWordsStayApart(Language language, String one, String other) {
        assertThat(Stem.of(one, language)).isNotEqualTo(Stem.of(other, language));
    }
}
