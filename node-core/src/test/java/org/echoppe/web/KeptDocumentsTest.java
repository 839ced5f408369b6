package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.echoppe.domain.Cid;
import org.junit.jupiter.api.Test;

class KeptDocumentsTest {
    private static final Cid OURS = Cid.of(Cid.Codec.RAW, new byte[] {1});
    private static final Cid OTHERS = Cid.of(Cid.Codec.RAW, new byte[] {2});

    private final Set<Cid> held = new HashSet<>();
    private final KeptDocuments<String> documents = new KeptDocuments<>(held::size, held::contains);
    private int made;

    private byte document(String key) {
        return documents.of(key, seen -> new byte[] {(byte) (++made * 10 + (seen.holds(OURS) ? 1 : 0))})[0];
    }

    @Test
    void aDocumentIsMadeAnewForItsOwnPicturesAndForNobodyElses() {
        assertThat(document("a")).isEqualTo((byte) 10);
        assertThat(document("a")).isEqualTo((byte) 10);
        held.add(OTHERS);
        assertThat(document("a")).as("another shop's has come").isEqualTo((byte) 10);
        held.add(OURS);
        assertThat(document("a")).isEqualTo((byte) 21);
        assertThat(document("a")).isEqualTo((byte) 21);
        assertThat(document("b")).as("another document").isEqualTo((byte) 31);
    }
}
