package org.askance.app.encoders;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.askance.app.ui.Jobs;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.Preferences;
import org.askance.app.work.Encoders;
import org.askance.app.work.Encoders.Encoder;
import org.askance.app.work.FetchEncoder;
import org.askance.model.hub.Hub;
import org.askance.model.hub.HubAccess;
import org.askance.model.hub.HubException;
import org.askance.model.hub.ProxyAddress;
import org.askance.model.told.Told;

/// The published encoders, each with how it stands, and the fetching of them. It goes on when nobody looks.
/// FX thread only.
public final class EncodersViewModel {

    private static final String HUB = "encoders.hub";
    private static final String PROXY = "encoders.proxy";

    /// How an encoder stands.
    public sealed interface State {
        record Absent() implements State {}

        record Partial(long done, long total) implements State {}

        /// @param total          0 before the hub has answered
        /// @param bytesPerSecond 0 while unknown
        record Running(FetchEncoder.Phase phase, long done, long total, double bytesPerSecond) implements State {}

        /// Asked to stop; it will in a moment.
        record Stopping() implements State {}

        record Here(long bytes) implements State {}

        record Damaged(Told told) implements State {}

        /// @param told why it could not be fetched, and what to do
        record Failed(Told told) implements State {}
    }

    /// What the fetching tells others.
    ///
    /// @param jobTitle what the status bar says while a title is fetched
    /// @param fetched  hears of each that has become complete
    public record Words(UnaryOperator<String> jobTitle, Consumer<Encoder> fetched) {}

    /// One encoder.
    public static final class Row {
        private final Encoder encoder;
        private final ReadOnlyObjectWrapper<State> state;
        private RunningJob job = RunningJob.NONE;

        private Row(Encoder encoder) {
            this.encoder = encoder;
            this.state = new ReadOnlyObjectWrapper<>(stateOf(encoder));
        }

        public Encoder encoder() {
            return encoder;
        }

        public ReadOnlyObjectProperty<State> state() {
            return state.getReadOnlyProperty();
        }

        private boolean isBusy() {
            return switch (state.get()) {
                case State.Running _,State.Stopping _ -> true;
                case State.Absent _,State.Partial _,State.Here _,State.Damaged _,State.Failed _ -> false;
            };
        }
    }

    private final Path folder;
    private final Jobs jobs;
    private final Preferences preferences;
    private final Words words;
    private final LongSupplier clockNs;
    private final StringProperty hub;
    private final StringProperty proxy;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /// @param folder where encoders are kept
    public EncodersViewModel(Path folder, Jobs jobs, Preferences preferences, Words words, LongSupplier clockNs) {
        this.folder = folder;
        this.jobs = jobs;
        this.preferences = preferences;
        this.words = words;
        this.clockNs = clockNs;
        this.hub = new SimpleStringProperty(preferences.get(HUB, Hub.USUAL_ADDRESS));
        this.proxy = new SimpleStringProperty(preferences.get(PROXY, ""));
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /// Address of the hub, as typed.
    public StringProperty hub() {
        return hub;
    }

    /// The proxy, as typed; empty for the system's.
    public StringProperty proxy() {
        return proxy;
    }

    public Path folder() {
        return folder;
    }

    /// Looks at what is on disk.
    public void load() {
        jobs.quietly(_ -> Encoders.list(folder), this::show, () -> {});
    }

    private void show(List<Encoder> found) {
        for (var encoder : found) {
            var known = rows.stream().filter(row -> row.encoder.folder().equals(encoder.folder())).findFirst();
            if (known.isEmpty()) {
                rows.add(new Row(encoder));
            } else if (!known.get().isBusy() && !isKept(known.get().state.get(), encoder)) {
                known.get().state.set(stateOf(encoder));
            }
        }
    }

    /// A failure stays in sight until it is tried again, or what it was about is there.
    private static boolean isKept(State now, Encoder found) {
        return now instanceof State.Failed && !found.isComplete();
    }

    private static State stateOf(Encoder encoder) {
        return switch (encoder.state()) {
            case Encoders.State.Absent() -> new State.Absent();
            case Encoders.State.Partial(long done, long total) -> new State.Partial(done, total);
            case Encoders.State.Complete(long bytes) -> new State.Here(bytes);
            case Encoders.State.Damaged(Told told) -> new State.Damaged(told);
        };
    }

    /// Fetches an encoder, or goes on with it. Ignored while it is being fetched.
    public void get(Row row) {
        if (row.isBusy()) {
            return;
        }
        HubAccess access;
        try {
            access = access();
        } catch (HubException e) {
            row.state.set(new State.Failed(e.told()));
            return;
        }
        remember();
        row.state.set(new State.Running(FetchEncoder.Phase.FETCHING, 0, 0, 0));
        var rate = new TransferRate();
        var fetching = new FetchEncoder(row.encoder.repository(), row.encoder.folder(), access,
                step -> Platform.runLater(() -> at(row, step, rate)));
        row.job = jobs.startApart(words.jobTitle.apply(row.encoder.title()), fetching, outcome -> ended(row, outcome),
                () -> {
                    row.state.set(new State.Absent());
                    load();
                });
    }

    private HubAccess access() {
        String typed = proxy.get().strip();
        return HubAccess.of(Hub.of(hub.get(), Hub.USUAL_REVISION), typed.isEmpty() ? null : ProxyAddress.of(typed));
    }

    /// Without a password: preferences are plain text.
    private void remember() {
        preferences.put(HUB, hub.get().strip());
        String typed = proxy.get().strip();
        preferences.put(PROXY, typed.isEmpty() ? "" : ProxyAddress.of(typed).toString());
        preferences.save();
    }

    private void at(Row row, FetchEncoder.Step step, TransferRate rate) {
        if (row.state.get() instanceof State.Running) {
            if (step.phase() == FetchEncoder.Phase.FETCHING) {
                rate.add(clockNs.getAsLong(), step.done());
            }
            row.state.set(new State.Running(step.phase(), step.done(), step.total(), rate.perSecond()));
        }
    }

    private void ended(Row row, FetchEncoder.Outcome outcome) {
        switch (outcome) {
            case FetchEncoder.Outcome.Here here -> {
                row.state.set(new State.Here(here.bytes()));
                words.fetched.accept(row.encoder);
            }
            case FetchEncoder.Outcome.Failed(Told told) -> row.state.set(new State.Failed(told));
        }
    }

    /// Stops fetching an encoder; what has come is kept.
    public void stop(Row row) {
        if (row.state.get() instanceof State.Running) {
            row.state.set(new State.Stopping());
            row.job.cancel();
        }
    }
}
