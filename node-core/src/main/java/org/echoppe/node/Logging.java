package org.echoppe.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go: warnings to the standard error output, never to the answer of a command; a running node's own lines also to
 * {@code logs/} in its home, 10 MB at most. In Java, for reading XML would cost a tenth of every start.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} %msg%n%ex{20}";
    private static final int OLD_FILES = 4;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (Logging.class.getResource("/logback-test.xml") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        // Lucene's hints about the JVM are of no use to a shopkeeper.
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget("System.err");
        var warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        console.addFilter(warnings);
        started(console, context);
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        // what any neighbour on the network sends must not fill a log
        context.getLogger("javax.jmdns").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** From now on what this program's own classes log is also kept in the home. */
    public static void into(Path home) {
        var own = (Logger) LoggerFactory.getLogger("org.echoppe");
        var context = own.getLoggerContext();
        if (own.getAppender("home") != null) {
            return;
        }
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setName("home");
        file.setContext(context);
        var logs = home.resolve("logs").toString();
        file.setFile(logs + "/echoppe.log");
        rolling(file, logs, context);
        started(file, context);
        own.setLevel(Level.INFO);
        own.addAppender(file);
    }

    private static void rolling(RollingFileAppender<ILoggingEvent> file, String logs, LoggerContext context) {
        var names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(file);
        names.setFileNamePattern(logs + "/echoppe.%i.log");
        names.setMaxIndex(OLD_FILES);
        names.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("2MB"));
        size.start();
        file.setRollingPolicy(names);
        file.setTriggeringPolicy(size);
    }

    private static void started(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
    }
}
