package org.echoppe.node;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {
    @Test
    void whateverIsPlantedIsFound() {
        var traces = new Traces(List.of("Barnabé Zwölfender", "+33 7 92 16 38 40"));
        for (String before : List.of("", "x", "xy")) {
            String text = before + "Barnabé Zwölfender..";
            assertThat(traces.in(text)).hasSize(1);
            assertThat(traces.in(text.getBytes(UTF_16LE))).hasSize(1);
            byte[] once = Base64.getUrlEncoder().encode(text.getBytes(UTF_8));
            assertThat(traces.in(once)).hasSize(1);
            assertThat(traces.in(Base64.getEncoder().encode(once))).hasSize(1);
        }
        assertThat(traces.in("{\"name\":\"Barnab\\u00e9 Zw\\u00f6lfender\"}")).hasSize(1);
        assertThat(traces.in("?tel=%2B33+7+92+16+38+40")).hasSize(1);
        assertThat(traces.in("Barnabé Zwolfender +33 7 92 16 38 41")).isEmpty();
    }
}
