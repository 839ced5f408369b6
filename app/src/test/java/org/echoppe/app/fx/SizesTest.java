package org.echoppe.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.echoppe.domain.Language;
import org.junit.jupiter.api.Test;

class SizesTest {
    private static String said(Language language, long bytes) {
        return new Sizes(Texts.of(Sizes.class, language)).say(bytes).replace('\u00a0', ' ');
    }

    @Test
    void sizesAreSaidAsPeopleSayThem() {
        assertThat(said(Language.FR, 0)).isEqualTo("0 o");
        assertThat(said(Language.FR, 1_500)).isEqualTo("1 Ko");
        assertThat(said(Language.FR, 3_400_000)).isEqualTo("3,2 Mo");
        assertThat(said(Language.EN, 3_400_000)).isEqualTo("3.2 MB");
        assertThat(said(Language.EN, 4L << 30)).isEqualTo("4 GB");
        assertThat(said(Language.EN, 420L << 20)).isEqualTo("420 MB");
    }
}
