package org.askance.app.ui;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.askance.app.work.Workspace;
import org.askance.model.device.DeviceInfo;
import org.jspecify.annotations.Nullable;

/// What all features look at: the open project, who annotates, and that something has changed. FX thread.
public final class ProjectContext {

    private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Damage> damage = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final StringProperty annotator = new SimpleStringProperty(System.getProperty("user.name", "me"));
    private final LongProperty answers = new SimpleLongProperty();
    private final LongProperty examples = new SimpleLongProperty();
    private final IntegerProperty scorings = new SimpleIntegerProperty();
    private final LongProperty labels = new SimpleLongProperty();
    private final LongProperty encoders = new SimpleLongProperty();
    private final ObjectProperty<@Nullable DeviceInfo> device = new SimpleObjectProperty<>();
    private final BooleanProperty deviceFailed = new SimpleBooleanProperty();
    private final ObjectProperty<AskedQueue> queue = new SimpleObjectProperty<>(AskedQueue.ALL);
    private final IntegerProperty guideline = new SimpleIntegerProperty();
    private final ObjectProperty<@Nullable Long> opened = new SimpleObjectProperty<>();

    /// `null` while none is open.
    public ReadOnlyObjectProperty<@Nullable Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    public void open(@Nullable Workspace newWorkspace) {
        if (newWorkspace != null) {
            damage.set(null);
        }
        workspace.set(newWorkspace);
    }

    /// Why a project was not opened.
    ///
    /// @param sentence what is wrong with it
    public record Damage(Path folder, String sentence) {

        /// As far as it is known without the project's file.
        public String name() {
            return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
        }
    }

    /// Of the project that would be open now, were it not damaged; `null` while another is, or none was asked for.
    public ReadOnlyObjectProperty<@Nullable Damage> damage() {
        return damage.getReadOnlyProperty();
    }

    /// A damaged project was to be opened. The one that is open stays.
    public void damaged(Path folder, String sentence) {
        if (workspace.get() == null) {
            damage.set(new Damage(folder, sentence));
        }
    }

    /// Whether a project is being opened.
    public BooleanProperty opening() {
        return opening;
    }

    public StringProperty annotator() {
        return annotator;
    }

    /// Rises whenever an answer was saved or undone.
    public LongProperty answers() {
        return answers;
    }

    /// Rises whenever examples or predictions were added or replaced.
    public LongProperty examples() {
        return examples;
    }

    /// How many times pairs are being scored just now.
    public ReadOnlyIntegerProperty scorings() {
        return scorings;
    }

    public void scoringBegan() {
        scorings.set(scorings.get() + 1);
    }

    /// However it ended. What was scored can be read.
    public void scoringEnded() {
        scorings.set(scorings.get() - 1);
    }

    /// Rises whenever tasks or labels were edited.
    public LongProperty labels() {
        return labels;
    }

    /// Rises whenever an encoder has been fetched.
    public LongProperty encoders() {
        return encoders;
    }

    /// What tensors run on; `null` while the library loads, and where it could not be loaded.
    public ObjectProperty<@Nullable DeviceInfo> device() {
        return device;
    }

    /// Whether the library could not be loaded.
    public BooleanProperty deviceFailed() {
        return deviceFailed;
    }

    /// What Annotate walks through.
    public ObjectProperty<AskedQueue> queue() {
        return queue;
    }

    /// The version of the guidelines that is in force; 0 where there are none.
    public IntegerProperty guideline() {
        return guideline;
    }

    /// The example that someone asked to see.
    public ObjectProperty<@Nullable Long> opened() {
        return opened;
    }

    public void answersChanged() {
        answers.set(answers.get() + 1);
    }

    public void labelsChanged() {
        labels.set(labels.get() + 1);
    }

    public void encodersChanged() {
        encoders.set(encoders.get() + 1);
    }

    public void examplesChanged() {
        examples.set(examples.get() + 1);
    }
}
