package org.echoppe.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.echoppe.control.Frames.Frame;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;

/** Sends what a command says to whoever called it; when that one is gone the command goes on to its end, unheard. */
final class FrameOutput implements Output {
    private static final long PROGRESS_NANOS = 100_000_000;

    private final OutputStream out;
    private final BooleanSupplier stopping;
    private boolean gone;
    private long lastProgress = System.nanoTime() - PROGRESS_NANOS;

    /** @param stopping whether the command is to end where it next reports progress */
    FrameOutput(OutputStream out, BooleanSupplier stopping) {
        this.out = out;
        this.stopping = stopping;
    }

    @Override
    public void line(String text) {
        send(new Frame.Line(text));
    }

    @Override
    public void remark(String text) {
        send(new Frame.Remark(text));
    }

    @Override
    public synchronized void progress(String work, long done, long total) {
        if (stopping.getAsBoolean()) {
            throw Rejected.because(Fault.NODE_STOPPED);
        }
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS_NANOS || done >= total) {
            lastProgress = now;
            send(new Frame.Progress(work, done, total));
        }
    }

    void exit(int code) {
        send(new Frame.Exit(code));
    }

    private synchronized void send(Frame frame) {
        if (gone) {
            return;
        }
        try {
            Frames.write(out, frame);
        } catch (IOException e) {
            gone = true;
        }
    }
}
