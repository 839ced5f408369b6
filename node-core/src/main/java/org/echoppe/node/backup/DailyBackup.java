package org.echoppe.node.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.store.SettingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the whole shop every day, in a folder that the shopkeeper chose; the last few of them are kept. */
public final class DailyBackup {
    /** So many copies: what was erased since then is gone from them after as many days. */
    public static final int KEPT = 7;

    /** Less than a day, so that a shop that opens at the same hour every morning has one every morning. */
    private static final Duration EVERY = Duration.ofHours(20);

    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final String FOLDER = "backup.daily.folder";
    private static final String AT = "backup.daily.at";
    private static final String FAULT = "backup.daily.fault";

    /** What makes a copy. */
    @FunctionalInterface
    interface Copying {
        /** @throws Rejected DISK_FULL with its cause where it is the disk of the copy, FILE_UNWRITABLE */
        void write(Path file, Backup.Progress progress);
    }

    /** To make room on a full stick older copies go, but for so many. */
    private static final int AT_LEAST = 2;

    private final Copying backup;
    private final SettingStore settings;
    private final Clock clock;
    private final String shop;

    /** @param did whose copies these are: several shops may share a folder */
    public DailyBackup(Backup backup, SettingStore settings, Did did, Clock clock) {
        this(backup::write, settings, did, clock);
    }

    DailyBackup(Copying backup, SettingStore settings, Did did, Clock clock) {
        this.backup = backup;
        this.settings = settings;
        this.clock = clock;
        this.shop = did.value().substring(did.value().length() - 8);
    }

    /** Where the copies go; empty where none was asked for. */
    public Optional<Path> folder() {
        return settings.get(FOLDER).filter(text -> !text.isEmpty()).map(Path::of);
    }

    /**
     * From now on into this folder, with the first copy made at once: what cannot be written there is said there and then.
     *
     * @throws Rejected FILE_UNWRITABLE, DISK_FULL: nothing is changed then
     */
    public void into(Path folder, Backup.Progress progress) {
        write(folder, progress);
        settings.put(FOLDER, folder.toAbsolutePath().toString());
    }

    /** Takes {@link #stop} back; the next copy is made when it is due. Where another folder was chosen since then, that one stays. */
    public void resume(Path folder) {
        if (folder().isEmpty()) {
            settings.put(FOLDER, folder.toAbsolutePath().toString());
        }
    }

    /** No more; what was copied stays where it is. */
    public void stop() {
        settings.put(FOLDER, "");
        settings.put(FAULT, "");
    }

    /** What kept the last copy from being made; empty when it was made. */
    public Optional<Problem> trouble() {
        return folder().flatMap(folder -> settings.get(FAULT)
                .flatMap(name -> Arrays.stream(Fault.values())
                        .filter(fault -> fault.name().equals(name))
                        .findFirst())
                .map(fault -> Problem.of("", fault, today(folder))));
    }

    /** Makes today's copy where it is time for it; what fails is told of, and tried again the next time. */
    public void catchUp() {
        folder().filter(_ -> isDue()).ifPresent(folder -> {
            try {
                write(folder, Backup.Progress.NONE);
            } catch (RuntimeException e) {
                failed(e);
            }
        });
    }

    /** Whatever it was: a copy that is not made without a word would be missed on the day it is needed. */
    private void failed(RuntimeException why) {
        var fault = why instanceof Rejected rejected
                ? rejected.problems().getFirst().fault()
                : Fault.BACKUP_STOPPED;
        if (settings.get(FAULT).filter(fault.name()::equals).isEmpty()) {
            LOG.warn("no daily backup", why); // once: it is tried again and again
            settings.put(FAULT, fault.name());
        }
    }

    /** A time to come is none: the clock was wrong then. */
    private boolean isDue() {
        var now = clock.instant();
        return settings.get(AT)
                .map(Instant::parse)
                .filter(at -> !at.isAfter(now) && at.plus(EVERY).isAfter(now))
                .isEmpty();
    }

    private void write(Path folder, Backup.Progress progress) {
        writeWithRoom(folder, progress);
        settings.put(AT, clock.instant().toString());
        settings.put(FAULT, "");
        tidy(folder);
    }

    /** On a disk that is full the oldest copies make room, one after the other. */
    private void writeWithRoom(Path folder, Backup.Progress progress) {
        while (true) {
            try {
                backup.write(today(folder), progress);
                return;
            } catch (Rejected e) {
                boolean fullThere =
                        e.problems().getFirst().fault() == Fault.DISK_FULL && e.getCause() instanceof IOException;
                if (!fullThere || !makesRoom(folder)) {
                    throw e;
                }
            }
        }
    }

    private boolean makesRoom(Path folder) {
        try {
            var own = own(folder);
            if (own.size() <= AT_LEAST) {
                return false;
            }
            Files.delete(own.getLast());
            return true;
        } catch (IOException e) {
            LOG.warn("an old daily backup makes no room: {}", e.getMessage());
            return false;
        }
    }

    private Path today(Path folder) {
        var day = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return folder.resolve("echoppe-" + shop + "-" + day + ".echoppe");
    }

    /** Of this shop's own daily copies the oldest go. */
    private void tidy(Path folder) {
        try {
            for (var old : own(folder).stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            LOG.warn("an old daily backup is still there: {}", e.getMessage());
        }
    }

    /** This shop's own daily copies, and nothing else in the folder; newest first. */
    private List<Path> own(Path folder) throws IOException {
        var own = Pattern.compile("echoppe-" + Pattern.quote(shop) + "-\\d{4}-\\d\\d-\\d\\d\\.echoppe");
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> own.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        }
    }
}
