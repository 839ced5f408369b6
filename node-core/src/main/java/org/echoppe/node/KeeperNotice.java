package org.echoppe.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.jspecify.annotations.Nullable;

/** Who keeps this node, in their own words: a text file that is read when the node starts. */
final class KeeperNotice {
    static final String KEY = "keeper-notice";
    /** Bytes. */
    private static final int LONGEST = 20_000;

    private KeeperNotice() {}

    /**
     * @param file null where nothing is said
     * @param problems takes what is wrong with it
     */
    static String read(@Nullable String file, List<Problem> problems) {
        if (file == null) {
            return "";
        }
        try (var input = Files.newInputStream(Path.of(file))) {
            byte[] bytes = input.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                problems.add(Problem.of(KEY, Fault.TOO_LONG, LONGEST));
                return "";
            }
            return text(bytes, problems);
        } catch (CharacterCodingException e) {
            problems.add(Problem.of(KEY, Fault.FILE_NOT_UTF8, file));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(Problem.of(KEY, Fault.FILE_UNREADABLE, file));
        }
        return "";
    }

    private static String text(byte[] bytes, List<Problem> problems) throws CharacterCodingException {
        // a decoder, since a String takes whatever is malformed
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0)) {
            problems.add(Problem.of(KEY, Fault.ILLEGAL_TEXT));
        }
        // some editors mark UTF-8 by a character of its own
        return text.replace("\ufeff", "").replace("\r\n", "\n").strip();
    }
}
