package org.echoppe.node.cli;

import java.nio.file.Path;
import org.echoppe.control.Call;
import org.echoppe.control.Output;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run of a command sees of the world beside its node.
 *
 * @param json whether the answer is wanted as JSON
 * @param nodeRuns whether the node goes on after the command, and publishes by itself
 */
record Session(Call call, Output output, boolean json, boolean nodeRuns) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Which command this is, for logs: what was typed after it may be about a person. */
    String name() {
        return String.join(
                " ",
                call.arguments().stream()
                        .takeWhile(word -> word.matches("[a-z][a-z-]*"))
                        .limit(2)
                        .toList());
    }

    Language language() {
        return call.language();
    }

    Texts texts() {
        return new Texts(call.language());
    }

    /** A sentence of the answer. */
    void say(String key, Object... arguments) {
        output.line(texts().get(key, arguments));
    }

    /** A sentence beside the answer. */
    void remark(String key, Object... arguments) {
        output.remark(texts().get(key, arguments));
    }

    /** The answer, for programs. */
    void answer(Object value) {
        output.line(JSON.writeValueAsString(value));
    }

    /** On one line. */
    void shortAnswer(Object value) {
        output.line(new JsonMapper().writeValueAsString(value));
    }

    /**
     * A file as it was typed: meant from where it was typed.
     *
     * @throws Rejected FILE_UNREADABLE for text that is no file name
     */
    Path file(String typed) {
        try {
            return call.directory().resolve(typed).normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw Rejected.because(Fault.FILE_UNREADABLE, typed);
        }
    }

    /** All problems of a refusal, each under the name it has on the command line. */
    void refuse(Rejected rejected) {
        for (Problem problem : rejected.problems()) {
            var sentence = problem.sentence(language());
            output.remark(
                    problem.field().isEmpty() || sentence.contains(problem.field())
                            ? sentence
                            : texts().get("problem.of", problem.field(), sentence));
        }
    }
}
