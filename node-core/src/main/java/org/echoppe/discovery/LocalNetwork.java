package org.echoppe.discovery;

import java.net.InetAddress;
import org.echoppe.domain.Did;
import org.jspecify.annotations.Nullable;

/** What carries words between the nodes of one network, so that a test can do without one. No call waits for it. */
interface LocalNetwork extends AutoCloseable {
    /** What this node says about itself. */
    record Word(Did did, String name, int port) {}

    /** Is told what others say. */
    interface Ear {
        void heard(Sighting sighting);

        void gone(InetAddress card, String instance);

        /** Nothing is heard there any more. */
        void lost(InetAddress card);
    }

    /**
     * What is wanted from now on. Said again and again: network cards come and go.
     *
     * @param own null to say nothing
     * @param ear null to hear nothing, and then nothing is said either
     */
    void keep(@Nullable Word own, @Nullable Ear ear);

    @Override
    void close();
}
