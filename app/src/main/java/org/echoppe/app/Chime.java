package org.echoppe.app;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A shop door's bell in two notes, reckoned here so that it is nobody else's work. */
final class Chime {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int RATE = 44_100;
    private static final double[] NOTES = {987.77, 783.99}; // b, g
    private static final double NOTE_SECONDS = 0.28;
    private static final double RING_SECONDS = 0.9;
    private static final double LOUDNESS = 0.35;
    private static final double FADE = 5.5;

    private Chime() {}

    /** Plays it to its end; a computer without a sound stays silent. */
    static void play() {
        var format = new AudioFormat(RATE, 16, 1, true, false);
        byte[] sound = samples();
        try (var line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(sound, 0, sound.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | LinkageError e) {
            LOG.debug("no sound here", e);
        }
    }

    /** 16 bits a sample, little end first. */
    static byte[] samples() {
        int count = (int) (RATE * (NOTE_SECONDS * (NOTES.length - 1) + RING_SECONDS));
        byte[] bytes = new byte[count * 2];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int note = 0; note < NOTES.length; note++) {
                sum += strike(NOTES[note], (double) i / RATE - note * NOTE_SECONDS);
            }
            short sample = (short) (Math.clamp(sum * LOUDNESS, -1, 1) * Short.MAX_VALUE);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }

    /** A struck bell: the note and a bright overtone that fades sooner. */
    private static double strike(double hertz, double seconds) {
        if (seconds < 0) {
            return 0;
        }
        double turn = 2 * Math.PI * hertz * seconds;
        double swell = Math.min(1, seconds * 400);
        return swell
                * (Math.sin(turn) * Math.exp(-FADE * seconds)
                        + 0.35 * Math.sin(2.76 * turn) * Math.exp(-2 * FADE * seconds));
    }
}
