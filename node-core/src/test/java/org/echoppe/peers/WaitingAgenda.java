package org.echoppe.peers;

import java.time.Duration;
import java.util.ArrayDeque;

/** Does nothing by itself: what is to be done waits for the test to run it, in the order it came. */
public final class WaitingAgenda implements Agenda {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void soon(Runnable work) {
        waiting.add(work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        waiting.add(work);
    }

    public void runNext() {
        waiting.remove().run();
    }

    public int size() {
        return waiting.size();
    }
}
