package org.askance.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.askance.app.NowJobs;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.train.SettingsViewModel.Field;
import org.askance.app.train.SettingsViewModel.Origin;
import org.askance.app.train.SettingsViewModel.Preset;
import org.askance.app.train.SettingsViewModel.Wanted;
import org.askance.app.work.Encoders;
import org.askance.app.work.FineTuneNetwork.From;
import org.askance.app.work.LookAtEncoder;
import org.askance.model.input.Exif;
import org.askance.model.training.Learning;
import org.askance.model.training.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsViewModelTest {

    private final NowJobs jobs = new NowJobs();
    private final SettingsViewModel settings = new SettingsViewModel(jobs, Strings.english());

    @TempDir
    private Path folder;

    private TrainingPlan plan() {
        return settings.wanted().orElseThrow().plan();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aPresetIsThePlanItIsCalledAfter(Preset preset) {
        settings.preset().set(preset);
        assertThat(settings.wanted()).contains(new Wanted(new From.Current(null), switch (preset) {
            case FINE_TUNE -> TrainingPlan.fineTune();
            case QUICK -> TrainingPlan.quick();
            case PAPER -> TrainingPlan.paper();
        }));
    }

    @Test
    void whatIsTypedIsInThePlan() {
        settings.typed(Field.EPOCHS).set(" 7 ");
        settings.typed(Field.BATCH).set("16");
        settings.typed(Field.ACCUMULATION).set("2");
        settings.typed(Field.RATE).set("0.0003");
        settings.typed(Field.ALPHA).set("0.5");
        settings.typed(Field.SEED).set("-5");
        settings.balanced().set(true);
        settings.stopsEarly().set(true);
        settings.typed(Field.PATIENCE).set("2");
        settings.part().set(Learning.Part.LAST_LAYERS);
        settings.typed(Field.LAST_LAYERS).set("3");

        var losses = TrainingPlan.fineTune().losses();
        assertThat(plan()).isEqualTo(TrainingPlan.fineTune().withEpochs(7).withBatches(16, 2).withLearningRate(3e-4)
                .withSeed(-5).withPatience(2).withLearning(new Learning(Learning.Part.LAST_LAYERS, 3))
                .withLosses(new TrainingPlan.LossPlan(0.5, losses.beta(), losses.tau(), true)));
    }

    @Test
    void decimalsAreWrittenAsTheLanguageDoesAndReadEitherWay() {
        var german = new SettingsViewModel(jobs, Strings.in(Language.GERMAN));
        assertThat(german.typed(Field.RATE).get()).isEqualTo(settings.typed(Field.RATE).get().replace('.', ','));
        assertThat(german.wanted()).isEqualTo(settings.wanted());
        for (var model : List.of(settings, german)) {
            for (var typed : List.of("0,0003", "0.0003")) {
                model.typed(Field.RATE).set(typed);
                assertThat(model.wanted().orElseThrow().plan())
                        .isEqualTo(TrainingPlan.fineTune().withLearningRate(3e-4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"EPOCHS,0", "EPOCHS,many", "EPOCHS,''", "BATCH,1", "BATCH,3.5", "ACCUMULATION,0", "RATE,0", "RATE,-1",
            "RATE,2", "RATE,NaN", "RATE,'0,0,1'", "ALPHA,-0.1", "ALPHA,x", "SEED,1.5", "LAST_LAYERS,0", "PATIENCE,-1"})
    void whatCannotBeUsedSaysWhyAtItsField(Field field, String typed) {
        settings.part().set(Learning.Part.LAST_LAYERS);
        settings.stopsEarly().set(true);
        settings.typed(field).set(typed);

        assertThat(settings.wanted()).isEmpty();
        assertThat(settings.problems().get()).containsOnlyKeys(field);
        var problem = Objects.requireNonNull(settings.problems().get().get(field));
        assertThat(Strings.english().get(problem.key(), problem.values().toArray())).endsWith(".");
    }

    @Test
    void aFieldThatDoesNotCountIsNoProblem() {
        settings.typed(Field.PATIENCE).set("never");
        settings.typed(Field.LAST_LAYERS).set("?");
        assertThat(settings.wanted()).isPresent();
        settings.stopsEarly().set(true);
        assertThat(settings.problems().get()).containsOnlyKeys(Field.PATIENCE);
    }

    @Test
    void aNewNetworkNeedsFoldersThatHoldEncoders() throws IOException {
        settings.origin().set(Origin.ENCODERS);
        assertThat(settings.preset().get()).isEqualTo(Preset.PAPER);
        assertThat(settings.problems().get()).containsOnlyKeys(Field.TEXT, Field.IMAGE, Field.TEACHER);
        settings.typed(Field.ALPHA).set("0");
        assertThat(settings.problems().get()).containsOnlyKeys(Field.TEXT, Field.IMAGE);

        settings.typed(Field.TEXT).set(folder.resolve("nothing").toString());
        assertThat(settings.found(Field.TEXT)).get().isInstanceOf(LookAtEncoder.Found.Unusable.class);
        var bert = bert();
        var vit = vit();
        settings.typed(Field.TEXT).set(bert.toString());
        settings.typed(Field.IMAGE).set(vit.toString());

        assertThat(settings.found(Field.TEXT)).contains(new LookAtEncoder.Found.Usable(2, 32));
        assertThat(settings.found(Field.IMAGE)).contains(new LookAtEncoder.Found.Usable(3, 48));
        assertThat(settings.wanted()).get().extracting(Wanted::from)
                .isEqualTo(new From.Encoders(bert, vit, null, false, Exif.UPRIGHT));
        settings.origin().set(Origin.CURRENT);
        assertThat(settings.wanted()).contains(new Wanted(new From.Current(null), TrainingPlan.fineTune()));
        assertThat(jobs.failures()).isEmpty();
    }

    @Test
    void whatWasFetchedIsOfferedByName() throws IOException {
        settings.origin().set(Origin.ENCODERS);
        settings.typed(Field.ALPHA).set("0");
        settings.typed(Field.IMAGE).set("small-vit");
        assertThat(settings.found(Field.IMAGE)).get().isInstanceOf(LookAtEncoder.Found.Unusable.class);
        var bert = bert();
        var vit = vit();
        settings.offer(List.of(encoder(Encoders.Kind.TEXT, "small-bert", bert),
                encoder(Encoders.Kind.TEXT, "other-bert", folder), encoder(Encoders.Kind.IMAGE, "small-vit", vit)));

        assertThat(settings.typed(Field.TEXT).get()).as("an empty field takes the first").isEqualTo("small-bert");
        assertThat(settings.wanted()).get().extracting(Wanted::from)
                .isEqualTo(new From.Encoders(bert, vit, null, false, Exif.UPRIGHT));
        settings.typed(Field.TEXT).set("Someone/OTHER-bert");
        assertThat(settings.found(Field.TEXT)).get().isInstanceOf(LookAtEncoder.Found.Unusable.class);
        settings.typed(Field.TEXT).set(bert.toString());
        settings.offer(List.of());
        assertThat(settings.typed(Field.TEXT).get()).as("what was typed stays").isEqualTo(bert.toString());
        assertThat(settings.found(Field.IMAGE)).as("that name is gone").get()
                .isInstanceOf(LookAtEncoder.Found.Unusable.class);
    }

    private static Encoders.Encoder encoder(Encoders.Kind kind, String title, Path folder) {
        return new Encoders.Encoder(null, kind, title, "someone/" + title, folder, new Encoders.State.Complete(1));
    }

    private Path bert() throws IOException {
        var bert = Files.createDirectories(folder.resolve("bert"));
        Files.writeString(bert.resolve("config.json"), """
                {"model_type": "bert", "vocab_size": 100, "hidden_size": 32, "num_hidden_layers": 2,
                 "num_attention_heads": 2, "intermediate_size": 64, "max_position_embeddings": 40}""");
        return bert;
    }

    private Path vit() throws IOException {
        var vit = Files.createDirectories(folder.resolve("vit"));
        Files.writeString(vit.resolve("config.json"), """
                {"model_type": "vit", "image_size": 32, "patch_size": 8, "hidden_size": 48, "num_hidden_layers": 3,
                 "num_attention_heads": 2, "intermediate_size": 64, "hidden_act": "gelu"}""");
        return vit;
    }
}
