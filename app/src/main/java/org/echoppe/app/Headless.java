package org.echoppe.app;

import java.nio.file.Path;
import org.echoppe.control.ControlClient;
import org.echoppe.domain.Rejected;

/** The node that may hold the home without a window, started as a service or by hand. Both calls take their time. */
interface Headless {
    /** Nobody is there. */
    Headless NONE = new Headless() {
        @Override
        public boolean runs() {
            return false;
        }

        @Override
        public void stop() {}
    };

    boolean runs();

    /** Asks it to make place; it takes a moment to be gone. */
    void stop();

    /** The one that the home's control file names. */
    static Headless of(Path home) {
        return new Headless() {
            @Override
            public boolean runs() {
                return ControlClient.find(home).isPresent();
            }

            @Override
            public void stop() {
                try {
                    ControlClient.find(home).ifPresent(ControlClient::stop);
                } catch (Rejected e) {
                    // it stopped this very moment: that is what was asked
                }
            }
        };
    }
}
