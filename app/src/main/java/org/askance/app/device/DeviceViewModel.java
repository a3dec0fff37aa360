package org.askance.app.device;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Preferences;
import org.askance.app.work.DeviceFacts;
import org.askance.app.work.Job;
import org.askance.model.device.DeviceReport;
import org.askance.model.device.DeviceSettings;
import org.askance.model.device.DeviceWish;
import org.askance.model.device.Nvidia;

/// Reads the report in the background and keeps what a person chooses for the next start. FX thread.
public final class DeviceViewModel {

    private static final String DEVICE = "device";
    private static final String THREADS = "threads";

    /// What the dialog shows.
    public sealed interface State {
        record Reading() implements State {}

        record Shown(DeviceFacts facts) implements State {}
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final Job<DeviceReport> reading;
    private final Jobs jobs;
    private final Preferences preferences;
    private final Strings strings;

    /// @param reading gives the report
    public DeviceViewModel(Job<DeviceReport> reading, Jobs jobs, Preferences preferences, Strings strings) {
        this.reading = reading;
        this.jobs = jobs;
        this.preferences = preferences;
        this.strings = strings;
    }

    /// What the preferences ask for, for the engine's start; properties count before them. What cannot be understood
    /// is as if it were not there.
    public static DeviceSettings kept(Preferences preferences) {
        var usual = DeviceSettings.usual();
        int threads = (int) preferences.number(THREADS, usual.threads());
        return new DeviceSettings(DeviceWish.of(preferences.get(DEVICE, "")).orElse(usual.wish()),
                Math.max(1, threads));
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public void load() {
        state.set(new State.Reading());
        jobs.quietly(reading, report -> state.set(new State.Shown(new DeviceFacts(report, strings))), () -> {});
    }

    /// What is kept for the next start.
    DeviceSettings chosen() {
        return kept(preferences);
    }

    /// All that can be chosen: each card that the driver or the engine knows, and whatever is chosen already.
    List<DeviceWish> choices(DeviceReport report) {
        var choices = new LinkedHashSet<DeviceWish>();
        choices.add(new DeviceWish.Automatic());
        choices.add(new DeviceWish.Cpu());
        int cards = Math.max(report.usableCards(), report.nvidia().map(Nvidia::cards).map(List::size).orElse(0));
        IntStream.range(0, cards).forEach(card -> choices.add(new DeviceWish.Gpu(card)));
        choices.add(chosen().wish());
        return List.copyOf(choices);
    }

    void choose(DeviceWish wish) {
        preferences.put(DEVICE, wish.key());
        preferences.save();
    }

    void chooseThreads(int threads) {
        preferences.put(THREADS, Integer.toString(threads));
        preferences.save();
    }
}
