package org.echoppe.node.cli;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;
import org.echoppe.control.Call;
import org.echoppe.control.CommandRunner;
import org.echoppe.control.Output;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Rejected;
import org.echoppe.node.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;

/** Carries out commands on one open node: those that come through its control port, and the one of a process that opened it for that. */
record Dispatch(Node node, boolean nodeRuns) implements CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    @Override
    public int run(Call call, Output output) {
        var texts = new Texts(call.language());
        try {
            var parsed = Parsed.of(call.arguments(), texts, call.width());
            var session = new Session(call, output, parsed.common().json, nodeRuns);
            if (!(parsed.command() instanceof NodeCommand command)) {
                session.refuse(Rejected.because(Fault.HOME_IN_USE, node.config().home()));
                return Exit.FAILED;
            }
            return guarded(session, s -> command.run(node, s));
        } catch (ParameterException e) {
            output.remark(UsageFault.sentence(e, texts));
            return Exit.WRONG_USAGE;
        }
    }

    /** Refusals are said, surprises are logged once and said with a code to quote. */
    static int guarded(Session session, ToIntFunction<Session> work) {
        try {
            return work.applyAsInt(session);
        } catch (Rejected e) {
            session.refuse(e);
        } catch (RuntimeException e) {
            var code = Integer.toString(ThreadLocalRandom.current().nextInt(1_679_616, 60_466_176), 36);
            LOG.error("{} failed [{}]", session.name(), code, e);
            session.remark("surprise", code);
        }
        return Exit.FAILED;
    }
}
