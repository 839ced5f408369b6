package org.echoppe.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of both themes against WCAG 2.2 AA: text 4.5 to 1 on every ground it stands on, edges and marks 3 to 1. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("-([a-z-]+): #([0-9A-Fa-f]{6});");

    private static Map<String, Integer> tokens(String sheet) throws IOException {
        try (var css = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet))) {
            return TOKEN.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .collect(Collectors.toMap(m -> m.group(1), m -> Integer.parseInt(m.group(2), 16)));
        }
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear((rgb >> 16) & 0xff) + 0.7152 * linear((rgb >> 8) & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double contrast(int one, int other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void everyTextCanBeReadOnItsGround(String sheet) throws IOException {
        var tokens = tokens(sheet);
        for (var ground : new String[] {"paper", "linen", "basil-tint", "saffron-tint", "tomato-tint", "sky-tint"}) {
            assertContrast(tokens, "ink", ground, 4.5);
        }
        for (var ground : new String[] {"paper", "linen"}) {
            for (var text : new String[] {"muted", "basil", "tomato", "sky"}) {
                assertContrast(tokens, text, ground, 4.5);
            }
            assertContrast(tokens, "edge", ground, 3);
        }
        assertContrast(tokens, "basil", "basil-tint", 4.5);
        assertContrast(tokens, "on-basil", "basil", 4.5);
        assertContrast(tokens, "on-basil", "basil-deep", 4.5);
        assertContrast(tokens, "ink", "line", 4.5);
        assertContrast(tokens, "paper", "ink", 4.5);
        assertContrast(tokens, "saffron", "ink", sheet.startsWith("light") ? 4.5 : 1);
    }

    private static void assertContrast(Map<String, Integer> tokens, String text, String ground, double least) {
        assertThat(contrast(
                        Objects.requireNonNull(tokens.get(text), text),
                        Objects.requireNonNull(tokens.get(ground), ground)))
                .as(text + " on " + ground)
                .isGreaterThanOrEqualTo(least);
    }
}
