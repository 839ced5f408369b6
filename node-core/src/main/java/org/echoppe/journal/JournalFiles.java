package org.echoppe.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files of a journal by their numbers: {@code 00000001.journal} … */
record JournalFiles(Path folder, JournalDisk disk) {
    private static final Pattern NAME = Pattern.compile("(\\d{8})\\.journal");

    Path file(int number) {
        return folder.resolve("%08d.journal".formatted(number));
    }

    /** The numbers that are there, in order. */
    List<Integer> numbers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted()
                    .toList();
        }
    }

    /** Makes the folder durable, and that it is there. */
    void forceNames() throws IOException {
        disk.forceFolder(folder);
        disk.forceFolder(folder.toAbsolutePath().resolveSibling(""));
    }
}
