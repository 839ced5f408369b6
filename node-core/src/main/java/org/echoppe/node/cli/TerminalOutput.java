package org.echoppe.node.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.echoppe.control.Output;

/**
 * The terminal: answers on its standard output, everything else on the other. Long work shows a bar that redraws itself where somebody
 * watches, and a line a second where the output goes to a file.
 */
public final class TerminalOutput implements Output {
    private static final int BAR = 30;
    private static final long LINE_NANOS = 1_000_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;
    private boolean barShown;
    private long lastLine = System.nanoTime();

    /** @param watched whether a person sits before it */
    public TerminalOutput(PrintStream out, PrintStream err, boolean watched) {
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    @Override
    public synchronized void line(String text) {
        clearBar();
        out.println(text);
        out.flush();
    }

    @Override
    public synchronized void remark(String text) {
        clearBar();
        err.println(text);
        err.flush();
    }

    @Override
    public synchronized void progress(String work, long done, long total) {
        long percent = total <= 0 ? 0 : Math.min(100, done * 100 / total);
        if (watched) {
            int full = (int) (percent * BAR / 100);
            var bar = "█".repeat(full) + "░".repeat(BAR - full);
            err.print(String.format(Locale.ROOT, "\r\u001b[K%s %3d %%  %s", bar, percent, work));
            err.flush();
            barShown = true;
            if (done >= total) {
                clearBar();
            }
        } else if (System.nanoTime() - lastLine >= LINE_NANOS) {
            lastLine = System.nanoTime();
            err.println(String.format(Locale.ROOT, "%3d %%  %s", percent, work));
        }
    }

    private void clearBar() {
        if (barShown) {
            err.print("\r\u001b[K");
            err.flush();
            barShown = false;
        }
    }
}
