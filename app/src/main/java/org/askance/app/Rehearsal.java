package org.askance.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.askance.app.annotate.AnnotateViewModel;
import org.askance.app.ui.Place;

/// A start without a person, asked for by the property `askance.rehearse`, which names a file: prints how long
/// it took until a pair could be answered, visits every place, writes into the file which JDK it ran on, and
/// leaves. The build records with it what a start needs (the JDK's ahead-of-time cache, good for that JDK
/// alone), and it is how starts are timed. FX thread.
final class Rehearsal extends AnimationTimer {

    private static final int FRAMES_EACH = 30;
    private static final int FRAMES_AT_MOST = 60 * 120;

    /// The property that asks for it.
    static final String PROPERTY = "askance.rehearse";

    private final Desk desk;
    private final Path record;
    private final ArrayDeque<Place> places = new ArrayDeque<>(List.of(Place.values()));
    private boolean asked;
    private int frames;

    Rehearsal(Desk desk, Path record) {
        this.desk = desk;
        this.record = record;
    }

    @Override
    public void handle(long now) {
        frames++;
        if (!asked) {
            if (desk.annotate().state().get() instanceof AnnotateViewModel.State.Asking) {
                asked = true;
                frames = 0;
                long started = ManagementFactory.getRuntimeMXBean().getStartTime();
                System.out.println("ready to annotate after " + (System.currentTimeMillis() - started) + " ms");
            } else if (frames > FRAMES_AT_MOST) {
                System.err.println("no pair could be asked");
                leave();
            }
        } else if (frames >= FRAMES_EACH && desk.context().device().get() != null) {
            frames = 0;
            if (places.isEmpty()) {
                leave();
            } else {
                desk.window().show(places.pop());
            }
        }
    }

    private void leave() {
        stop();
        try {
            Files.writeString(record, System.getProperty("java.home"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + record, e);
        }
        Platform.exit();
    }
}
