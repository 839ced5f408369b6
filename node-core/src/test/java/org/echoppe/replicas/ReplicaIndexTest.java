package org.echoppe.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;

class ReplicaIndexTest {
    private static final Did NO_ROOM = did(1);
    private static final Did BROKEN = did(2);
    private static final Did WELL = did(3);

    private static Did did(int number) {
        byte[] point = new byte[33];
        point[0] = 2;
        point[1] = (byte) number;
        return Did.of(point);
    }

    @Test
    void whateverGoesWrongWithOneRepositoryTheOthersHaveTheirTurn() {
        var done = new ArrayList<Did>();
        assertThatThrownBy(() -> ReplicaIndex.each(List.of(NO_ROOM, BROKEN, NO_ROOM, WELL), did -> {
                    if (did.equals(NO_ROOM)) {
                        throw Rejected.because(Fault.DISK_FULL);
                    }
                    if (did.equals(BROKEN)) {
                        throw new IllegalStateException("a record that cannot be read");
                    }
                    done.add(did);
                }))
                .isInstanceOf(Rejected.class)
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));
        assertThat(done).containsExactly(WELL);
    }
}
