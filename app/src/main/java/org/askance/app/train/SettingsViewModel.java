package org.askance.app.train;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.askance.app.text.Numbers;
import org.askance.app.text.Strings;
import org.askance.app.train.SettingProblem.Limits;
import org.askance.app.ui.Jobs;
import org.askance.app.work.Encoders;
import org.askance.app.work.FineTuneNetwork.From;
import org.askance.app.work.LookAtEncoder;
import org.askance.model.block.Precision;
import org.askance.model.input.Exif;
import org.askance.model.told.Told;
import org.askance.model.training.Learning;
import org.askance.model.training.TrainingPlan;

/// The settings as they are typed, and the plan that they make once all of them can be used. FX thread only;
/// touches no control.
public final class SettingsViewModel {

    /// Named sets of settings, one for each purpose.
    public enum Preset {
        FINE_TUNE, QUICK, PAPER;

        private TrainingPlan plan() {
            return switch (this) {
                case FINE_TUNE -> TrainingPlan.fineTune();
                case QUICK -> TrainingPlan.quick();
                case PAPER -> TrainingPlan.paper();
            };
        }
    }

    /// Where the weights come from.
    public enum Origin {
        CURRENT, ENCODERS
    }

    /// What is typed; an encoder by its name or its folder.
    public enum Field {
        EPOCHS, BATCH, ACCUMULATION, RATE, ALPHA, LAST_LAYERS, PATIENCE, SEED, TEXT, IMAGE, TEACHER, KEPT_TEACHER
    }

    /// What a training needs.
    public record Wanted(From from, TrainingPlan plan) {}

    private static final List<Field> FOLDERS = List.of(Field.TEXT, Field.IMAGE, Field.TEACHER, Field.KEPT_TEACHER);

    /// What was found in a chosen folder; `null` until it was looked at.
    private final Map<Field, LookAtEncoder.Found> found = new EnumMap<>(Field.class);
    private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.FINE_TUNE);
    private final ObjectProperty<Origin> origin = new SimpleObjectProperty<>(Origin.CURRENT);
    private final ObjectProperty<Learning.Part> part = new SimpleObjectProperty<>();
    private final BooleanProperty balanced = new SimpleBooleanProperty();
    private final BooleanProperty knowledge = new SimpleBooleanProperty();
    private final BooleanProperty mixed = new SimpleBooleanProperty();
    private final BooleanProperty stopsEarly = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<Field, SettingProblem>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final Jobs jobs;
    private final Strings strings;
    private final ReadOnlyObjectWrapper<List<Encoders.Encoder>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private TrainingPlan basis = TrainingPlan.fineTune();

    public SettingsViewModel(Jobs jobs, Strings strings) {
        this.jobs = jobs;
        this.strings = strings;
        for (var field : Field.values()) {
            var property = new SimpleStringProperty("");
            typed.put(field, property);
            property.addListener(_ -> changed(field));
        }
        part.addListener(_ -> check());
        balanced.addListener(_ -> check());
        stopsEarly.addListener(_ -> check());
        origin.addListener(_ -> preset.set(origin.get() == Origin.ENCODERS ? Preset.PAPER : Preset.FINE_TUNE));
        origin.addListener(_ -> check());
        preset.addListener(_ -> showPreset());
        show(TrainingPlan.fineTune());
    }

    public StringProperty typed(Field field) {
        return Objects.requireNonNull(typed.get(field));
    }

    public ObjectProperty<Preset> preset() {
        return preset;
    }

    public ObjectProperty<Origin> origin() {
        return origin;
    }

    public ObjectProperty<Learning.Part> part() {
        return part;
    }

    public BooleanProperty balanced() {
        return balanced;
    }

    /// Whether a new network also attends to the text that OCR read in the pictures.
    public BooleanProperty knowledge() {
        return knowledge;
    }

    /// Whether matrix products are computed in bfloat16.
    public BooleanProperty mixed() {
        return mixed;
    }

    public BooleanProperty stopsEarly() {
        return stopsEarly;
    }

    /// Of the new checkpoint; blank for one made up.
    public StringProperty name() {
        return name;
    }

    /// Why a field cannot be used; fields that can are not in it.
    public ReadOnlyObjectProperty<Map<Field, SettingProblem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// The encoders that can be called by name instead of by folder.
    public ReadOnlyObjectProperty<List<Encoders.Encoder>> offered() {
        return offered.getReadOnlyProperty();
    }

    /// Offers `encoders` by name. A field that is still empty takes the first of its kind.
    public void offer(List<Encoders.Encoder> encoders) {
        offered.set(encoders);
        for (var field : FOLDERS) {
            if (typed(field).get().isBlank() && field != Field.KEPT_TEACHER) {
                encoders.stream().filter(one -> one.kind() == kind(field)).findFirst()
                        .ifPresent(one -> typed(field).set(one.title()));
            } else {
                changed(field);
            }
        }
    }

    /// What is in a chosen folder; empty while it is being looked at.
    public Optional<LookAtEncoder.Found> found(Field folder) {
        return Optional.ofNullable(found.get(folder));
    }

    /// Puts the chosen preset's values into the fields.
    void showPreset() {
        show(preset.get().plan());
    }

    /// Puts a plan's values into the fields.
    public void show(TrainingPlan plan) {
        basis = plan;
        set(Field.EPOCHS, plan.epochs());
        set(Field.BATCH, plan.batchSize());
        set(Field.ACCUMULATION, plan.accumulation());
        typed(Field.RATE).set(Numbers.typed(strings, plan.optimisation().learningRate()));
        typed(Field.ALPHA).set(Numbers.typed(strings, plan.losses().alpha()));
        set(Field.LAST_LAYERS, Math.max(1, plan.learning().lastLayers()));
        set(Field.PATIENCE, Math.max(1, plan.patience()));
        typed(Field.SEED).set(Long.toString(plan.seed()));
        part.set(plan.learning().part());
        balanced.set(plan.losses().balanced());
        stopsEarly.set(plan.patience() > 0);
        mixed.set(plan.precision() == Precision.MIXED);
        check();
    }

    private void set(Field field, int value) {
        typed(field).set(Integer.toString(value));
    }

    private void changed(Field field) {
        switch (field) {
            case TEXT, IMAGE, TEACHER, KEPT_TEACHER -> look(field);
            case EPOCHS, BATCH, ACCUMULATION, RATE, ALPHA, LAST_LAYERS, PATIENCE, SEED -> {
            }
        }
        check();
    }

    /// Looks into a folder in the background; an answer that came too late is dropped.
    private void look(Field field) {
        found.remove(field);
        String asked = typed(field).get();
        folder(field).ifPresent(folder -> jobs.quietly(new LookAtEncoder(folder, kind(field)), answer -> {
            if (typed(field).get().equals(asked)) {
                found.put(field, answer);
                check();
            }
        }, () -> {}));
    }

    static Encoders.Kind kind(Field field) {
        return field == Field.TEXT
                ? Encoders.Kind.TEXT
                : field == Field.IMAGE ? Encoders.Kind.IMAGE : Encoders.Kind.TEACHER;
    }

    private Optional<Path> folder(Field field) {
        String path = typed(field).get().strip();
        var named = Encoders.named(offered.get(), kind(field), path);
        if (named.isPresent()) {
            return named.map(Encoders.Encoder::folder);
        }
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Whether a field counts, as the others stand.
    public boolean counts(Field field) {
        return switch (field) {
            case EPOCHS, BATCH, ACCUMULATION, RATE, ALPHA, SEED -> true;
            case LAST_LAYERS -> part.get() == Learning.Part.LAST_LAYERS;
            case PATIENCE -> stopsEarly.get();
            case TEXT, IMAGE, TEACHER -> origin.get() == Origin.ENCODERS;
            case KEPT_TEACHER -> origin.get() == Origin.CURRENT;
        };
    }

    private void check() {
        var wrong = new EnumMap<Field, SettingProblem>(Field.class);
        for (var field : Field.values()) {
            if (counts(field)) {
                problem(field).ifPresent(problem -> wrong.put(field, problem));
            }
        }
        problems.set(wrong);
    }

    private Optional<SettingProblem> problem(Field field) {
        return switch (field) {
            case EPOCHS -> SettingProblem.whole(typed(field).get(), Limits.EPOCHS);
            case BATCH -> SettingProblem.whole(typed(field).get(), Limits.BATCH);
            case ACCUMULATION -> SettingProblem.whole(typed(field).get(), Limits.ACCUMULATION);
            case LAST_LAYERS -> SettingProblem.whole(typed(field).get(), Limits.LAYERS);
            case PATIENCE -> SettingProblem.whole(typed(field).get(), Limits.PATIENCE);
            case SEED -> SettingProblem.seed(typed(field).get());
            case RATE -> SettingProblem.rate(typed(field).get());
            case ALPHA -> SettingProblem.alpha(typed(field).get());
            case TEXT, IMAGE -> typed(field).get().isBlank()
                    ? Optional.of(SettingProblem.of("train.problem.folder"))
                    : unusable(field);
            case TEACHER -> typed(field).get().isBlank() && aligns()
                    ? Optional.of(SettingProblem.of("train.problem.teacher"))
                    : unusable(field);
            case KEPT_TEACHER -> unusable(field);
        };
    }

    private boolean aligns() {
        return SettingProblem.alpha(typed(Field.ALPHA).get()).isEmpty()
                && Double.parseDouble(typed(Field.ALPHA).get().strip()) > 0;
    }

    private Optional<SettingProblem> unusable(Field field) {
        if (typed(field).get().isBlank()) {
            return Optional.empty();
        }
        if (folder(field).isEmpty()) {
            return Optional.of(SettingProblem.of("train.problem.path", typed(field).get()));
        }
        return switch (found.get(field)) {
            case LookAtEncoder.Found.Unusable(Told told) ->
                Optional.of(SettingProblem.of("train.problem.unusable", told));
            case LookAtEncoder.Found.Usable _ -> Optional.empty();
            case null -> Optional.of(SettingProblem.of("train.problem.looking"));
        };
    }

    /// What to train; empty while a field has a problem.
    public Optional<Wanted> wanted() {
        return problems.get().isEmpty() ? Optional.of(new Wanted(from(), plan())) : Optional.empty();
    }

    private From from() {
        return switch (origin.get()) {
            case CURRENT -> new From.Current(folder(Field.KEPT_TEACHER).orElse(null));
            case ENCODERS -> new From.Encoders(folder(Field.TEXT).orElseThrow(), folder(Field.IMAGE).orElseThrow(),
                    folder(Field.TEACHER).orElse(null), knowledge.get(), Exif.UPRIGHT);
        };
    }

    private TrainingPlan plan() {
        var losses = basis.losses();
        return basis.withEpochs(whole(Field.EPOCHS)).withBatches(whole(Field.BATCH), whole(Field.ACCUMULATION))
                .withLearningRate(number(Field.RATE)).withSeed(Long.parseLong(typed(Field.SEED).get().strip()))
                .withPrecision(mixed.get() ? Precision.MIXED : Precision.FLOAT32)
                .withPatience(stopsEarly.get() ? whole(Field.PATIENCE) : 0)
                .withLearning(new Learning(part.get(), counts(Field.LAST_LAYERS) ? whole(Field.LAST_LAYERS) : 0))
                .withLosses(new TrainingPlan.LossPlan(number(Field.ALPHA), losses.beta(), losses.tau(),
                        balanced.get()));
    }

    private int whole(Field field) {
        return Integer.parseInt(typed(field).get().strip());
    }

    private double number(Field field) {
        return Numbers.read(typed(field).get());
    }
}
