package org.echoppe.node.cli;

import org.echoppe.control.Output;

/** Puts lines beside the answer instead of into it. */
record RemarkLines(Output output) implements Output {
    @Override
    public void line(String text) {
        output.remark(text);
    }

    @Override
    public void remark(String text) {
        output.remark(text);
    }

    @Override
    public void progress(String work, long done, long total) {
        output.progress(work, done, total);
    }
}
