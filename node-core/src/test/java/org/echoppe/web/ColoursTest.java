package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2.2 counts it (§1.4.3 and §1.4.11), for the pairs that pages use, in the light and in the dark. */
class ColoursTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private static String css() throws IOException {
        try (var input = Objects.requireNonNull(WebServer.class.getResourceAsStream("static/site.css"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyTextCanBeReadOnItsGround() throws IOException {
        String css = css();
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        for (String scheme : new String[] {css.substring(0, dark), css.substring(dark)}) {
            Map<String, Double> tokens = Pattern.compile("--([a-z-]+): (#[0-9A-F]{6})")
                    .matcher(scheme)
                    .results()
                    .collect(Collectors.toMap(m -> m.group(1), m -> luminance(m.group(2)), (first, _) -> first));
            for (String ground : new String[] {"paper", "linen", "card"}) {
                for (String text : new String[] {"ink", "muted", "basil", "tomato", "sky"}) {
                    assertThat(contrast(tokens, text, ground))
                            .as("%s on %s", text, ground)
                            .isGreaterThan(TEXT);
                }
                assertThat(contrast(tokens, "edge", ground))
                        .as("edge on %s", ground)
                        .isGreaterThan(SHAPE);
            }
            assertThat(contrast(tokens, "on-basil", "basil")).isGreaterThan(TEXT);
            assertThat(contrast(tokens, "on-basil", "basil-deep")).isGreaterThan(TEXT);
        }
    }

    @Test
    void everyInitialCanBeReadOnItsTint() throws IOException {
        var tints = Pattern.compile("--ground: (#\\w+); --stripe: (#\\w+); --letter: (#\\w+)")
                .matcher(css())
                .results()
                .toList();
        int ofLightOfDarkAndOfPaper = 8 + 8 + 1;
        assertThat(tints).hasSize(ofLightOfDarkAndOfPaper).allSatisfy((MatchResult tint) -> {
            assertThat(contrast(luminance(tint.group(3)), luminance(tint.group(1))))
                    .isGreaterThan(TEXT);
            assertThat(contrast(luminance(tint.group(3)), luminance(tint.group(2))))
                    .isGreaterThan(SHAPE);
        });
    }

    private static double contrast(Map<String, Double> tokens, String text, String ground) {
        return contrast(Objects.requireNonNull(tokens.get(text)), Objects.requireNonNull(tokens.get(ground)));
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
